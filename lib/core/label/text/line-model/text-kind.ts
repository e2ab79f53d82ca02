import { share } from '../../model/feature.ts';
import type { LinePage } from './line-page.ts';
import { runningSums } from './sums.ts';

/**
 * The text of a whole page, of what a scraper took for the article, or the same without a picture: nearly all of it is words of an
 * extractor that has looked at the page, and what it left in is no menu.
 * `clean` is text in which no rule has found anything, whatever its lines look like.
 */
export type TextKind = 'page' | 'article' | 'extract' | 'clean';

/** Share of the words (0..1) in prose below which a document may be a page. Swept with the next one; 93 % of pages are told. */
const MAX_PROSE_SHARE = 0.9;
/** Share of the lines (0..1) of fewer than six words above which it may be one. */
const MIN_SHORT_SHARE = 0.35;
/** Fewer lines are no page. */
const MIN_ROWS = 30;
/**
 * Share of the words (0..1) that the model expects to stay from which it is an article whatever its lines look like. Swept .6 to .9
 * before all renderings of a page lay in one fold: at .9, .75 and .6 documents without cards lose .22, .20 and .18 %, whole pages of many types 1.7, 1.6 and 1.3
 * %, and 32.9, 32.0 and 30.5 % of those pages falls.
 */
const MAX_EXPECTED = 0.75;

/** Tells the kind of a document by its lines and by what the model expects to be left of it. */
export function kindOfText({ rows, sums, size }: LinePage, probability: Float64Array): Exclude<TextKind, 'clean'> {
  const count = rows.length;
  const words = sums.size[count] ?? 0;
  const prose = share(sums.proseSize[count] ?? 0, words);
  const short = share(sums.short[count] ?? 0, count);
  const expected = runningSums(count, (row) => (probability[row] ?? 0) * (size[row] ?? 0))[count] ?? 0;
  const isPage =
    count >= MIN_ROWS && prose < MAX_PROSE_SHARE && short > MIN_SHORT_SHARE && share(expected, words) < MAX_EXPECTED;
  if (isPage) return 'page';
  return (sums.images[count] ?? 0) > 0 ? 'article' : 'extract';
}
