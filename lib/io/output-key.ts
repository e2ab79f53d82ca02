import { CleaningError } from '../core/errors.ts';
import { sha256 } from './sha256.ts';

/** S3's limit on a key, in bytes of UTF-8. */
export const MAX_KEY_BYTES = 1024;

/** What is appended to an input key: one record, many records. */
export type OutputSuffix = '.json' | '.jsonl.gz';

/** What is appended to an input key whose output is in parts: the part, from 0, and the manifest of all. */
export type PartSuffix = `.part-${string}.gz` | '.manifest';

/** Five digits, so that parts are listed in their order. Never `.jsonl.gz` or `.json`: those belong to other keys. */
export function partSuffix(part: number): PartSuffix {
  return `.part-${String(part).padStart(5, '0')}.gz`;
}

/** Whether an output key is that of a part. */
export function isPartKey(key: string): boolean {
  return /\.part-\d{5}\.gz$/.test(key);
}

/** Folder of outputs whose input key has no room for a suffix; no key is escaped to what begins so. */
const LONG_KEYS = '%2Elong-key/';

/**
 * Names the output of an input key by appending, never stripping: `a.html` and `a.txt` must not meet in `a.json`. Dot
 * segments and control characters are percent-encoded, so that no reader of the output takes its key for another path.
 * Where that would be longer than S3 allows, it is the SHA-256 of the key under `%2Elong-key/`.
 *
 * @throws CleaningError `invalid-key` when the prefix leaves no room even for that.
 */
export function outputKey(key: string, suffix: OutputSuffix | PartSuffix, prefix = ''): string {
  const output = `${prefix}${escapeKey(key)}${suffix}`;
  if (Buffer.byteLength(output) <= MAX_KEY_BYTES) return output;
  const short = `${prefix}${LONG_KEYS}${sha256(key)}${suffix}`;
  const bytes = Buffer.byteLength(short);
  if (bytes > MAX_KEY_BYTES) {
    throw new CleaningError(
      'invalid-key',
      `expected an output key of at most ${MAX_KEY_BYTES} bytes, got ${bytes} with prefix and suffix (${key})`,
    );
  }
  return short;
}

/** Names the quarantine object of an input key; a key too long for that is named by its hash under `invalid-key/`. */
export function quarantineKey(bucket: string, key: string, prefix = ''): string {
  const output = `${prefix}${escapeKey(key).replace(RESERVED, '%69nvalid-')}.json`;
  return Buffer.byteLength(output) <= MAX_KEY_BYTES
    ? output
    : `${prefix}invalid-key/${sha256(`${bucket}\n${key}`)}.json`;
}

/** What a key's escapes look like, so that a key that has them by itself is told from an escaped one. */
const ESCAPE = /%(?=(?:25)*(?:2E|69|[01][0-9A-F]|7F|C2%[89][0-9A-F]))/g;
/** A part between slashes or backslashes that file systems read as this folder or the one above. */
const DOT_SEGMENT = /(?<![^/\\])\.{1,2}(?![^/\\])/g;
/** Folders of the quarantine bucket that no uploaded key may name. */
const RESERVED = /^invalid-(?=(?:key|event)\/)/;

/** Injective: two keys never give the same escaped one. Keys without dot segments and controls stay as they are. */
function escapeKey(key: string): string {
  return key
    .replace(ESCAPE, '%25')
    .replace(DOT_SEGMENT, (dots) => '%2E'.repeat(dots.length))
    .replace(/\p{Cc}/gu, encodeURIComponent);
}

/** Names the quarantine object of a message that names no object. */
export function quarantinedEventKey(message: string, prefix = ''): string {
  return `${prefix}invalid-event/${sha256(message)}.json`;
}

/** True for the empty objects that consoles and Hadoop write to show a folder. */
export function isFolderMarker(key: string, sizeBytes: number): boolean {
  return sizeBytes === 0 && (key.endsWith('/') || key.endsWith('_$folder$'));
}

/** Files that programs leave beside what they write, in lower case: settings of folders, marks of jobs. */
const SIDE_NAMES = new Set(['.ds_store', 'thumbs.db', 'ehthumbs.db', 'desktop.ini', '_success']);
const SIDE_START = /^(?:\._|~\$|\.nfs[0-9a-f]|_started_\d|_committed_\d)/;
/** Extensions of unfinished uploads, backups, locks and checksums. */
const SIDE_EXTENSIONS = new Set(
  'part partial filepart crdownload download tmp temp lock bak swp swo crc md5 sha1 sha256'.split(' '),
);

/** True for a key that names no upload of its own; its object is never read. */
export function isSideFile(key: string): boolean {
  const name = key.slice(key.lastIndexOf('/') + 1).toLowerCase();
  const dot = name.lastIndexOf('.');
  return (
    SIDE_NAMES.has(name) ||
    SIDE_START.test(name) ||
    (dot > 0 && SIDE_EXTENSIONS.has(name.slice(dot + 1))) ||
    name.endsWith('~') ||
    name.endsWith('_$folder$')
  );
}
