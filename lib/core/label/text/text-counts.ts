import { isWhite } from '../../parse/fold.ts';
import { share } from '../model/feature.ts';

const CLOSED = /[.!?。！？]["”’»)]?(?=\s|$|["“„«]?\p{Lu})/uy;

/** Sentence ends: marks with white space, a capital or nothing behind them. */
export function countSentences(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!endsSentence(unit)) continue;
    if (at + 1 === text.length || text.charCodeAt(at + 1) === 32) {
      count++;
      continue;
    }
    CLOSED.lastIndex = at;
    if (!CLOSED.test(text)) continue;
    count++;
    at = CLOSED.lastIndex - 1;
  }
  return count;
}

function endsSentence(unit: number): boolean {
  if (unit < 128) return unit === 46 || unit === 33 || unit === 63;
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;
}

/** Digits from 0 to 9. */
export function countDigits(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) count++;
  }
  return count;
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
