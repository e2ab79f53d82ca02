const ABSOLUTE = /^https?:\/\/[^\s"<>\\]+$/i;
const MAIL = /^mailto:[^\s"<>]+$/i;
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Absolute http, https or mailto URL of a reference; `null` when it has none. `base` resolves relative ones. */
export function absoluteUrl(reference: string | undefined, base: string | null): string | null {
  const trimmed = reference?.trim();
  if (!trimmed || trimmed.charCodeAt(0) === 0x23) return null;
  if (ABSOLUTE.test(trimmed) || MAIL.test(trimmed)) return trimmed;
  if (OTHER_SCHEME.test(trimmed) && !/^https?:/i.test(trimmed)) return null;
  if (base !== null && isPlainPath(trimmed)) {
    const root = rootOf(base);
    if (root !== null) return `${root}${trimmed.slice(1)}`;
  }
  const against = base ?? (trimmed.startsWith('//') ? 'https://relative.invalid/' : undefined);
  const url = URL.parse ? URL.parse(trimmed, against) : parseOlder(trimmed, against);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

/** A path from the root that stands in a URL letter for letter; most links of a page are such. */
const PLAIN_PATH = /^\/[\w~-][\w~/.-]*$/;

function isPlainPath(reference: string): boolean {
  return PLAIN_PATH.test(reference) && !reference.includes('/.');
}

let known: { readonly base: string; readonly root: string | null } = { base: '', root: null };

/** `https://example.org/` of an http or https URL, else `null`; a page has one base, so the last is remembered. */
function rootOf(base: string): string | null {
  if (known.base !== base) {
    const url = URL.canParse('/', base) ? new URL('/', base) : null;
    known = { base, root: url !== null && /^https?:$/.test(url.protocol) ? url.href : null };
  }
  return known.root;
}

// Node 20 has no URL.parse.
function parseOlder(reference: string, base: string | undefined): URL | null {
  return URL.canParse(reference, base) ? new URL(reference, base) : null;
}
