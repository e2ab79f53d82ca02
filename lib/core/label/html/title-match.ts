import type { ArticleDocument, Block, PageHead } from '../../document.ts';
import { DIGIT, kindsAt, LETTER } from '../model/characters.ts';

const WORDS = /[\p{L}\p{N}]+/gu;
const TITLE_METAS = new Set(['og:title', 'twitter:title', 'title', 'dc.title', 'headline']);

/** A title that a page gives itself: its lower-case words, repeats counted, and each of them once. */
export interface Title {
  readonly size: number;
  readonly words: ReadonlySet<string>;
}

/** The titles a page gives itself in its head. */
export function pageTitles(head: PageHead): readonly Title[] {
  const titles = head.metas.filter((meta) => TITLE_METAS.has(meta.name)).map((meta) => meta.content);
  if (head.title !== null) titles.push(head.title);
  // Most pages write one title in several places.
  return [...new Set(titles)].map(titleOf).filter((title) => title.size > 0);
}

/** A text as a title. */
export function titleOf(text: string): Title {
  const words = wordsOf(text);
  return { size: words.length, words: new Set(words) };
}

/** The titles a page gives itself; a fragment without a head has its first top heading. */
export function storyTitles({ head, blocks }: Pick<ArticleDocument, 'head' | 'blocks'>): readonly Title[] {
  const titles = pageTitles(head);
  if (titles.length > 0) return titles;
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  return heading === undefined ? [] : [titleOf(heading.text)];
}

/** Runs of letters and digits, lower case. */
export function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at < lower.length; at++) {
    const unit = lower.charCodeAt(at);
    // Letters beyond the basic plane take two units, which only a pattern sees as one.
    if (unit >= 0xd800 && unit < 0xe000) return lower.match(WORDS) ?? [];
    if ((kindsAt(lower, at) & (LETTER | DIGIT)) !== 0) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      words.push(lower.slice(start, at));
      start = -1;
    }
  }
  if (start >= 0) words.push(lower.slice(start));
  return words;
}

/**
 * How much of a text is one of the page's titles, 0..1: shared words over the words of the text, so that a site name behind the
 * title does no harm. 0 when the text has less than half of the title.
 */
export function titleSimilarity(text: string, titles: readonly Title[]): number {
  const own = wordsOf(text);
  let best = 0;
  for (const title of titles) {
    if (own.length * 2 < title.size) continue;
    let shared = 0;
    for (const word of own) if (title.words.has(word)) shared++;
    if (own.length > 0 && shared * 2 >= title.size) best = Math.max(best, shared / own.length);
  }
  return best;
}

/** Share of a line's words that the title has, from which the line is the headline. */
export const HEADLINE_SIMILARITY = 0.8;
const MAX_HEADLINE_WORDS = 40;

/** Index of the block that is the headline: the first top heading like a title, or else any line like it; -1 without one. */
export function findHeadline(blocks: readonly Block[], titles: readonly Title[]): number {
  let fallback = -1;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (
      block === undefined ||
      block.words === 0 ||
      block.words > MAX_HEADLINE_WORDS ||
      (fallback >= 0 && block.level !== 1)
    )
      continue;
    if (titleSimilarity(block.text, titles) < HEADLINE_SIMILARITY) continue;
    if (block.kind === 'heading' && block.level === 1) return at;
    if (block.kind === 'heading' || fallback < 0) fallback = at;
  }
  return fallback >= 0 ? fallback : blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
}
