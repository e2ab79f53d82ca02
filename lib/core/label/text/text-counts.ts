import { isWhite } from '../../parse/fold.ts';
import { CAPITAL, kindsAt, LETTER, SPACE } from '../model/characters.ts';
import { share } from '../model/feature.ts';
import { isUnspaced } from './terms.ts';

/** What stands in a text, counted. */
export interface TextCounts {
  readonly straightQuotes: number;
  readonly curlyQuotes: number;
  /** Digits from 0 to 9. */
  readonly digits: number;
  /** Sentence ends: marks with white space, a capital or nothing behind them. */
  readonly sentences: number;
  /** Sentences that run into each other without a space: "relief.Kim". */
  readonly glued: number;
  /** Characters of scripts without spaces. */
  readonly unspaced: number;
}

const CLOSED = /[.!?。！？]["”’»)]?(?=\s|$|["“„«]?\p{Lu})/uy;
const GLUED = /[\p{Ll}\p{N}”’"')][.!?]["”’“„«]?\p{Lu}[\p{Ll}’']/uy;
const UPPER = /^\p{Lu}/u;

/** Counts in one pass; nearly every unit is a small letter or a space, and nearly every sentence has a space behind it. */
export function countText(text: string): TextCounts {
  let straightQuotes = 0;
  let curlyQuotes = 0;
  let digits = 0;
  let sentences = 0;
  let glued = 0;
  let unspaced = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit >= 97 && unit <= 122) || unit === 32) continue;
    if (unit === 34 || unit === 39) straightQuotes++;
    else if (unit >= 48 && unit <= 57) digits++;
    else if (unit >= 0x2018 && unit <= 0x201f) curlyQuotes++;
    else if (unit === 46 || unit === 33 || unit === 63) {
      if (isClosed(text, at)) sentences++;
      if (isGlued(text, at)) glued++;
    } else if (unit > 0xdff) {
      if (isUnspaced(unit)) unspaced++;
      else if ((unit === 0x3002 || unit === 0xff01 || unit === 0xff1f) && isClosed(text, at)) sentences++;
    }
  }
  return { straightQuotes, curlyQuotes, digits, sentences, glued, unspaced };
}

function isClosed(text: string, mark: number): boolean {
  if (mark + 1 === text.length || text.charCodeAt(mark + 1) === 32) return true;
  CLOSED.lastIndex = mark;
  return CLOSED.test(text);
}

function isGlued(text: string, mark: number): boolean {
  if (mark === 0 || mark + 2 >= text.length || text.charCodeAt(mark + 1) === 32) return false;
  GLUED.lastIndex = mark - 1;
  return GLUED.test(text);
}

/** Words that begin with a capital. */
export function countCapitals(text: string): number {
  let count = 0;
  let begins = true;
  for (let at = 0; at < text.length; at++) {
    const kinds = kindsAt(text, at);
    if (begins && ((kinds & CAPITAL) !== 0 || (kinds === 0 && isHighCapital(text, at)))) count++;
    begins = (kinds & LETTER) === 0 && ((kinds & SPACE) !== 0 || isBeforeWord(text.charCodeAt(at)));
  }
  return count;
}

/** Whether a word may stand behind a mark: straight and opening quotation marks, opening brackets, hyphens. */
function isBeforeWord(unit: number): boolean {
  if (unit < 0x80) return unit === 34 || unit === 39 || unit === 40 || unit === 45;
  return unit === 0xab || unit === 0x2018 || unit === 0x201c || unit === 0x201e;
}

function isHighCapital(text: string, at: number): boolean {
  return text.charCodeAt(at) >> 10 === 0x36 && UPPER.test(text.slice(at, at + 2));
}

/** What the characters of a line like a headline say. */
export interface HeadlineLetters {
  /** Share (0..1) of the letters of two cases that are capitals. */
  readonly upper: number;
  /** A sign that parts two halves of a headline stands before a space: a colon, a bar, a dash; a hyphen behind a word. */
  readonly hasParts: boolean;
}

/** Looks at the characters of a text. */
export function headlineLetters(text: string): HeadlineLetters {
  let upper = 0;
  let lower = 0;
  let hasParts = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      if (unit >= 97 && unit <= 122) lower++;
      else if (unit >= 65 && unit <= 90) upper++;
      else if (unit === 32) hasParts ||= partsBefore(text, at);
      continue;
    }
    const letter = String.fromCodePoint(text.codePointAt(at) ?? unit);
    if (letter.length > 1) at++;
    if (letter !== letter.toLowerCase()) upper++;
    else if (letter !== letter.toUpperCase()) lower++;
  }
  return { upper: share(upper, upper + lower), hasParts };
}

/** Whether such a sign stands before a space. */
function partsBefore(text: string, space: number): boolean {
  const sign = text.charCodeAt(space - 1);
  if (sign === 45) return space > 1 && !isWhite(text.charCodeAt(space - 2));
  return sign === 58 || sign === 124 || sign === 0x2013 || sign === 0x2014;
}
