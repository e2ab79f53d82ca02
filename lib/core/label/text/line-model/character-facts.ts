import { CAPITAL, COMMA, DIGIT, kindsAt, LETTER, QUOTE, SEPARATOR, SPACE, STOP } from '../../model/characters.ts';

/** Names of the counts, in the order of a row of `CharacterFacts.counts`. */
export const CHARACTER_COUNTS = [
  'letters',
  'capitals',
  'capitalised',
  'digits',
  'commas',
  'stops',
  'quotes',
  'separators',
  'units',
  'starts',
  'year',
  'address',
  'rights',
  'clock',
] as const;

/** What characters the beginning of each row has. */
export interface CharacterFacts {
  /** Row after row, one value for each of `CHARACTER_COUNTS`. */
  readonly counts: Float32Array;
}

/** A text is measured by its beginning: one giant line must not cost more. */
const MEASURED_UNITS = 400;
const WIDTH = CHARACTER_COUNTS.length;

/** Puts the counts of each row side by side. */
export function readCharacters(rows: readonly (readonly number[])[]): CharacterFacts {
  const counts = new Float32Array(rows.length * WIDTH);
  for (let row = 0; row < rows.length; row++) {
    const own = rows[row] as readonly number[];
    for (let fact = 0; fact < WIDTH; fact++) counts[row * WIDTH + fact] = own[fact] as number;
  }
  return { counts };
}

/** The counts of one text, in the order of `CHARACTER_COUNTS`. */
export function countTextCharacters(text: string): readonly number[] {
  const units = Math.min(text.length, MEASURED_UNITS);
  let letters = 0;
  let capitals = 0;
  let capitalised = 0;
  let digits = 0;
  let commas = 0;
  let stops = 0;
  let quotes = 0;
  let separators = 0;
  let year = 0;
  let address = 0;
  let rights = 0;
  let clock = 0;
  let before = SPACE;
  let digitRun = 0;
  for (let at = 0; at < units; at++) {
    const kinds = kindsAt(text, at);
    // Nearly every unit: a small letter, and a space behind it.
    if (digitRun === 0 && (kinds === LETTER || kinds === SPACE)) {
      if (kinds === LETTER) letters++;
      before = kinds;
      continue;
    }
    if ((kinds & LETTER) !== 0) {
      letters++;
      if ((kinds & CAPITAL) !== 0) {
        capitals++;
        if ((before & SPACE) !== 0) capitalised++;
      }
    } else if (kinds !== SPACE) {
      const unit = text.charCodeAt(at);
      if ((kinds & DIGIT) !== 0) digits++;
      if ((kinds & COMMA) !== 0) commas++;
      if ((kinds & STOP) !== 0) stops++;
      if ((kinds & QUOTE) !== 0) quotes++;
      if ((kinds & SEPARATOR) !== 0) separators++;
      if (unit === 64 || (unit === 47 && text.charCodeAt(at + 1) === 47)) address = 1;
      else if (unit === 0xa9 || unit === 0xae) rights = 1;
      else if (unit === 58 && (before & DIGIT) !== 0) clock = 1;
    }
    if ((kinds & DIGIT) !== 0) digitRun++;
    else {
      if (digitRun === 4 && isYear(text, at - 4)) year = 1;
      digitRun = 0;
    }
    before = kinds;
  }
  if (digitRun === 4 && isYear(text, units - 4)) year = 1;
  const starts = units === 0 ? 0 : startOf(kindsAt(text, 0));
  return [
    letters,
    capitals,
    capitalised,
    digits,
    commas,
    stops,
    quotes,
    separators,
    units,
    starts,
    year,
    address,
    rights,
    clock,
  ];
}

/** 1900 to 2099. */
function isYear(text: string, at: number): boolean {
  const century = text.slice(at, at + 2);
  return century === '19' || century === '20';
}

/** 0 for a small letter, 1 for a capital, 2 for a letter without case is 0 too; 3 for a digit, 4 for a quotation mark, 5 for the rest. */
function startOf(kinds: number): number {
  if ((kinds & LETTER) !== 0) return (kinds & CAPITAL) !== 0 ? 1 : 0;
  if ((kinds & DIGIT) !== 0) return 2;
  return (kinds & QUOTE) !== 0 ? 3 : 4;
}
