import { CleaningError } from '../errors.ts';
import type { Sha256 } from '../hash.ts';
import type { CleanOptions, SourceInfo } from '../source.ts';
import { chooseCharset } from './charset.ts';
import { refuseBinary } from './signature.ts';

export interface Decoded {
  /** Without byte order mark, lone surrogates, NUL and other control characters but TAB and line ends. */
  readonly text: string;
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

/** Control characters but TAB and line ends, and U+FFFE and U+FFFF, which are no characters. */
const CONTROL = /[^\P{Cc}\t\n\r\f]+|[\ufffe\uffff]+/gu;
/** The same without classes of Unicode: to find that a page has none of them is several times faster. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const HAS_CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]/;
const BLANK = /^[\s\ufeff\u200b-\u200f\u2060]*$/;

/** How inputs are named in messages. */
export function nameOf(info: SourceInfo): string {
  const uri = info.uri ?? 'input';
  return info.recordIndex === undefined ? uri : `${uri} record ${info.recordIndex}`;
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
  const { charset, text: known } =
    typeof body === 'string' ? { charset: 'utf-8', text: body.toWellFormed() } : chooseCharset(body, info);
  const decoded = known ?? decodeAs(bytes, charset, info);
  const text = withoutMark(HAS_CONTROL.test(decoded) ? decoded.replace(CONTROL, '') : decoded);
  if (BLANK.test(text)) {
    throw new CleaningError('empty', `expected an article, got only white space (${nameOf(info)})`);
  }
  return {
    text,
    charset,
    size: bytes.length,
    sha256: sha256(bytes),
    notes: text.includes('\ufffd') || text.length < decoded.length - 1 ? ['encoding-repaired'] : [],
  };
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function decodeAs(bytes: Uint8Array, charset: string, info: SourceInfo): string {
  try {
    const text = new TextDecoder(charset).decode(bytes);
    return charset === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, fromWindows1252) : text;
  } catch (cause) {
    throw new CleaningError('decode-error', `expected text in ${charset}, which cannot be read (${nameOf(info)})`, {
      cause,
    });
  }
}

/** Some Node releases read windows-1252 as latin1 and leave these as control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows1252(character: string): string {
  return WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character;
}
