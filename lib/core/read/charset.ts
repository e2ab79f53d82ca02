import type { SourceInfo } from '../source.ts';
import { isDamagedUtf8 } from './damaged-utf8.ts';
import { type Guess, guessCharsets, whatwgName } from './detect-charset.ts';
import { tagsOf } from './head-tags.ts';
import { type ByteSigns, scanUtf8 } from './scan-utf8.ts';
import { isWide } from './signature.ts';

/** A page declares its encoding within its first bytes; the standard says 1,024, pages in the wild need more. */
const PRESCAN_BYTES = 4096;
const CHECK_BYTES = 64 * 1024;

const META_CHARSET = /charset\s{0,9}=[\s"']{0,9}([\w:.-]{1,40})/i;
const XML_ENCODING = /^\s.{0,100}?encoding\s{0,9}=[\s"']{1,9}([\w:.-]{1,40})/i;

/**
 * How much surer of another encoding the detector must be before a declared windows-1252 is not believed: servers send
 * that label, and iso-8859-1, which is the same, for whatever they serve.
 */
const DOUBT = 1.5;
const DOUBT_CONFIDENCE = 15;

/** An encoding by its WHATWG name, with what was seen of bytes that are well-formed UTF-8 without a byte order mark; else `null`. */
export interface ChosenCharset {
  readonly charset: string;
  readonly signs: ByteSigns | null;
}

/** The encoding of bytes: byte order mark, strict UTF-8, declared label, detection, windows-1252. */
export function chooseCharset(bytes: Uint8Array, info: SourceInfo): ChosenCharset {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: 'utf-8', signs: null };
  const wide = isWide(bytes);
  if (wide !== null) return { charset: wide, signs: null };
  const signs = scanUtf8(bytes);
  if (signs === null) return { charset: chooseOther(bytes, info), signs };
  // ISO-2022 is seven-bit, so it passes as UTF-8: escapes decide.
  const isEscaped = bytes.subarray(0, CHECK_BYTES).includes(0x1b);
  const escaped = isEscaped ? guessCharsets(bytes)[0]?.charset : undefined;
  const charset = escaped?.startsWith('iso-2022') ? escaped : 'utf-8';
  return { charset, signs: charset === 'utf-8' ? signs : null };
}

function chooseOther(bytes: Uint8Array, info: SourceInfo): string {
  if (isDamagedUtf8(bytes)) return 'utf-8';
  // Costs more than all else here, and is not asked where a label that is right says another encoding.
  let known: readonly Guess[] | null = null;
  const guesses = (): readonly Guess[] => {
    known ??= guessCharsets(bytes);
    return known;
  };
  const header = whatwgName(META_CHARSET.exec(info.mediaType ?? '')?.[1]);
  for (const declared of [header, prescan(bytes)]) {
    const isCandidate = declared !== null && !declared.startsWith('utf-') && reads(bytes, declared);
    if (isCandidate && !(declared === 'windows-1252' && isDoubtful(guesses()))) return declared;
  }
  return guesses()[0]?.charset ?? 'windows-1252';
}

/** Whether the bytes look like something else than windows-1252. */
function isDoubtful(guesses: readonly Guess[]): boolean {
  const [first] = guesses;
  if (first === undefined || first.charset === 'windows-1252') return false;
  const western = guesses.find(({ charset }) => charset === 'windows-1252')?.confidence ?? 0;
  return first.confidence >= DOUBT_CONFIDENCE && first.confidence >= western * DOUBT;
}

function prescan(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
  for (const tag of tagsOf(head, '?xml')) {
    const label = whatwgName(XML_ENCODING.exec(tag)?.[1]);
    if (label !== null) return label;
  }
  for (const tag of tagsOf(head, 'meta')) {
    const label = META_CHARSET.exec(tag)?.[1];
    if (label !== undefined) return whatwgName(label);
  }
  return null;
}

function reads(bytes: Uint8Array, charset: string): boolean {
  const text = new TextDecoder(charset).decode(bytes.subarray(0, CHECK_BYTES));
  return text.length > 0 && text.split('\ufffd').length - 1 <= text.length * 0.01;
}
