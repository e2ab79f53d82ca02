import type { Page } from './page.ts';
import type { NumericOrder } from './visible-dates.ts';

/** Blocks whose numeric dates are compared, and the longest of them in words. */
const MAX_ORDER_BLOCKS = 400;
const MAX_ORDER_WORDS = 30;

/** The order in which the page writes numeric dates: by a date of it that has one reading, else by language and domain. */
export function numericOrder(page: Page, language: string | null, domain: string | null): NumericOrder {
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
