import type { SourceInfo } from '../source.ts';
import { chooseCharset } from './charset.ts';
import { isWide } from './signature.ts';
import { asUtf8, decodeUtf8 } from './strict-utf8.ts';
import { decodeLegacy } from './windows-1252.ts';

/** Reads the bytes of one JSON text. @throws CleaningError `decode-error` for what is no UTF-8, where it should be. */
export type JsonDecoder = (bytes: Uint8Array, info: SourceInfo) => string;

/**
 * How the JSON of a body is read: as UTF-8 (RFC 8259), and what of it is not in the encoding that the body as a whole has,
 * for exporters write others. A byte order mark is passed over.
 *
 * @param body All of it; the decoder is then given it or its lines.
 */
export function jsonDecoder(body: Uint8Array, info: SourceInfo): JsonDecoder {
  const { charset } = chooseCharset(body, info);
  if (charset === 'utf-8') return decodeUtf8;
  return (bytes) => asUtf8(bytes) ?? decodeLegacy(bytes, charset);
}

/** A body of two bytes a character as UTF-8, so that its lines can be found; any other as it is. */
export function withoutWideCharacters(body: Uint8Array): Uint8Array {
  const wide = isWide(body);
  return wide === null || wide.startsWith('utf-32') ? body : new TextEncoder().encode(decodeLegacy(body, wide));
}
