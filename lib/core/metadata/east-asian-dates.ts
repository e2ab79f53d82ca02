import { type DateToken, dateOf, isYear, type VisibleDate } from './date-tokens.ts';

/** Years before the first of an era: `令和3年` is 2021, `民國110年` too. */
const ERAS: readonly (readonly [RegExp, number])[] = [
  [/令和$/u, 2018],
  [/平成$/u, 1988],
  [/昭和$/u, 1925],
  [/(?:民國|民国)$/u, 1911],
];
const MAX_ERA_YEAR = 150;

/** `2021年9月30日`, `令和3年9月30日`, `2021년 9월 30일`, `30 tháng 9 năm 2021`, `30 tháng 9, 2021`. */
export function eastAsian(tokens: readonly DateToken[], at: number): VisibleDate | null {
  const [a, b, c, d, e, f] = tokens.slice(at, at + 6);
  if (!a || !b || !c || !d) return null;
  if (a.number > 0 && b.text.toLowerCase() === 'tháng' && c.number > 0) {
    if (isYear(d)) return dateOf(d.number, c.number, a.number, a, d);
    return e && isYear(e) && d.text.toLowerCase() === 'năm' ? dateOf(e.number, c.number, a.number, a, e) : null;
  }
  if (!e || !/^[年년]/.test(b.text) || !/^[月월]/.test(d.text) || c.number < 1 || e.number < 1) return null;
  const year = isYear(a) ? a.number : eraYear(tokens[at - 1], a);
  return dateOf(year, c.number, e.number, a, f && /^[日일]/.test(f.text) ? { ...f, end: f.start + 1 } : e);
}

function eraYear(era: DateToken | undefined, { number }: DateToken): number {
  if (!era || number < 1 || number > MAX_ERA_YEAR) return 0;
  const before = ERAS.find(([name]) => name.test(era.text))?.[1];
  return before === undefined ? 0 : before + number;
}
