import { analyse } from 'chardet';
import { tagsOf, withoutTags } from './head-tags.ts';
import { LANGUAGE_CHARSETS } from './language-charset.ts';
import { plausibility } from './plausible-text.ts';
import { decodeLegacy } from './windows-1252.ts';

const DETECT_BYTES = 64 * 1024;
/** Bytes whose decodings are compared; a few paragraphs say enough. */
const COMPARE_BYTES = 8 * 1024;
/** Encodings that the detector does not know or knows badly. */
const OTHERS = ['macintosh', 'ibm866', 'windows-874', 'x-mac-cyrillic'];
/** How much more plausible another decoding must be; a few misplaced characters are in every text. */
const LEAD = 0.05;
/** Confidence, 0 to 100, from which the detector is believed without comparing: multi-byte text in its own encoding. */
const CERTAIN = 90;
const MULTI_BYTE = /^(?:gb|big5|euc-|shift_jis|iso-2022)/;
/** Confidence of a language's own encoding that is as good as the first one's, which is often windows-1252. */
const CLOSE = 10;

const LANGUAGE = /\slang\s{0,9}=[\s"']{0,9}([a-z]{2})\b/i;

/** An encoding that bytes look like, by WHATWG name, with the detector's confidence, 0 to 100. */
export interface Guess {
  readonly charset: string;
  readonly confidence: number;
}

/** What bytes look like, the best first; the detector's own order, set right by what the decoded text looks like. */
export function guessCharsets(bytes: Uint8Array): readonly Guess[] {
  const guesses: Guess[] = [];
  for (const { name, confidence } of analyse(bytes.subarray(0, DETECT_BYTES))) {
    const charset = whatwgName(name);
    if (charset !== null && confidence > 0) guesses.push({ charset, confidence });
  }
  const first = guesses[0];
  if (first !== undefined && first.confidence >= CERTAIN && MULTI_BYTE.test(first.charset)) return guesses;
  const own = ofLanguage(bytes, guesses) ?? first ?? { charset: 'windows-1252', confidence: 0 };
  const better = morePlausible(bytes, own);
  return [better, ...guesses.filter(({ charset }) => charset !== better.charset)];
}

/** WHATWG name of a label; `null` for what is no label of an encoding. */
export function whatwgName(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** The encoding of the language that a page says it is in, where the detector finds it about as likely as its first. */
function ofLanguage(bytes: Uint8Array, guesses: readonly Guess[]): Guess | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const [tag = ''] = tagsOf(head, 'html');
  const language = LANGUAGE.exec(tag)?.[1]?.toLowerCase() ?? '';
  const charsets = Object.hasOwn(LANGUAGE_CHARSETS, language) ? LANGUAGE_CHARSETS[language] : undefined;
  const best = guesses[0]?.confidence ?? 0;
  return guesses.find(({ charset, confidence }) => charsets?.includes(charset) && confidence >= best - CLOSE);
}

function morePlausible(bytes: Uint8Array, guess: Guess): Guess {
  const sample = bytes.subarray(0, COMPARE_BYTES);
  let best = guess;
  let score = plausibilityAs(sample, guess.charset);
  for (const charset of OTHERS) {
    const other = plausibilityAs(sample, charset);
    if (other <= score + LEAD) continue;
    best = { charset, confidence: CERTAIN };
    score = other;
  }
  return best;
}

function plausibilityAs(sample: Uint8Array, charset: string): number {
  return plausibility(withoutTags(decodeLegacy(sample, charset)));
}
