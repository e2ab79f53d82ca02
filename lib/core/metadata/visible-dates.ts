import { type DateToken, dateOf, isYear, tokenise, type VisibleDate } from './date-tokens.ts';
import { mayHoldDate } from './digit-runs.ts';
import { eastAsian } from './east-asian-dates.ts';
import { jalali } from './jalali-dates.ts';

/** How `03/04/2021` is read where both readings are days of the calendar. */
export type NumericOrder = 'day-first' | 'month-first';

export function otherOrder(order: NumericOrder): NumericOrder {
  return order === 'day-first' ? 'month-first' : 'day-first';
}

const LINKING_WORDS = new Set([
  'de',
  'del',
  'of',
  'den',
  'the',
  'st',
  'nd',
  'rd',
  'th',
  'er',
  'º',
  'o',
  'a',
  'di',
  'd',
  'lo',
  'г',
  'd’',
]);
/** Longest gap of signs between the parts of one date, and linking words: `3rd of May`, `1º de mayo`. */
const MAX_GAP = 4;
const MAX_LINKS = 2;
/** Characters of a line that is little more than a place and a day: at its end a year may have two digits. */
const MAX_PLACE_AND_DAY = 40;

/** The first full date (day, month and year) in a line of text, in any of the languages of the month table. */
export function findVisibleDate(text: string, order: NumericOrder): VisibleDate | null {
  if (!mayHoldDate(text, MAX_PLACE_AND_DAY)) return null;
  const tokens = tokenise(text);
  for (let at = 0; at < tokens.length; at++) {
    const found = dateFrom(tokens, at, text, order);
    if (found) return found;
  }
  return null;
}

/** The date that begins with one token: a number or the name of a month, in every form. */
function dateFrom(tokens: readonly DateToken[], at: number, text: string, order: NumericOrder): VisibleDate | null {
  const first = tokens[at];
  if (!first || (first.number < 0 && first.month === 0)) return null;
  return (
    withMonthName(tokens, at, text) ??
    yearFirst(tokens, at, text) ??
    numeric(tokens, at, text, order) ??
    romanMonth(tokens, at, text) ??
    eastAsian(tokens, at) ??
    jalali(tokens, at, text)
  );
}

/** Day, month name, year in either order: `30. September 2021`, `Sept. 30th, 2021`, `30 de septiembre de 2021`. */
function withMonthName(tokens: readonly DateToken[], at: number, text: string): VisibleDate | null {
  const first = tokens[at];
  if (!first) return null;
  const second = nextPart(tokens, at, text);
  const third = second === null ? null : nextPart(tokens, second, text);
  if (second === null || third === null) return null;
  const [b, c] = [tokens[second], tokens[third]];
  if (!b || !c) return null;
  if (first.number >= 1 && first.number <= 31 && first.text.length <= 2 && b.month > 0)
    return dateOf(fullYear(c, text), b.month, first.number, first, c);
  if (first.month > 0 && b.number >= 1 && b.text.length <= 2 && (isYear(c) || /['’]/.test(text.charAt(c.start - 1))))
    return dateOf(fullYear(c, text), first.month, b.number, first, c);
  return null;
}

/** `2021-09-30`, `2021/9/30`, `2021. szeptember 30.` */
function yearFirst(tokens: readonly DateToken[], at: number, text: string): VisibleDate | null {
  const [a, b, c] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!a || !b || !c || !isYear(a) || c.number < 1 || c.text.length > 2) return null;
  const gaps = [text.slice(a.end, b.start), text.slice(b.end, c.start)];
  if (b.month > 0)
    return gaps.every((gap) => /^[-.\s]{1,3}$/.test(gap)) ? dateOf(a.number, b.month, c.number, a, c) : null;
  if (b.number < 1 || b.text.length > 2) return null;
  return gaps.every((gap) => /^(?:\s?[-./]\s?)$/.test(gap)) ? dateOf(a.number, b.number, c.number, a, c) : null;
}

/** `30.09.2021`, `30/9/21`, `9/30/2021`. */
function numeric(tokens: readonly DateToken[], at: number, text: string, order: NumericOrder): VisibleDate | null {
  const [a, b, c] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!a || !b || !c || a.number < 1 || b.number < 1 || a.text.length > 2 || b.text.length > 2) return null;
  const sign = text.slice(a.end, b.start).trim();
  if (!/^[-./]$/.test(sign) || text.slice(b.end, c.start).trim() !== sign) return null;
  // `3.5.21` and `3-5-21` may be versions or scores.
  const padded = a.text.length === 2 && b.text.length === 2;
  const short = c.text.length === 2 && (sign === '/' || (sign === '.' && padded));
  const year = short ? 2000 + c.number : isYear(c) ? c.number : 0;
  if (year === 0) return null;
  // A point is never written between month and day.
  const monthFirst = (order === 'month-first' && sign !== '.' && a.number <= 12) || b.number > 12;
  const [day, month] = monthFirst ? [b.number, a.number] : [a.number, b.number];
  return dateOf(year, month, day, a, c);
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** `3 V 2021`, `3.XII.2021`: usual in Polish, Czech, Hungarian and Italian. */
function romanMonth(tokens: readonly DateToken[], at: number, text: string): VisibleDate | null {
  const [a, b, c] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!a || !b || !c || a.number < 1 || a.text.length > 2 || !isYear(c)) return null;
  const month = ROMAN.indexOf(b.text) + 1;
  const gaps = [text.slice(a.end, b.start), text.slice(b.end, c.start)];
  return month > 0 && gaps.every((gap) => /^[-./\s]{1,2}$/.test(gap)) ? dateOf(c.number, month, a.number, a, c) : null;
}

/** Index of the next token that is a part of a date, over linking words; `null` when the gap is too wide. */
function nextPart(tokens: readonly DateToken[], at: number, text: string): number | null {
  for (let next = at + 1; next <= at + 1 + MAX_LINKS; next++) {
    const [before, token] = [tokens[next - 1], tokens[next]];
    if (!before || !token || token.start - before.end > MAX_GAP) return null;
    // A bracket, quotation mark or sentence is no part of a date.
    if (/[^\s.,/'’º°-]/.test(text.slice(before.end, token.start))) return null;
    if (token.number >= 0 || token.month > 0) return next;
    if (!LINKING_WORDS.has(token.text.toLowerCase())) return null;
  }
  return null;
}

function fullYear(token: DateToken, text: string): number {
  if (isYear(token)) return token.number;
  // `30-Sep-21` and `30 Sep '21`; after a mere space it may be an hour or a count, but in `(Halvik, 30 September 21)`.
  const isEnd = text.length <= MAX_PLACE_AND_DAY && /^\s?\)?\s?$/.test(text.slice(token.end));
  const marked = isEnd || /[-'’/]/.test(text.charAt(token.start - 1));
  return marked && token.text.length === 2 && token.number >= 0 ? 2000 + token.number : 0;
}
