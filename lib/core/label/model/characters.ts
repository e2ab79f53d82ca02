/** What a UTF-16 unit counts as; one may count as several. */
export const CAPITAL = 1;
export const DIGIT = 2;
export const LETTER = 4;
export const COMMA = 8;
export const STOP = 16;
export const QUOTE = 32;
export const SEPARATOR = 64;
export const SPACE = 128;

const KINDS: readonly (readonly [RegExp, number])[] = [
  [/\p{Lu}/u, CAPITAL],
  [/\p{N}/u, DIGIT],
  [/\p{L}/u, LETTER],
  [/[,،、，;]/, COMMA],
  [/[.!?…।。！？]/, STOP],
  [/["“”„«»‘’]/, QUOTE],
  [/[|•·»›/–—]/, SEPARATOR],
  [/\s/, SPACE],
];

/** Kinds of 256 units each, made when a text first needs them: one text touches few of the 256 pages. */
const pages: (Uint8Array | undefined)[] = new Array(256);

function pageOf(index: number): Uint8Array {
  const known = pages[index];
  if (known !== undefined) return known;
  const page = new Uint8Array(256);
  for (let low = 0; low < 256; low++) {
    const character = String.fromCharCode((index << 8) | low);
    for (const [pattern, kind] of KINDS) if (pattern.test(character)) page[low] = (page[low] ?? 0) | kind;
  }
  pages[index] = page;
  return page;
}

/** Kinds of the unit at a place of a text. */
export function kindsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return (pages[unit >> 8] ?? pageOf(unit >> 8))[unit & 255] ?? 0;
}

/** How many units of each kind the beginning of a text has. */
export interface CharacterCounts {
  readonly units: number;
  readonly capitals: number;
  readonly digits: number;
  readonly letters: number;
  readonly commas: number;
  readonly stops: number;
  readonly quotes: number;
  readonly separators: number;
  /** Capitals that begin a word. */
  readonly capitalised: number;
}

/** Counts the characters of a text, `limit` units at most. */
export function countCharacters(text: string, limit: number): CharacterCounts {
  let capitals = 0;
  let digits = 0;
  let letters = 0;
  let commas = 0;
  let stops = 0;
  let quotes = 0;
  let separators = 0;
  let capitalised = 0;
  const units = Math.min(text.length, limit);
  let before = SPACE;
  for (let at = 0; at < units; at++) {
    const kinds = kindsAt(text, at);
    if ((kinds & LETTER) !== 0) {
      letters++;
      if ((kinds & CAPITAL) !== 0) {
        capitals++;
        if ((before & SPACE) !== 0) capitalised++;
      }
    } else if (kinds !== SPACE && kinds !== 0) {
      if ((kinds & DIGIT) !== 0) digits++;
      if ((kinds & COMMA) !== 0) commas++;
      if ((kinds & STOP) !== 0) stops++;
      if ((kinds & QUOTE) !== 0) quotes++;
      if ((kinds & SEPARATOR) !== 0) separators++;
    }
    before = kinds;
  }
  return { units, capitals, digits, letters, commas, stops, quotes, separators, capitalised };
}
