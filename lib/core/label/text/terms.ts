/**
 * Words as numbers, without a table of any language: a word is folded to the hash of its first letters, which joins most
 * inflected forms; scripts without spaces give pairs of characters.
 */

/** Letters of a word that count. Six joins "restore" and "restoration" and still parts most unlike words. */
const STEM_LETTERS = 6;

function isUnspaced(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x0e00 && code <= 0x0e7f)
  );
}

function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  // Punctuation blocks: general, supplemental, CJK, small and full-width forms.
  if (code >= 0x2000 && code <= 0x2bff) return false;
  if (code >= 0x2e00 && code <= 0x2e7f) return false;
  if (code >= 0x3000 && code <= 0x303f) return false;
  if (code >= 0xfe10 && code <= 0xfe6f) return false;
  if (code >= 0xff00 && code <= 0xff20) return false;
  return code !== 0xd7 && code !== 0xf7;
}

/** Characters of `text` that belong to a script written without spaces (Han, kana, Thai). */
export function countUnspaced(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isUnspaced(text.charCodeAt(i))) count++;
  return count;
}

/** The terms of some texts, as dense numbers from 0. */
export interface NumberedTerms {
  /** Numbers of the terms of each text, each once, in order of first appearance; empty for a text without letters. */
  readonly terms: readonly Int32Array[];
  /** Number of texts that a term stands in. */
  readonly lineCount: Int32Array;
}

/** Open addressing, because a Map of numbers takes three times as long and this is the hot spot of the stage. */
interface TermTable {
  hashes: Int32Array;
  numbers: Int32Array;
  size: number;
}

function slotOf(table: TermTable, hash: number): number {
  const mask = table.hashes.length - 1;
  let slot = Math.imul(hash, 0x9e3779b1) & mask;
  while (table.numbers[slot] !== -1 && table.hashes[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

function grownTable(table: TermTable): TermTable {
  const length = table.hashes.length * 2;
  const grown = { hashes: new Int32Array(length), numbers: new Int32Array(length).fill(-1), size: table.size };
  table.numbers.forEach((number, i) => {
    if (number < 0) return;
    const slot = slotOf(grown, table.hashes[i] ?? 0);
    grown.hashes[slot] = table.hashes[i] ?? 0;
    grown.numbers[slot] = number;
  });
  return grown;
}

/** Hashes of all words of a text, repeats included. */
function hashWords(text: string): number[] {
  const found: number[] = [];
  const lower = text.toLowerCase();
  let hash = 0;
  let letters = 0;
  let previous = 0;
  for (let i = 0; i <= lower.length; i++) {
    const code = i < lower.length ? lower.charCodeAt(i) : 32;
    const unspaced = code > 0xdff && isUnspaced(code);
    if (!unspaced && isLetter(code)) {
      if (letters === 0) hash = 0x811c9dc5;
      if (letters < STEM_LETTERS) hash = Math.imul(hash ^ code, 0x01000193);
      letters++;
      previous = 0;
      continue;
    }
    if (letters > 1) found.push(hash);
    letters = 0;
    if (unspaced && previous > 0) found.push(Math.imul(previous, 0x9e3779b1) ^ code);
    previous = unspaced ? code : 0;
  }
  return found;
}

/** Numbers the terms of some texts and counts the texts that they stand in. */
export function numberTerms(texts: readonly string[]): NumberedTerms {
  let table: TermTable = { hashes: new Int32Array(1024), numbers: new Int32Array(1024).fill(-1), size: 0 };
  const counts: number[] = [];
  const lastText: number[] = [];
  const terms = texts.map((text, at) => {
    const own: number[] = [];
    for (const hash of hashWords(text)) {
      const slot = slotOf(table, hash);
      let number = table.numbers[slot] ?? -1;
      if (number < 0) {
        number = table.size++;
        table.hashes[slot] = hash;
        table.numbers[slot] = number;
        counts.push(0);
        lastText.push(-1);
        if (table.size * 2 > table.hashes.length) table = grownTable(table);
      }
      if (lastText[number] === at) continue;
      lastText[number] = at;
      counts[number] = (counts[number] ?? 0) + 1;
      own.push(number);
    }
    return Int32Array.from(own);
  });
  return { terms, lineCount: Int32Array.from(counts) };
}
