import { CleaningError } from '../core/errors.ts';
import { sha256 } from './sha256.ts';

/** S3's limit on a key, in bytes of UTF-8. */
export const MAX_KEY_BYTES = 1024;

/** What is appended to an input key: one record, many records. */
export type OutputSuffix = '.json' | '.jsonl.gz';

/**
 * Names the output of an input key by appending, never stripping: `a.html` and `a.txt` must not meet in `a.json`.
 *
 * @throws CleaningError `invalid-key` when the result would be longer than S3 allows.
 */
export function outputKey(key: string, suffix: OutputSuffix, prefix = ''): string {
  const output = `${prefix}${key}${suffix}`;
  const bytes = Buffer.byteLength(output);
  if (bytes > MAX_KEY_BYTES) {
    throw new CleaningError(
      'invalid-key',
      `expected an output key of at most ${MAX_KEY_BYTES} bytes, got ${bytes} with prefix and suffix (${key})`,
    );
  }
  return output;
}

/** Names the quarantine object of an input key; a key too long for that is named by its hash under `invalid-key/`. */
export function quarantineKey(bucket: string, key: string, prefix = ''): string {
  const output = `${prefix}${key}.json`;
  return Buffer.byteLength(output) <= MAX_KEY_BYTES
    ? output
    : `${prefix}invalid-key/${sha256(`${bucket}\n${key}`)}.json`;
}

/** Names the quarantine object of a message that names no object. */
export function quarantinedEventKey(message: string, prefix = ''): string {
  return `${prefix}invalid-event/${sha256(message)}.json`;
}

/** True for the empty objects that consoles and Hadoop write to show a folder. */
export function isFolderMarker(key: string, sizeBytes: number): boolean {
  return sizeBytes === 0 && (key.endsWith('/') || key.endsWith('_$folder$'));
}
