import { monthOf } from './months.ts';
import type { Page } from './page.ts';
import type { NumericOrder } from './visible-dates.ts';

/** Blocks whose numeric dates are compared, and the longest of them in words. */
const MAX_ORDER_BLOCKS = 400;
const MAX_ORDER_WORDS = 30;

/** The order in which the page writes numeric dates: by a date of it that has one reading, else by language and domain. */
export function numericOrder(page: Page, language: string | null, domain: string | null): NumericOrder {
  const byAddress = orderByAddress(page);
  if (byAddress) return byAddress;
  const [primary, ...subtags] = (language ?? '').split('-');
  if (primary !== 'en') return 'day-first';
  for (const { block } of page.blocks.slice(0, MAX_ORDER_BLOCKS)) {
    if (block.words === 0 || block.words > MAX_ORDER_WORDS) continue;
    const match = /\b(\d{1,2})[/-](\d{1,2})[/-](?:20)?\d{2}\b/.exec(block.text);
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && first <= 31 && second <= 12) return 'day-first';
    if (second > 12 && second <= 31 && first <= 12) return 'month-first';
  }
  const region = subtags.find((subtag) => /^[A-Z]{2}$/.test(subtag));
  if (region) return region === 'US' || region === 'PH' ? 'month-first' : 'day-first';
  return /\.(?:uk|au|nz|ie|in|za|ng|ke|sg|my|pk|eu|de|fr|es|it|nl|ch|at)$/.test(domain ?? '')
    ? 'day-first'
    : 'month-first';
}

/** Folders of year and month, the month as a number or by its name. */
const ADDRESS_MONTH = /\/(\d{4})\/(\d{1,2}|\p{L}{3,12})(?:\/|$)/u;

/** The order in which a numeric date of the page has the year and month that stand in its address. */
function orderByAddress(page: Page): NumericOrder | null {
  const folders = ADDRESS_MONTH.exec(page.info.url ?? '');
  if (!folders) return null;
  const [, year, name = ''] = folders;
  const month = /^\d/.test(name) ? Number(name) : monthOf(name);
  if (month < 1 || month > 12) return null;
  for (const { block } of page.blocks.slice(0, MAX_ORDER_BLOCKS)) {
    if (block.words === 0 || block.words > MAX_ORDER_WORDS) continue;
    const match = /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b/.exec(block.text);
    if (!match || match[3] !== year || match[1] === match[2]) continue;
    if (Number(match[2]) === month) return 'day-first';
    if (Number(match[1]) === month) return 'month-first';
  }
  return null;
}
