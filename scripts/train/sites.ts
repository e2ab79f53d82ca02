/** Second-level suffixes under which names are registered by anyone. */
const SHARED_SUFFIX = /^(?:co|com|org|net|gov|gob|gouv|ac|edu|or|ne|go)\.[a-z]{2}$/;
/** Hosts whose subdomains belong to different people. */
const SHARED_HOST = /^(?:blogspot|wordpress|medium|substack|tumblr|github|hypotheses|typepad|livejournal|over-blog)\./;

/** Name of the site of a page: the registered domain, or the whole host where a platform lends out subdomains. */
export function siteOf(url: string): string {
  const host =
    url
      .replace(/^[a-z]+:\/\//i, '')
      .split(/[/?#:]/, 1)[0]
      ?.toLowerCase() ?? '';
  const labels = host.replace(/^www\d?\./, '').split('.');
  const base = labels.slice(SHARED_SUFFIX.test(labels.slice(-2).join('.')) ? -3 : -2).join('.');
  return SHARED_HOST.test(base) ? labels.join('.') : base;
}

/** 32-bit FNV-1a; another seed gives another hash. */
export function hash32(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Parts of the sites for cross-validation: all pages of a site lie in one. */
export const FOLDS = 5;

/** The part of a site, 0 to `FOLDS` - 1, by hash. */
export function foldOf(site: string): number {
  return mix(site) % FOLDS;
}

/** FNV's low bits follow the last letters; multiplying once more spreads them. */
function mix(site: string): number {
  const hash = hash32(`split:${site}`);
  return (Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 4) & 0x7ffffff;
}
