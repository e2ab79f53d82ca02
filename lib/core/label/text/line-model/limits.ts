import type { Thoroughness } from '../../../source.ts';
import type { Draft } from '../draft.ts';
import type { JudgedLines } from './line-model.ts';
import type { TextKind } from './text-kind.ts';

/** How far a removal may go in documents of one kind. */
export interface Limit {
  /**
   * What a share of the article is worth, in shares of all else: a line goes where its odds to be of the article, times what is
   * expected of the rest and divided by what is expected of the article, are below it. So a doubtful line goes from a text that has
   * little else around it, and stays where it is one of many.
   */
  readonly price: number;
  /** Probability (0..1) to belong to the article from which a line stays whatever the document is. */
  readonly most: number;
  /** Share (0..1, words) of what is expected of the article that all doubtful lines that go together may be expected to cost. */
  readonly loss: number;
  /** Share (0..1) of the prose beyond `SURE_WORDS` words that is surely of the article that they may cost where that is more. */
  readonly risk: number;
  /** As `most`, for what stands above the story of a page that surely tells one: menus, labels, headlines of others. */
  readonly above: number;
}

/**
 * `npm run train -- BENCH --text --figures` prints what each level keeps and removes on sites held back. `clean` is judged whenever
 * a cleaned text is read again: lists of names would wear away, reading by reading, at more.
 */
const LIMITS: Readonly<Record<Thoroughness, Readonly<Record<TextKind, Limit>>>> = {
  careful: {
    page: { price: 0.1, most: 0.04, loss: 0.01, risk: 0, above: 0 },
    article: { price: 0.002, most: 0.05, loss: 0.004, risk: 0, above: 0 },
    extract: { price: 0.003, most: 0.05, loss: 0.004, risk: 0, above: 0 },
    clean: { price: 0.002, most: 0.02, loss: 0.003, risk: 0, above: 0 },
  },
  normal: {
    page: { price: 2, most: 0.3, loss: 0.04, risk: 1, above: 0.4 },
    article: { price: 0.006, most: 0.2, loss: 0.02, risk: 0, above: 0 },
    extract: { price: 0.01, most: 0.2, loss: 0.02, risk: 0, above: 0 },
    clean: { price: 0.003, most: 0.05, loss: 0.01, risk: 0, above: 0 },
  },
  thorough: {
    page: { price: 2, most: 0.4, loss: 0.08, risk: 1, above: 0.5 },
    article: { price: 0.03, most: 0.35, loss: 0.03, risk: 0, above: 0 },
    extract: { price: 0.05, most: 0.4, loss: 0.03, risk: 0, above: 0 },
    clean: { price: 0.015, most: 0.15, loss: 0.015, risk: 0, above: 0 },
  },
};

/** Probabilities below which lines of a document go. */
export interface Thresholds {
  readonly threshold: number;
  /** For the rows before `story`. */
  readonly above: number;
  /** The first row of a story that is surely told; 0 where there is none. */
  readonly story: number;
}

/** The thresholds for a document. */
export function thresholdsOf(judged: JudgedLines, draft: Draft, level: Thoroughness, kind: TextKind): Thresholds {
  const { price, most, loss, risk, above } = LIMITS[level][kind];
  const { article, rest } = expectWords(judged, draft);
  const odds = (price * article) / Math.max(1, rest);
  const story = findStory(judged, draft);
  const mayCost = Math.max(loss * article, risk * (story.words - SURE_WORDS));
  const threshold = withinLoss(judged, draft, Math.min(most, odds / (1 + odds)), mayCost);
  return { threshold, above: Math.max(above, threshold), story: story.words < SURE_WORDS ? 0 : story.first };
}

/**
 * Words of prose that are a story by themselves. A long list beside them is most likely none of it, however many its entries are; without
 * them it may be all that the page has to say.
 */
const SURE_WORDS = 100;
const SURE_PROBABILITY = 0.9;
/** Lines that the rules know for furniture of a page; with fewer what looks like a list may be the table of an article. */
const FURNITURE_LINES = 8;

/** The prose of a page that is surely of its story: words, and the first row. Without the furniture of a page there is none. */
function findStory({ page, probability }: JudgedLines, { removals }: Draft): { words: number; first: number } {
  const { rows, sums } = page;
  const story = { words: 0, first: 0 };
  if ((sums.furniture[rows.length] ?? 0) < FURNITURE_LINES) return story;
  for (let row = rows.length - 1; row >= 0; row--) {
    const isSure = page.prose[row] === 1 && (probability[row] ?? 0) >= SURE_PROBABILITY;
    if (!isSure || removals[rows[row] ?? -1] !== null) continue;
    story.words += page.blocks[row]?.words ?? 0;
    story.first = row;
  }
  return story;
}

/** Share of the words (0..1) expected to be of the article below which the model knows no article in the document. */
const LEAST_EXPECTED = 0.02;

/** Whether the model takes next to nothing of what is open for the article: then it is not believed. */
export function findsNoArticle({ page, probability }: JudgedLines, { removals }: Draft): boolean {
  let words = 0;
  let article = 0;
  page.rows.forEach((at, row) => {
    if (removals[at] !== null) return;
    words += page.blocks[row]?.words ?? 0;
    article += (page.blocks[row]?.words ?? 0) * (probability[row] ?? 1);
  });
  return words > 0 && article < LEAST_EXPECTED * words;
}

/** Words that the model expects to be of the article, and those that it does not or that are removed already. */
function expectWords(
  { page, probability }: JudgedLines,
  { blocks, removals }: Draft,
): { readonly article: number; readonly rest: number } {
  let article = 0;
  let rest = 0;
  blocks.forEach((block, at) => {
    if (removals[at] !== null) rest += weigh(block.words);
  });
  page.rows.forEach((at, row) => {
    if (removals[at] !== null) return;
    const words = weigh(page.blocks[row]?.words ?? 0);
    const own = probability[row] ?? 1;
    article += own * words;
    rest += (1 - own) * words;
  });
  return { article, rest };
}

/** A mark without words counts as one. */
function weigh(words: number): number {
  return Math.max(1, words);
}

/** Probability (0..1) below which a line is no doubtful one: a menu of a thousand words costs nothing. */
const DOUBTFUL = 0.08;

/** The highest limit, at most the given one, up to which no more than `most` words of the article are expected to fall. */
function withinLoss({ page, probability }: JudgedLines, { removals }: Draft, limit: number, most: number): number {
  const under: number[] = [];
  page.rows.forEach((at, row) => {
    if (removals[at] === null && (probability[row] ?? 1) < limit) under.push(row);
  });
  under.sort((a, b) => (probability[a] ?? 0) - (probability[b] ?? 0));
  let lost = 0;
  for (const row of under) {
    const own = probability[row] ?? 0;
    if (own >= DOUBTFUL) lost += own * weigh(page.blocks[row]?.words ?? 0);
    if (lost > most) return own;
  }
  return limit;
}
