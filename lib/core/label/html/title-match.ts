import type { PageHead } from '../../document.ts';

const WORDS = /[\p{L}\p{N}]+/gu;
const TITLE_METAS = new Set(['og:title', 'twitter:title', 'title', 'dc.title', 'headline']);

/** The titles a page gives itself, as lists of lower-case words. */
export function pageTitles(head: PageHead): readonly (readonly string[])[] {
  const titles = head.metas.filter((meta) => TITLE_METAS.has(meta.name)).map((meta) => meta.content);
  if (head.title !== null) titles.push(head.title);
  return titles.map(wordsOf).filter((words) => words.length > 0);
}

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORDS) ?? [];
}

/**
 * How much of a text is one of the page's titles, 0..1: shared words over the words of the text, so that a site name behind the
 * title does no harm. 0 when the text has less than half of the title.
 */
export function titleSimilarity(text: string, titles: readonly (readonly string[])[]): number {
  const own = wordsOf(text);
  let best = 0;
  for (const title of titles) {
    const known = new Set(title);
    const shared = own.filter((word) => known.has(word)).length;
    if (own.length > 0 && shared * 2 >= title.length) best = Math.max(best, shared / own.length);
  }
  return best;
}
