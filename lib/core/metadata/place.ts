import { isForeign, isProse, type Page } from './page.ts';

/** The stretch of a page in which byline and date of its article stand. */
export interface Surroundings {
  /** Index of the first block after the headline, and of the block after the last that is still near. */
  readonly start: number;
  readonly end: number;
  /** Blocks before the headline that are near, last first. */
  readonly before: readonly number[];
}

/** Blocks before and after the headline that are near it; a share bar or a picture's lines may stand between. */
const NEAR_BEFORE = 8;
const NEAR_AFTER = 40;
const MAX_AFTER = 400;
/** Paragraphs of prose after which the head of an article is over. */
const LEADING_PROSE = 2;
const PROSE_WORDS = 25;

/** Finds the stretch around the headline; from the first block when no block shows it. */
export function findSurroundings(page: Page, headline: number): Surroundings {
  const start = headline + 1;
  let end = start;
  let prose = 0;
  let left = NEAR_AFTER;
  for (; end < page.blocks.length && end < start + MAX_AFTER && left > 0 && prose < LEADING_PROSE; end++) {
    const entry = page.blocks[end];
    if (isProse(entry, PROSE_WORDS)) prose++;
    // A menu may stand between a headline that is read aloud and the article.
    if (entry?.removal?.class !== 'navigation') left--;
  }
  const before: number[] = [];
  for (let at = headline - 1; at >= 0 && at >= headline - NEAR_BEFORE; at--) {
    const entry = page.blocks[at];
    if (entry && !isForeign(entry)) before.push(at);
  }
  return { start, end, before };
}

/** Index of the block after the last prose of the article; 0 when there is none. */
export function endOfProse(page: Page): number {
  for (let at = page.blocks.length - 1; at >= 0; at--) if (isProse(page.blocks[at], 12)) return at + 1;
  return 0;
}
