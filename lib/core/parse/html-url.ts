const ABSOLUTE = /^https?:\/\/[^\s"<>\\]+$/i;
const MAIL = /^mailto:[^\s"<>]+$/i;
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Absolute http, https or mailto URL of a reference; `null` when it has none. `base` resolves relative ones. */
export function absoluteUrl(reference: string | undefined, base: string | null): string | null {
  const trimmed = reference?.trim();
  if (!trimmed || trimmed.charCodeAt(0) === 0x23) return null;
  if (ABSOLUTE.test(trimmed) || MAIL.test(trimmed)) return trimmed;
  if (OTHER_SCHEME.test(trimmed) && !/^https?:/i.test(trimmed)) return null;
  const against = base ?? (trimmed.startsWith('//') ? 'https://relative.invalid/' : undefined);
  const url = URL.parse ? URL.parse(trimmed, against) : parseOlder(trimmed, against);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

// Node 20 has no URL.parse.
function parseOlder(reference: string, base: string | undefined): URL | null {
  return URL.canParse(reference, base) ? new URL(reference, base) : null;
}
