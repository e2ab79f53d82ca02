import { CleaningError } from '../errors.ts';
import type { SourceInfo } from '../source.ts';
import { nameOf } from './input-name.ts';

/** First bytes of files that hold no article text, as latin1. @see https://mimesniff.spec.whatwg.org/ */
const SIGNATURES: readonly (readonly [name: string, magic: string])[] = [
  ['PNG image', '\x89PNG\r\n'],
  ['JPEG image', '\xff\xd8\xff'],
  ['GIF image', 'GIF87a'],
  ['GIF image', 'GIF89a'],
  ['RIFF file (WebP, WAV, AVI)', 'RIFF'],
  ['TIFF image', 'II*\0'],
  ['TIFF image', 'MM\0*'],
  ['BMP image', 'BM'],
  ['Windows icon', '\0\0\x01\0'],
  ['PDF document', '%PDF-'],
  ['PostScript document', '%!PS-'],
  ['ZIP archive (also docx, xlsx, epub)', 'PK\x03\x04'],
  ['ZIP archive', 'PK\x05\x06'],
  ['gzip data', '\x1f\x8b'],
  ['bzip2 data', 'BZh'],
  ['xz data', '\xfd7zXZ\0'],
  ['Zstandard data', '\x28\xb5\x2f\xfd'],
  ['7z archive', '7z\xbc\xaf\x27\x1c'],
  ['RAR archive', 'Rar!\x1a\x07'],
  ['OLE document (doc, xls)', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['ELF program', '\x7fELF'],
  ['Java class', '\xca\xfe\xba\xbe'],
  ['Windows program', 'MZ\x90\0'],
  ['WebAssembly module', '\0asm'],
  ['Ogg media', 'OggS'],
  ['MP3 audio', 'ID3'],
  ['FLAC audio', 'fLaC'],
  ['Matroska media', '\x1a\x45\xdf\xa3'],
  ['WOFF font', 'wOFF'],
  ['WOFF2 font', 'wOF2'],
  ['SQLite database', 'SQLite format 3\0'],
  ['Parquet file', 'PAR1'],
  ['RTF document', '{\\rtf'],
  ['PEM file', '-----BEGIN '],
  ['gzip data', '\x1f\x8b'],
  ['Apple folder settings', '\0\0\0\x01Bud1'],
  ['Windows program', 'MZ'],
];

/** Ones that could begin a text as well count only when control bytes follow. */
const AMBIGUOUS = new Set(['BM', 'RIFF', 'ID3', 'BZh', 'PAR1', 'OggS', 'MZ']);

/** Share of control bytes from which the first 4 KiB are no text in any one-byte or multi-byte encoding. */
const BINARY_SHARE = 0.02;
/** A stray NUL or two in a short text is damage, not a binary format. */
const STRAY_CONTROLS = 3;
const SAMPLE_BYTES = 4096;

/** Name of the binary format that bytes begin as; `null` for none that is known. */
export function signatureOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.slice(4, 8) === 'ftyp') return 'MP4 media';
  const isPossible = ([, magic]: readonly [string, string]) =>
    head.startsWith(magic) && (!AMBIGUOUS.has(magic) || countControls(bytes) > 0);
  return SIGNATURES.find(isPossible)?.[0] ?? null;
}

/** @throws CleaningError `unsupported-type` when the bytes are a known binary format, a key, or full of control bytes. */
export function refuseBinary(bytes: Uint8Array, info: SourceInfo): void {
  const found = signatureOf(bytes);
  const sampled = Math.min(bytes.length, SAMPLE_BYTES);
  const isText = countControls(bytes) <= Math.max(Math.min(STRAY_CONTROLS, sampled / 4), sampled * BINARY_SHARE);
  if (found === null && (isText || isWide(bytes) !== null)) return;
  throw new CleaningError(
    'unsupported-type',
    `expected HTML, text, Markdown or JSON, got ${found ?? 'binary data'} (${info.mediaType ?? 'no media type'}, ${nameOf(info)})`,
  );
}

function countControls(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0;
    // ESC starts the shifts of ISO-2022.
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return controls;
}

/** Encodings of two and four bytes a character. */
export type WideCharset = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** UTF-16 and UTF-32 hold NUL bytes: with a mark at the start, or UTF-16 without one at every second place. */
export function isWide(bytes: Uint8Array): WideCharset | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, Math.min(SAMPLE_BYTES, bytes.length & ~1));
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] === 0) at % 2 === 0 ? even++ : odd++;
  }
  const half = sample.length / 2;
  if (half < 8) return null;
  if (odd > half * 0.3 && even < half * 0.02) return 'utf-16le';
  if (even > half * 0.3 && odd < half * 0.02) return 'utf-16be';
  return null;
}
