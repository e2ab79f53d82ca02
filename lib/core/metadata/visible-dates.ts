import { bareDate } from './calendar.ts';
import { monthOf } from './months.ts';

/** How `03/04/2021` is read where both readings are days of the calendar. */
export type NumericOrder = 'day-first' | 'month-first';

export function otherOrder(order: NumericOrder): NumericOrder {
  return order === 'day-first' ? 'month-first' : 'day-first';
}

/** A date in a line of text; `start` and `end` are UTF-16 offsets into it, `end` exclusive. */
export interface VisibleDate {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Value of a number, -1 for a word. */
  readonly number: number;
  /** Month 1..12 that a word names, else 0. */
  readonly month: number;
}

/** A capital after small letters begins a word of its own: elements glued together, as in `HarbourMAY 3, 2021`. */
const TOKEN = /\d+|\p{Lu}*[\p{Ll}\p{Lt}\p{Lm}\p{Lo}\p{M}]+|\p{Lu}+/gu;
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
/** Longest gap of signs between the parts of one date. */
const MAX_GAP = 4;
/** Tokens of a line that are looked at. */
const MAX_TOKENS = 400;
const DIGIT = /[0-9٠-٩۰-۹०-९０-９]/;
const FOREIGN_DIGITS = /[٠-٩۰-۹०-९０-９]/g;

/** The first full date (day, month and year) in a line of text, in any of the languages of the month table. */
export function findVisibleDate(text: string, order: NumericOrder): VisibleDate | null {
  // Every form of a date has a day and a year in digits.
  if (!DIGIT.test(text)) return null;
  const tokens = tokenise(text);
  for (let at = 0; at < tokens.length; at++) {
    const found =
      withMonthName(tokens, at, text) ??
      yearFirst(tokens, at, text) ??
      numeric(tokens, at, text, order) ??
      cjk(tokens, at);
    if (found) return found;
  }
  return null;
}

function tokenise(text: string): readonly Token[] {
  const plain = text.replace(FOREIGN_DIGITS, digitValue);
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(plain); match && tokens.length < MAX_TOKENS; match = TOKEN.exec(plain)) {
    const previous = tokens.at(-1);
    // `May 20213 May 2021`: the next element's day stands glued to the year.
    const isGlued = (previous?.month ?? 0) > 0 && /^(?:19|20)\d{3,4}$/.test(match[0]);
    const word = isGlued ? match[0].slice(0, 4) : match[0];
    if (isGlued) TOKEN.lastIndex = match.index + 4;
    const isNumber = word.charCodeAt(0) >= 0x30 && word.charCodeAt(0) <= 0x39;
    tokens.push({
      text: word,
      start: match.index,
      end: match.index + word.length,
      number: isNumber && word.length <= 8 ? Number(word) : -1,
      month: isNumber ? 0 : monthOf(word),
    });
  }
  TOKEN.lastIndex = 0;
  return tokens;
}

function digitValue(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = code >= 0xff10 ? 0xff10 : code >= 0x966 ? 0x966 : code >= 0x6f0 ? 0x6f0 : 0x660;
  return String(code - zero);
}

/** Day, month name, year in either order: `30. September 2021`, `Sept. 30th, 2021`, `30 de septiembre de 2021`. */
function withMonthName(tokens: readonly Token[], at: number, text: string): VisibleDate | null {
  const first = tokens[at];
  if (!first) return null;
  const second = nextPart(tokens, at, text);
  const third = second === null ? null : nextPart(tokens, second, text);
  if (second === null || third === null) return null;
  const [b, c] = [tokens[second], tokens[third]];
  if (!b || !c) return null;
  if (first.number >= 1 && first.number <= 31 && first.text.length <= 2 && b.month > 0)
    return dateOf(fullYear(c, text), b.month, first.number, first, c);
  if (first.month > 0 && b.number >= 1 && b.text.length <= 2 && isYear(c))
    return dateOf(c.number, first.month, b.number, first, c);
  return null;
}

/** `2021-09-30`, `2021/9/30`, `2021. szeptember 30.` */
function yearFirst(tokens: readonly Token[], at: number, text: string): VisibleDate | null {
  const [a, b, c] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!a || !b || !c || !isYear(a) || c.number < 1 || c.text.length > 2) return null;
  const gaps = [text.slice(a.end, b.start), text.slice(b.end, c.start)];
  if (b.month > 0)
    return gaps.every((gap) => /^[-.\s]{1,3}$/.test(gap)) ? dateOf(a.number, b.month, c.number, a, c) : null;
  if (b.number < 1 || b.text.length > 2) return null;
  return gaps.every((gap) => /^(?:\s?[-./]\s?)$/.test(gap)) ? dateOf(a.number, b.number, c.number, a, c) : null;
}

/** `30.09.2021`, `30/9/21`, `9/30/2021`. */
function numeric(tokens: readonly Token[], at: number, text: string, order: NumericOrder): VisibleDate | null {
  const [a, b, c] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!a || !b || !c || a.number < 1 || b.number < 1 || a.text.length > 2 || b.text.length > 2) return null;
  const sign = text.slice(a.end, b.start).trim();
  if (!/^[-./]$/.test(sign) || text.slice(b.end, c.start).trim() !== sign) return null;
  const short = c.text.length === 2 && sign !== '-' && a.text.length === 2 && b.text.length === 2;
  const year = short ? 2000 + c.number : isYear(c) ? c.number : 0;
  if (year === 0) return null;
  // A point is never written between month and day.
  const monthFirst = (order === 'month-first' && sign !== '.' && a.number <= 12) || b.number > 12;
  const [day, month] = monthFirst ? [b.number, a.number] : [a.number, b.number];
  return dateOf(year, month, day, a, c);
}

/** `2021年9月30日`, `2021년 9월 30일`, `30 tháng 9 năm 2021`. */
function cjk(tokens: readonly Token[], at: number): VisibleDate | null {
  const [a, b, c, d, e, f] = tokens.slice(at, at + 6);
  if (!a || !b || !c || !d || !e) return null;
  if (isYear(a) && /^[年년]/.test(b.text) && /^[月월]/.test(d.text) && c.number > 0 && e.number > 0)
    return dateOf(a.number, c.number, e.number, a, f && /^[日일]/.test(f.text) ? { ...f, end: f.start + 1 } : e);
  if (a.number > 0 && b.text.toLowerCase() === 'tháng' && c.number > 0 && isYear(e) && d.text.toLowerCase() === 'năm')
    return dateOf(e.number, c.number, a.number, a, e);
  return null;
}

/** Index of the next token that is a part of a date, over linking words; `null` when the gap is too wide. */
function nextPart(tokens: readonly Token[], at: number, text: string): number | null {
  for (let next = at + 1; next <= at + 2; next++) {
    const [before, token] = [tokens[next - 1], tokens[next]];
    if (!before || !token || token.start - before.end > MAX_GAP) return null;
    // A bracket, quotation mark or sentence is no part of a date.
    if (/[^\s.,/'’º°-]/.test(text.slice(before.end, token.start))) return null;
    if (token.number >= 0 || token.month > 0) return next;
    if (!LINKING_WORDS.has(token.text.toLowerCase())) return null;
  }
  return null;
}

function isYear(token: Token): boolean {
  return token.text.length === 4 && token.number >= 1900 && token.number <= 2100;
}

function fullYear(token: Token, text: string): number {
  if (isYear(token)) return token.number;
  // `30-Sep-21` and `30 Sep '21`; after a mere space it may be an hour or a count.
  const marked = /[-'’/]/.test(text.charAt(token.start - 1));
  return marked && token.text.length === 2 && token.number >= 0 ? 2000 + token.number : 0;
}

function dateOf(year: number, month: number, day: number, first: Token, last: Token): VisibleDate | null {
  const date = bareDate(year, month, day);
  return date === null ? null : { date, start: first.start, end: last.end };
}
