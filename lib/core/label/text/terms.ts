/**
 * Words as numbers, without a table of any language: a word is folded to the hash of its first letters, which joins most
 * inflected forms; scripts without spaces give pairs of characters.
 */

/** Letters from which a word is taken to say what a text is about: words that only join others are short in most languages. */
const LONG_LETTERS = 5;

/** What a hash tells beside the word: whether it is long, and how this one is written. */
const LONG = 1;
const CAPITAL = 2;
const SMALL = 4;
const WORD_BITS = ~(CAPITAL | SMALL);

/** Kinds of terms, as bits: long words, numbers and pairs of characters; words that the texts write with a capital within sentences. */
export const LONG_TERM = 1;
export const NAME_TERM = 2;

/** Letters of a word that count. Six joins "restore" and "restoration" and still parts most unlike words. */
const STEM_LETTERS = 6;

/** Whether a UTF-16 unit belongs to a script written without spaces (Han, kana, Thai). */
export function isUnspaced(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x0e00 && code <= 0x0e7f)
  );
}

/** Small letters and digits of ASCII: nearly all that a text in lower case has of words. */
const PLAIN = Uint8Array.from({ length: 0x80 }, (_, code) =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) ? 1 : 0,
);

/** Whether a UTF-16 unit of a text in lower case belongs to a word. */
function isLetter(code: number): boolean {
  if (code < 0x80) return PLAIN[code] === 1;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  // Punctuation blocks: general, supplemental, CJK, small and full-width forms.
  if (code >= 0x2000 && code <= 0x2bff) return false;
  if (code >= 0x2e00 && code <= 0x2e7f) return false;
  if (code >= 0x3000 && code <= 0x303f) return false;
  if (code >= 0xfe10 && code <= 0xfe6f) return false;
  if (code >= 0xff00 && code <= 0xff20) return false;
  return code !== 0xd7 && code !== 0xf7;
}

/** The terms of some texts, as dense numbers from 0: those of text `i` are `numbers[starts[i]]` to before `numbers[starts[i + 1]]`. */
export interface NumberedTerms {
  /** Each term of a text once, in order of first appearance. */
  readonly numbers: Int32Array;
  /** One entry more than texts. */
  readonly starts: Int32Array;
  /** Number of texts that a term stands in. */
  readonly lineCount: Int32Array;
  /** `LONG_TERM` and `NAME_TERM` of each term. */
  readonly kinds: Uint8Array;
}

/** Open addressing, because a Map of numbers takes three times as long and this is the hot spot of the stage. */
interface TermTable {
  readonly hashes: Int32Array;
  /** Number of the term in a slot, plus one; 0 for an empty slot. */
  readonly numbers: Int32Array;
  size: number;
}

/** A table that `words` words fill to a half at most. */
function emptyTable(words: number): TermTable {
  const length = 1 << (33 - Math.clz32(Math.max(words, 8)));
  return { hashes: new Int32Array(length), numbers: new Int32Array(length), size: 0 };
}

function numberOf(table: TermTable, hash: number): number {
  const { hashes, numbers } = table;
  const mask = hashes.length - 1;
  let slot = Math.imul(hash >>> 3, 0x9e3779b1) & mask;
  while (numbers[slot] !== 0) {
    if (hashes[slot] === hash) return (numbers[slot] as number) - 1;
    slot = (slot + 1) & mask;
  }
  hashes[slot] = hash;
  numbers[slot] = ++table.size;
  return table.size - 1;
}

/** Marks after which a capital says nothing: ends of sentences, colons, dashes, opening quotation marks. */
function opensSentence(code: number): boolean {
  if (code < 128) return code === 46 || code === 33 || code === 63 || code === 58 || code === 59 || code === 34;
  return (code >= 0x2013 && code <= 0x201f) || code === 0xab || code === 0xbb;
}

/**
 * Hashes of all words of a text, repeats included, and how each is written; empty for a text without letters.
 *
 * @param lower The text in lower case.
 */
export function hashWords(text: string, lower = text.toLowerCase()): readonly number[] {
  const found: number[] = [];
  const sameLength = lower.length === text.length;
  let hash = 0;
  let letters = 0;
  let previous = 0;
  let written = 0;
  let long = 0;
  let opening = true;
  for (let i = 0; i <= lower.length; i++) {
    const code = i < lower.length ? lower.charCodeAt(i) : 32;
    const unspaced = code > 0xdff && isUnspaced(code);
    if (!unspaced && isLetter(code)) {
      if (letters === 0) {
        hash = 0x811c9dc5;
        written = text.charCodeAt(i) === code || !sameLength ? SMALL : opening ? 0 : CAPITAL;
        long = code < 58 ? LONG : 0;
        if (long !== 0) written = 0;
        opening = false;
      }
      if (letters < STEM_LETTERS) hash = Math.imul(hash ^ code, 0x01000193);
      letters++;
      previous = 0;
      continue;
    }
    if (letters > 1) found.push((hash & ~7) | (letters >= LONG_LETTERS ? LONG : long) | written);
    letters = 0;
    if (code !== 32 && opensSentence(code)) opening = true;
    if (unspaced && previous > 0) found.push(((Math.imul(previous, 0x9e3779b1) ^ code) & ~7) | LONG);
    previous = unspaced ? code : 0;
  }
  return found;
}

/** Numbers the terms of some texts and counts the texts that they stand in. @param words The hashes of each text. */
export function numberTerms(words: readonly (readonly number[])[]): NumberedTerms {
  let total = 0;
  for (const hashes of words) total += hashes.length;
  const table = emptyTable(total);
  const counts = new Int32Array(total);
  const capitals = new Int32Array(total);
  const lastText = new Int32Array(total);
  const numbers = new Int32Array(total);
  const starts = new Int32Array(words.length + 1);
  let end = 0;
  for (let at = 0; at < words.length; at++) {
    const hashes = words[at] as readonly number[];
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i] as number;
      const number = numberOf(table, hash & WORD_BITS);
      if ((hash & (CAPITAL | SMALL)) !== 0)
        capitals[number] = (capitals[number] as number) + ((hash & CAPITAL) === 0 ? -1 : 1);
      if (lastText[number] === at + 1) continue;
      lastText[number] = at + 1;
      counts[number] = (counts[number] as number) + 1;
      numbers[end++] = number;
    }
    starts[at + 1] = end;
  }
  const lineCount = counts.subarray(0, table.size);
  return { numbers: numbers.subarray(0, end), starts, lineCount, kinds: kindsOf(table, capitals) };
}

/** The kinds of the terms of a table; `capitals` is positive for those that are written with one more often than not. */
function kindsOf({ hashes, numbers, size }: TermTable, capitals: Int32Array): Uint8Array {
  const kinds = new Uint8Array(size);
  for (let slot = 0; slot < hashes.length; slot++) {
    const number = (numbers[slot] as number) - 1;
    if (number < 0) continue;
    const name = (capitals[number] as number) > 0 ? NAME_TERM : 0;
    kinds[number] = ((hashes[slot] as number) & LONG) === 0 ? name : name | LONG_TERM;
  }
  return kinds;
}
