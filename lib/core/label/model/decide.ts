import type { Block } from '../../document.ts';
import { isCreditedLine } from '../rules/credit-tail.ts';
import { matchRule } from '../rules/match-rule.ts';
import { isUnnamed } from '../unnamed-page.ts';
import { findPosts, joinPosts } from './embedded-posts.ts';
import { findHeadLines } from './head-lines.ts';
import { dropOrphanHeadings, joinGroups, keepCrossheads } from './headings.ts';
import { keepWithin } from './interruptions.ts';
import type { JudgedPage } from './model.ts';
import type { ModelPage } from './model-page.ts';
import { findOtherStories } from './other-stories.ts';

/** Words of the article below which a page is taken for one that has none: then the best guess is kept rather than nothing. */
const SHORT_ARTICLE_WORDS = 100;
/** Bounds of a threshold that is chosen for one page. */
const LEAST_THRESHOLD = 0.15;
const MOST_THRESHOLD = 0.7;

/**
 * The less sure the model is of a page, the lower the threshold with the best F1: between the two values of the expected F1 it
 * falls to `unsure`. Cross-validated, mean of three seeds, F1 of all page types and articles (words), of news (shingles) and of
 * segments: this .8874 .9592 .9709 .9473; .45 for other pages .8880 .9593 .9709 .9460, .55 .8868 .9590 .9709 .9471; .2 for unsure
 * articles too .8874 .9594 .9705 .9452 (with .45). Without it, one seed: .8845 .9578 .9731 .9446 against .8888 .9603 .9722 .9447.
 */
const DOUBT = { f1: [0.75, 0.85], article: { unsure: 0.35 }, other: { sure: 0.5, unsure: 0.2 } } as const;

/**
 * Least threshold of an article without names, of which the model is too sure: it has learnt them with names. Cross-validated on pages
 * whose names were taken away, F1 of words: news .948 -> .961, other news .935 -> .944, articles .939 -> .941, forums .752 -> .757; at
 * .85 of all pages .969, .958, .940, .721. Pages that do not say they are articles lose 1 (services) to 5 points (listings) at .7.
 */
const UNNAMED_THRESHOLD = 0.7;

/**
 * Behind so many words from this probability on, a story that the model is sure of has been told, and a lower threshold than this
 * only lets in what follows stories. Cross-validated, two seeds, F1 of words: forums .791 -> .809, products .758 -> .763, services
 * .857 -> .854, all types .886 -> .887; news, articles and segments as before.
 */
const TOLD = { probability: 0.9, words: 100, threshold: 0.5 } as const;

/**
 * Rules for lines that ask the reader for something: to share, to comment, to subscribe, to consent, to read another story; counters of
 * galleries and marks of advertisements. Of 41 such lines on 1,280 pages gold keeps none, of 12 links to other stories one, of 107 counters
 * none, of 47 marks one; the model, which sees little of what a line says, kept some on pages without other marks.
 */
const CALL_RULE =
  /^(?:share-(?:label|tool|count|by-network)|comments-label|(?:newsletter|paywall|cookie)-[a-z-]+|related-link|image-count|ad-label)$/;

/** The rule for lines that are a link, by their shape alone. */
const LINK_LINE = 'html-link-line';

/** Which rows are kept. */
export interface Decision {
  readonly kept: Uint8Array;
  readonly probability: Float64Array;
  readonly threshold: number;
  /** 1 for rows that are none of the article whatever the model says. */
  readonly certain: Uint8Array;
  /** 1 for rows of other stories under the page's own. */
  readonly otherStory: Uint8Array;
  /** By row the post of a social network that it belongs to; -1 outside posts. */
  readonly posts: Int32Array;
}

/**
 * Keeps what the model holds for the article. Pages that say so outright, with linked data or a time of publication, have one
 * threshold as long as the model is sure of them, others a lower one; where next to nothing would be left of an article, it is the
 * one with the best expected F1 on that very page.
 */
export function decideRows(judged: JudgedPage, threshold: number): Decision {
  const { page } = judged;
  const posts = findPosts(page);
  const probability = joinPosts(page, posts, joinGroups(page, judged.probability));
  const { ogArticle, article, published } = page.facts;
  const saysArticle = ogArticle + article + published > 0;
  const sure = page.blocks.reduce((sum, block, row) => sum + ((probability[row] ?? 0) >= 0.5 ? block.words : 0), 0);
  const best = bestThreshold(page.blocks, probability);
  const range = article + published > 0 ? { sure: threshold, ...DOUBT.article } : DOUBT.other;
  const least = saysArticle && isUnnamed(page.document) ? UNNAMED_THRESHOLD : 0;
  const own = saysArticle && sure < SHORT_ARTICLE_WORDS ? best.threshold : Math.max(least, thresholdAt(best.f1, range));
  const told = rowAfterStory(page.blocks, probability);
  const kept = new Uint8Array(probability.length);
  for (let row = 0; row < kept.length; row++)
    if ((probability[row] as number) >= (row < told ? own : Math.max(own, TOLD.threshold))) kept[row] = 1;
  keepCrossheads(page, probability, kept, saysArticle);
  if (saysArticle) dropOrphanHeadings(page, probability, kept);
  settleCards(page.blocks, kept);
  dropComments(page, kept);
  const certain = new Uint8Array(kept.length);
  for (let row = 0; row < kept.length; row++) {
    if (!fallsByRule(page, row)) continue;
    certain[row] = 1;
    kept[row] = 0;
  }
  for (const row of findHeadLines(page, kept)) {
    certain[row] = 1;
    kept[row] = 0;
  }
  const otherStory = findOtherStories(page, kept);
  otherStory.forEach((isOther, row) => {
    if (isOther === 1) kept[row] = 0;
  });
  const isDecided = (row: number): boolean =>
    certain[row] === 1 || otherStory[row] === 1 || page.blocks[row]?.popUp === true;
  keepWithin(page, probability, isDecided, kept);
  return { kept, probability, threshold: own, certain, otherStory, posts };
}

/** Whether a row is none of the article whatever the model says: its words ask the reader for something, or it ends in the credit of a picture. */
function fallsByRule({ blocks, rules }: ModelPage, row: number): boolean {
  const block = blocks[row];
  const rule = rules[row]?.rule ?? '';
  // A line that is a link may be the article's own; its words say more than that.
  const said = rule === LINK_LINE && block !== undefined ? matchRule(block.text, block.words)?.id : rule;
  if (said !== undefined && CALL_RULE.test(said)) return true;
  // What the markup calls a caption is known already.
  return block !== undefined && block.kind !== 'caption' && block.kind !== 'code' && isCreditedLine(block);
}

/** The first row behind a story that the model is sure of; the number of rows where there is none. */
function rowAfterStory(blocks: readonly Block[], probability: Float64Array): number {
  let words = 0;
  const last = blocks.findIndex((block, row) => {
    if ((probability[row] ?? 0) >= TOLD.probability) words += block.words;
    return words >= TOLD.words;
  });
  return last < 0 ? blocks.length : last + 1;
}

/** What stood in a line and was read apart: a pop-up card goes, a note stays or goes with its line. */
function settleCards(blocks: readonly Block[], kept: Uint8Array): void {
  let line = 0;
  blocks.forEach(({ popUp, note }, row) => {
    if (popUp === true) kept[row] = 0;
    else if (note === true) kept[row] = kept[line] ?? 0;
    else line = row;
  });
}

/**
 * What the rules call comments is none of a story that is told beside them at length: of 36,500 words of such on 185 articles gold
 * keeps 406, most of them on two. Where they outweigh it, as on pages of forums, they may be what the page is for.
 */
function dropComments({ blocks, rules }: ModelPage, kept: Uint8Array): void {
  let [told, commented] = [0, 0];
  blocks.forEach(({ words }, row) => {
    if (rules[row]?.class === 'comments') commented += words;
    else if (kept[row] === 1) told += words;
  });
  if (told < Math.max(SHORT_ARTICLE_WORDS, commented)) return;
  for (let row = 0; row < kept.length; row++) if (rules[row]?.class === 'comments') kept[row] = 0;
}

/** The threshold for a page on which the model expects an F1. */
function thresholdAt(f1: number, { sure, unsure }: { readonly sure: number; readonly unsure: number }): number {
  const [least, most] = DOUBT.f1;
  return unsure + (sure - unsure) * Math.max(0, Math.min(1, (f1 - least) / (most - least)));
}

/** The probability from which keeping all blocks gives the highest expected F1 in words, and that F1. */
function bestThreshold(
  blocks: readonly { readonly words: number }[],
  probability: Float64Array,
): { readonly threshold: number; readonly f1: number } {
  const order = new Int32Array(probability.length);
  for (let row = 0; row < order.length; row++) order[row] = row;
  order.sort((a, b) => (probability[b] as number) - (probability[a] as number) || a - b);
  const expected = blocks.reduce((sum, block, row) => sum + block.words * (probability[row] ?? 0), 0);
  let right = 0;
  let kept = 0;
  let best = 0;
  let threshold = MOST_THRESHOLD;
  for (const row of order) {
    const words = blocks[row]?.words ?? 0;
    right += words * (probability[row] ?? 0);
    kept += words;
    const f1 = (2 * right) / (kept + expected + 1e-9);
    if (f1 > best) {
      best = f1;
      threshold = probability[row] ?? 0;
    }
  }
  return { threshold: Math.min(MOST_THRESHOLD, Math.max(LEAST_THRESHOLD, threshold)), f1: best };
}
