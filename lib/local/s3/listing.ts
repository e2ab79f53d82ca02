import { S3Error } from './errors.ts';

/** Entries of one page at most. */
const MAX_KEYS = 1000;

/** A page of a listing: keys, and the common prefixes that stand for whole groups of them. */
export interface Page {
  readonly entries: readonly Entry[];
  /** Where the next page begins; `null` after the last. */
  readonly next: Entry | null;
}

export type Entry = { readonly key: string } | { readonly commonPrefix: string };

export interface PageRequest {
  readonly prefix: string;
  /** `''` for none. */
  readonly delimiter: string;
  /** The page begins after this key or after every key of this common prefix. */
  readonly after: Entry | null;
  readonly maxKeys: number;
}

/** @param keys In the order of their UTF-8 bytes, each once. */
export function listPage(keys: readonly string[], { prefix, delimiter, after, maxKeys }: PageRequest): Page {
  const entries: Entry[] = [];
  let group: string | null = null;
  for (let index = findFirst(keys, prefix, after); index < keys.length; index++) {
    const key = keys[index] ?? '';
    if (!key.startsWith(prefix)) break;
    if (after && ('key' in after ? key === after.key : key.startsWith(after.commonPrefix))) continue;
    if (group !== null && key.startsWith(group)) continue;
    if (entries.length >= maxKeys) return { entries, next: maxKeys > 0 ? (entries.at(-1) ?? null) : null };
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    group = end < 0 ? null : key.slice(0, end + delimiter.length);
    entries.push(group === null ? { key } : { commonPrefix: group });
  }
  return { entries, next: null };
}

/** Index of the first key that may be on the page, by halving: a page must not cost a walk over the whole bucket. */
function findFirst(keys: readonly string[], prefix: string, after: Entry | null): number {
  const afterKey = after === null ? '' : 'key' in after ? after.key : after.commonPrefix;
  const least = compareKeys(afterKey, prefix) > 0 ? afterKey : prefix;
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareKeys(keys[middle] ?? '', least) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Order of the UTF-8 bytes, which is not that of UTF-16 units. */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** @throws S3Error `InvalidArgument` */
export function readMaxKeys(text: string | null): number {
  if (text === null || text === '') return MAX_KEYS;
  if (!/^\d{1,9}$/.test(text)) throw new S3Error('InvalidArgument', 'max-keys must be a number from 0');
  return Math.min(Number(text), MAX_KEYS);
}

export function writeToken(entry: Entry): string {
  return Buffer.from(JSON.stringify(entry)).toString('base64url');
}

/** @throws S3Error `InvalidArgument` */
export function readToken(token: string): Entry {
  try {
    const entry: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof entry === 'object' && entry !== null) {
      if ('key' in entry && typeof entry.key === 'string') return { key: entry.key };
      if ('commonPrefix' in entry && typeof entry.commonPrefix === 'string')
        return { commonPrefix: entry.commonPrefix };
    }
  } catch {
    // Not one of ours, as below.
  }
  throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect');
}

/** How keys are written when the client asks for `encoding-type=url`. */
export function keyWriter(encodingType: string | null): (key: string) => string {
  if (encodingType === null) return (key) => key;
  if (encodingType !== 'url') throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request');
  return (key) => encodeURIComponent(key).replaceAll('%2F', '/');
}
