import { CleaningError } from '../errors.ts';
import type { SourceInfo } from '../source.ts';
import { nameOf } from './input-name.ts';

/**
 * The text of well-formed UTF-8, without a byte order mark; `null` for other bytes.
 *
 * @param isBeginning Whether more follows, so that the last character may be cut.
 */
export function asUtf8(bytes: Uint8Array, isBeginning = false): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isBeginning });
  } catch {
    return null;
  }
}

/** Reads JSON, which is UTF-8 (RFC 8259). @throws CleaningError `decode-error` for other bytes. */
export function decodeUtf8(bytes: Uint8Array, info: SourceInfo): string {
  const text = asUtf8(bytes);
  if (text !== null) return text;
  throw new CleaningError('decode-error', `expected JSON in UTF-8, got other bytes (${nameOf(info)})`);
}
