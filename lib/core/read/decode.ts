import { CleaningError } from '../errors.ts';
import type { Sha256 } from '../hash.ts';
import type { CleanOptions, SourceInfo } from '../source.ts';
import { SourceText } from '../source-text.ts';
import { chooseCharset } from './charset.ts';
import { decodeDamagedUtf8 } from './damaged-utf8.ts';
import { nameOf } from './input-name.ts';
import { LEAST_PAIRS, repairMojibake } from './mojibake.ts';
import { plausibility } from './plausible-text.ts';
import { type ByteSigns, scanUtf8 } from './scan-utf8.ts';
import { refuseBinary } from './signature.ts';
import { keepVisible } from './visible-characters.ts';
import { decodeLegacy } from './windows-1252.ts';

export interface Decoded {
  /** Without byte order mark, lone surrogates, NUL and other control characters but TAB and line ends. */
  readonly source: SourceText;
  /** WHATWG name of the encoding the bytes were read as; `utf-8` for text. */
  readonly charset: string;
  /** Bytes received, before decoding. */
  readonly size: number;
  /** Lower-case hex of the bytes received. */
  readonly sha256: string;
  /** Quality flags, such as `encoding-repaired`. */
  readonly notes: readonly string[];
}

/** 10 MiB: the longest article pages seen are 3 MB; beyond this an upload is data, not an article. */
const MAX_BYTES = 10 * 1024 * 1024;

const BLANK = /^[\s\ufeff\u200b-\u200f\u2060]*$/;

/** Characters that are looked at to tell text from noise, and the share beyond ASCII from which they can tell. */
const NOISE_SAMPLE = 4096;
const NOISE_SHARE = 0.3;
/** Share of those characters that stand where they can in a text, however short or foreign. */
const LEAST_PLAUSIBILITY = 0.6;

/** Share of characters that are none from which text of a multi-byte encoding is noise; a damaged page has a few. */
const BROKEN_SHARE = 0.02;
const NO_CHARACTER = /[\ufffd\p{Cn}\p{Co}\p{Cc}]/gu;

/** Random bytes are text in every one-byte encoding, but their letters stand anywhere; in a multi-byte one many are none. */
function isNoise(text: string): boolean {
  const sample = text.slice(0, NOISE_SAMPLE);
  let beyond = 0;
  for (let at = 0; at < sample.length; at++) if (sample.charCodeAt(at) > 0x7f) beyond++;
  if (beyond <= 64 || beyond <= sample.length * NOISE_SHARE) return false;
  const broken = sample.replace(/[\r\n\t\f]/g, '').match(NO_CHARACTER)?.length ?? 0;
  return broken > sample.length * BROKEN_SHARE || plausibility(sample) < LEAST_PLAUSIBILITY;
}

/**
 * Turns bytes into text: byte order mark, strict UTF-8, the declared label, then detection. Text passes as it is.
 *
 * @throws CleaningError `empty`, `too-large`, `unsupported-type` (binary content), `decode-error`.
 */
export function decode(body: Uint8Array | string, info: SourceInfo, options: CleanOptions, sha256: Sha256): Decoded {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const limit = options.maxBytes ?? MAX_BYTES;
  if (bytes.length === 0) throw new CleaningError('empty', `expected an article, got 0 bytes (${nameOf(info)})`);
  if (bytes.length > limit) {
    throw new CleaningError('too-large', `expected at most ${limit} bytes, got ${bytes.length} (${nameOf(info)})`);
  }
  if (typeof body !== 'string') refuseBinary(body, info);
  // The bytes of a text are well-formed whatever it is.
  const { charset, signs } =
    typeof body === 'string' ? { charset: 'utf-8', signs: scanUtf8(bytes) } : chooseCharset(body, info);
  const given = typeof body === 'string' ? SourceText.of(body.toWellFormed()) : null;
  const read = given ?? (signs === null ? SourceText.of(decodeOther(bytes, charset, info)) : SourceText.ofUtf8(bytes));
  const { source, notes } = isPlain(signs) ? { source: read, notes: [] } : repair(read.text, charset);
  if (BLANK.test(source.start) && BLANK.test(source.text)) {
    throw new CleaningError('empty', `expected an article, got only white space (${nameOf(info)})`);
  }
  const isRepaired = charset === 'utf-8' && signs === null;
  const isDamaged = signs?.isDamaged ?? source.text.includes('\ufffd');
  const flags = isRepaired || isDamaged ? new Set(['encoding-repaired', ...notes]) : notes;
  return {
    source,
    charset,
    size: bytes.length,
    sha256: sha256(bytes),
    notes: [...flags, ...(info.isTruncated === true ? ['cut-off'] : [])],
  };
}

/** Whether a text is what its bytes say, to the last character. */
function isPlain(signs: ByteSigns | null): boolean {
  return signs !== null && !signs.hides && signs.misreadPairs < LEAST_PAIRS;
}

/** A text without what nobody sees, and as it was before it was misread. */
function repair(decoded: string, charset: string): Pick<Decoded, 'source' | 'notes'> {
  const repaired = charset === 'utf-8' ? repairMojibake(decoded) : null;
  const { text, notes } = keepVisible(repaired ?? decoded);
  const flags = repaired === null ? notes : new Set(['encoding-repaired', ...notes]);
  return { source: SourceText.of(text), notes: [...flags] };
}

/** Text of bytes that are no well-formed UTF-8. @throws CleaningError `unsupported-type` for noise, `decode-error`. */
function decodeOther(bytes: Uint8Array, charset: string, info: SourceInfo): string {
  const text = decodeAs(bytes, charset, info);
  if (charset === 'utf-8' || !isNoise(text)) return text;
  throw new CleaningError('unsupported-type', `expected text, got binary data (${nameOf(info)})`);
}

function decodeAs(bytes: Uint8Array, charset: string, info: SourceInfo): string {
  try {
    if (charset === 'utf-8') return decodeDamagedUtf8(bytes);
    if (charset === 'utf-32le' || charset === 'utf-32be') return decodeUtf32(bytes, charset === 'utf-32le');
    return decodeLegacy(bytes, charset);
  } catch (cause) {
    throw new CleaningError('decode-error', `expected text in ${charset}, which cannot be read (${nameOf(info)})`, {
      cause,
    });
  }
}

/** UTF-32, which WHATWG leaves out; what is no scalar value becomes U+FFFD. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength & ~3);
  const parts: string[] = [];
  for (let at = 0; at < view.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian);
    parts.push(code <= 0x10ffff && (code & 0xfffff800) !== 0xd800 ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('');
}
