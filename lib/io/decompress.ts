import * as zlib from 'node:zlib';
import { brotliDecompressSync, constants, gunzipSync, gzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { CleaningError } from '../core/errors.ts';
import { asUtf8 } from '../core/read/strict-utf8.ts';
import { gunzipMembers, isBehindMembers, isTooLarge } from './gzip-members.ts';

/** Layers of compression that are taken off: an encoding put on a `.gz` file makes two. */
const MAX_LAYERS = 3;

type Bytes = Uint8Array<ArrayBufferLike>;
type Inflate = (body: Bytes, options: { readonly maxOutputLength: number }) => Bytes;

/** Node has it from 22.15 on. */
const zstdDecompressSync: Inflate | undefined =
  'zstdDecompressSync' in zlib ? (zlib.zstdDecompressSync as Inflate) : undefined;

const INFLATERS: Readonly<Record<string, Inflate | undefined>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: inflateAny,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
};

/**
 * Takes compression off a body: what Content-Encoding declares (`gzip`, `deflate`, `br`, in a list the last first), then
 * gzip that its first bytes show. An encoding that is declared but not there is passed over: scrapers keep the header
 * of a response whose body they have already decoded.
 *
 * @param contentEncoding The header; `null` for none. A `.br` key may be given as `br`: brotli has no first bytes.
 * @param maxBytes Bound on the result, and on every layer.
 * @param name Names the object in errors.
 * @param isCutAccepted Whether gzip that ends early gives what it holds; for files whose records are counted.
 * @throws CleaningError `decompression-limit`, `decompression-error`, `unsupported-type` for another encoding.
 */
export function decompress(
  body: Bytes,
  contentEncoding: string | null,
  maxBytes: number,
  name: string,
  isCutAccepted = false,
): Bytes {
  const ungzip: Inflate = isCutAccepted ? gunzipCut : gunzip;
  const declared = encodingsOf(contentEncoding).reverse();
  let result = body;
  for (const encoding of declared.slice(0, MAX_LAYERS)) result = takeOff(encoding, result, maxBytes, name);
  for (let layer = declared.length; layer < MAX_LAYERS && isGzip(result); layer++) {
    result = inflate('gzip', ungzip, result, maxBytes, name);
  }
  if (result.length > maxBytes) throw limitError('body', maxBytes, name);
  return result;
}

/** Compressions that a Content-Encoding header names, in the order they were put on. */
export function encodingsOf(contentEncoding: string | null): string[] {
  const encodings = (contentEncoding ?? '').toLowerCase().split(',');
  return encodings
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '' && encoding !== 'identity' && encoding !== 'aws-chunked');
}

/** What gzip has packed, unpacked without a bound: for files of one's own. Anything else comes back as it is, broken gzip too. */
export function gunzipped(stored: Bytes): Bytes {
  if (!isGzip(stored)) return stored;
  try {
    return gunzipSync(stored);
  } catch {
    return stored;
  }
}

/** Passes over a little junk behind the last member, as gzip itself does. */
function gunzip(body: Bytes, options: { readonly maxOutputLength: number }): Bytes {
  try {
    return gunzipSync(body, options);
  } catch (error) {
    const members = isBehindMembers(error) ? gunzipMembers(body, options) : null;
    if (members === null) throw error;
    return members;
  }
}

function gunzipCut(body: Bytes, options: { readonly maxOutputLength: number }): Bytes {
  return gunzipSync(body, { ...options, finishFlush: constants.Z_SYNC_FLUSH });
}

/** Gzip whose header does not tell the machine or the time. */
export function compress(content: Bytes): Bytes {
  const body = gzipSync(content);
  // Byte 9 names the operating system; 255 is "unknown" (RFC 1952).
  body[9] = 255;
  return body;
}

function takeOff(encoding: string, body: Bytes, maxBytes: number, name: string): Bytes {
  const inflater = Object.hasOwn(INFLATERS, encoding) ? INFLATERS[encoding] : undefined;
  if (inflater === undefined) {
    // Servers send names of their own with bodies that are plain text.
    if (isText(body)) return body;
    throw new CleaningError(
      'unsupported-type',
      `expected Content-Encoding gzip, deflate, br or zstd, got "${encoding.slice(0, 40)}" (${name})`,
    );
  }
  if (inflater === gunzip) return isGzip(body) ? inflate(encoding, inflater, body, maxBytes, name) : body;
  try {
    return inflate(encoding, inflater, body, maxBytes, name);
  } catch (error) {
    if (error instanceof CleaningError && error.reason === 'decompression-error' && isText(body)) return body;
    throw error;
  }
}

function inflate(encoding: string, inflater: Inflate, body: Bytes, maxBytes: number, name: string): Bytes {
  try {
    return inflater(body, { maxOutputLength: maxBytes });
  } catch (error) {
    if (isTooLarge(error)) throw limitError(encoding, maxBytes, name);
    const detail = error instanceof Error ? error.message : String(error);
    throw new CleaningError('decompression-error', `expected a whole ${encoding} body, got "${detail}" (${name})`, {
      cause: error,
    });
  }
}

/** Servers send `deflate` both with and without the zlib header. */
function inflateAny(body: Bytes, options: { readonly maxOutputLength: number }): Bytes {
  try {
    return inflateSync(body, options);
  } catch (error) {
    if (isTooLarge(error)) throw error;
    return inflateRawSync(body, options);
  }
}

function limitError(what: string, maxBytes: number, name: string): CleaningError {
  return new CleaningError(
    'decompression-limit',
    `expected at most ${maxBytes} bytes after decompression, got more from the ${what} (${name})`,
  );
}

/** By its two first bytes alone: with another method than deflate it is broken gzip, not another type. */
function isGzip(body: Bytes): boolean {
  return body[0] === 0x1f && body[1] === 0x8b;
}

/** @param isBeginning As of `asUtf8`. */
export function isText(body: Bytes, isBeginning = false): boolean {
  return !body.includes(0) && asUtf8(body, isBeginning) !== null;
}
