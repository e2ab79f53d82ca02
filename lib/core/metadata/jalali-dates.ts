import { type DateToken, dateOf, type VisibleDate } from './date-tokens.ts';

/** Months of the calendar of Iran and Afghanistan, Persian and as keyboards of Arabic write them. */
const MONTHS = [
  ['فروردین', 'فروردين', 'حمل'],
  ['اردیبهشت', 'ارديبهشت', 'ثور'],
  ['خرداد', 'جوزا'],
  ['تیر', 'تير', 'سرطان'],
  ['مرداد', 'اسد'],
  ['شهریور', 'شهريور', 'سنبله'],
  ['مهر', 'میزان'],
  ['آبان', 'عقرب'],
  ['آذر', 'قوس'],
  ['دی', 'دي', 'جدی'],
  ['بهمن', 'دلو'],
  ['اسفند', 'حوت'],
] as const;
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name as string, index + 1] as const)));
const PERSIAN = /[\u0600-\u06ff]/;
/** Years of this calendar in which something was put on the web, or a page of paper dated. */
const MIN_YEAR = 1300;
const MAX_YEAR = 1450;
const DAY_MS = 86_400_000;

/** `۳ تیر ۱۳۹۹` and `۱۳۹۹/۰۴/۰۳` in a line of Persian: days of the solar Hijri calendar. */
export function jalali(tokens: readonly DateToken[], at: number, text: string): VisibleDate | null {
  const [a, b, c] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!a || !b || !c || a.number < 1 || c.number < 1) return null;
  const month = MONTH_OF.get(b.text) ?? 0;
  if (month > 0) return dayOf([c, month, a], a, c);
  const gaps = [text.slice(a.end, b.start), text.slice(b.end, c.start)];
  const isNumeric = b.number > 0 && gaps.every((gap) => /^\s?[/-]\s?$/.test(gap)) && PERSIAN.test(text);
  return isNumeric ? dayOf([a, b.number, c], a, c) : null;
}

type Parts = readonly [year: DateToken, month: number, day: DateToken];

function dayOf([year, month, day]: Parts, first: DateToken, last: DateToken): VisibleDate | null {
  if (year.number < MIN_YEAR || year.number > MAX_YEAR || month > 12 || day.number > 31) return null;
  // 1 Farvardin 1399 was 20 March 2020.
  const date = new Date(Date.UTC(2020, 2, 20) + (daysOf(year.number, month, day.number) - daysOf(1399, 1, 1)) * DAY_MS);
  return dateOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), first, last);
}

/** Days since a fixed day, by the cycle of 33 years with eight leap years, which holds for 1178 to 1633. */
function daysOf(year: number, month: number, day: number): number {
  const cycle = year + 1595;
  const leapDays = Math.floor(cycle / 33) * 8 + Math.floor(((cycle % 33) + 3) / 4);
  return 365 * cycle + leapDays + (month < 7 ? (month - 1) * 31 : (month - 7) * 30 + 186) + day;
}
