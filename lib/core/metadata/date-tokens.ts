import { bareDate } from './calendar.ts';
import { digitValue } from './digit-runs.ts';
import { monthOf } from './months.ts';

/** A date in a line of text; `start` and `end` are UTF-16 offsets into it, `end` exclusive. */
export interface VisibleDate {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** A number or word of a line of text; `start` and `end` are UTF-16 offsets into it. */
export interface DateToken {
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
/** Tokens of a line that are looked at. */
const MAX_TOKENS = 400;
const FOREIGN_DIGITS = /[٠-٩۰-۹०-९০-৯０-９]/g;

export function isYear(token: DateToken): boolean {
  return token.text.length === 4 && token.number >= 1900 && token.number <= 2100;
}

export function tokenise(text: string): readonly DateToken[] {
  const plain = text.replace(FOREIGN_DIGITS, (digit) => String(digitValue(digit.charCodeAt(0))));
  const tokens: DateToken[] = [];
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

/** The date with its place in the text, when the numbers are a day of the calendar. */
export function dateOf(
  year: number,
  month: number,
  day: number,
  first: DateToken,
  last: DateToken,
): VisibleDate | null {
  const date = bareDate(year, month, day);
  return date === null ? null : { date, start: first.start, end: last.end };
}
