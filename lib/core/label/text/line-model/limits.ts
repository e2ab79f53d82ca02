import type { Thoroughness } from '../../../source.ts';
import type { Draft } from '../draft.ts';
import type { JudgedLines } from './line-model.ts';
import type { LinePage } from './line-page.ts';
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
}

/**
 * `npm run train -- BENCH --text --figures` prints what each level keeps and removes on sites held back. `clean` is judged whenever
 * a cleaned text is read again: lists of names would wear away, reading by reading, at more.
 */
const LIMITS: Readonly<Record<Thoroughness, Readonly<Record<TextKind, Limit>>>> = {
  careful: {
    page: { price: 0.1, most: 0.04, loss: 0.01, risk: 0 },
    article: { price: 0.002, most: 0.05, loss: 0.004, risk: 0 },
    extract: { price: 0.003, most: 0.05, loss: 0.004, risk: 0 },
    clean: { price: 0.002, most: 0.02, loss: 0.003, risk: 0 },
  },
  normal: {
    page: { price: 2, most: 0.3, loss: 0.04, risk: 1 },
    article: { price: 0.006, most: 0.2, loss: 0.02, risk: 0 },
    extract: { price: 0.01, most: 0.2, loss: 0.02, risk: 0 },
    clean: { price: 0.003, most: 0.05, loss: 0.01, risk: 0 },
  },
  thorough: {
    page: { price: 2, most: 0.4, loss: 0.08, risk: 1 },
    article: { price: 0.03, most: 0.35, loss: 0.03, risk: 0 },
    extract: { price: 0.05, most: 0.4, loss: 0.03, risk: 0 },
    clean: { price: 0.015, most: 0.15, loss: 0.015, risk: 0 },
  },
};

/** The probability below which lines of a document go. */
export function limitOf(judged: JudgedLines, draft: Draft, level: Thoroughness, kind: TextKind): number {
  const { price, most, loss, risk } = LIMITS[level][kind];
  const { article, rest } = expectWords(judged, draft);
  const odds = (price * article) / Math.max(1, rest);
  const mayCost = isRisked(judged.page) ? risk * (sureWords(judged, draft) - SURE_WORDS) : 0;
  return withinLoss(judged, draft, Math.min(most, odds / (1 + odds)), Math.max(loss * article, mayCost));
}

/**
 * Words of prose that are a story by themselves. A long list beside them is most likely none of it, however many its entries are; without
 * them it may be all that the page has to say.
 */
const SURE_WORDS = 100;
const SURE_PROBABILITY = 0.9;
/** Lines that the rules know for furniture of a page; with fewer what looks like a list may be the table of an article. */
const FURNITURE_LINES = 8;

function isRisked({ sums, rows }: LinePage): boolean {
  return (sums.furniture[rows.length] ?? 0) >= FURNITURE_LINES;
}

function sureWords({ page, probability }: JudgedLines, { removals }: Draft): number {
  let words = 0;
  page.rows.forEach((at, row) => {
    const isSure = page.prose[row] === 1 && (probability[row] ?? 0) >= SURE_PROBABILITY;
    if (isSure && removals[at] === null) words += page.blocks[row]?.words ?? 0;
  });
  return words;
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
