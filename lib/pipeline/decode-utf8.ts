import { CleaningError } from '../core/errors.ts';
import type { SourceInfo } from '../core/source.ts';

/**
 * JSON is UTF-8 (RFC 8259); a byte order mark is passed over.
 *
 * @throws CleaningError `decode-error`
 */
export function decodeUtf8(bytes: Uint8Array, info: SourceInfo): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CleaningError('decode-error', `expected JSON in UTF-8, got other bytes (${nameOf(info)})`, {
      cause: error,
    });
  }
}

/** Names a record of an input in messages. */
export function nameOf(info: SourceInfo): string {
  const record = info.recordIndex === undefined ? '' : ` record ${info.recordIndex}`;
  return `${info.uri ?? 'input'}${record}`;
}
