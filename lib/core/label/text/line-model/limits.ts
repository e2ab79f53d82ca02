import type { RemovalClass } from '../../../document.ts';
import type { Thoroughness } from '../../../source.ts';
import type { Draft } from '../draft.ts';
import type { JudgedLines } from './line-model.ts';
import type { TextKind } from './text-kind.ts';

/**
 * A line whose probability to be of the article is half the best F1 that can be expected of a document makes that F1 neither better nor
 * worse. It stays from this share of that probability on: a lost line costs readers more than one too many.
 * `npm run train -- BENCH --text --figures` prints what each level keeps and removes on sites held back. `clean` is judged whenever
 * a cleaned text is read again: lists of names would wear away, reading by reading, at more.
 */
const SHARES: Readonly<Record<Thoroughness, Readonly<Record<TextKind, number>>>> = {
  careful: { page: 0.08, article: 0.03, extract: 0.08, clean: 0.04 },
  normal: { page: 0.55, article: 0.1, extract: 0.2, clean: 0.05 },
  thorough: { page: 0.85, article: 0.4, extract: 0.5, clean: 0.2 },
};

/**
 * The model has learnt from documents in which article and rest weigh the same, so what it takes for likely is less so where a short story
 * stands among long lists, and more where a long one has a line of rest. The odds are put right by the ratio of the two
 * to this power, where there is less of the article than of the rest and where there is more: how much of the ratio the model does not know already.
 *
 * @see Saerens, Latinne, Decaestecker: Adjusting the outputs of a classifier to new a priori probabilities, Neural Computation 14, 2002.
 */
const POWERS: Readonly<Record<TextKind, Readonly<Record<'scarce' | 'plenty', number>>>> = {
  page: { scarce: 0.75, plenty: 0.6 },
  article: { scarce: 0.35, plenty: 0.35 },
  extract: { scarce: 0.35, plenty: 0.35 },
  clean: { scarce: 0, plenty: 0 },
};
/** After so many rounds the ratio hardly changes. */
const ROUNDS = 4;
/**
 * Classes of removal that tell of a site's own lines: buttons, boxes, labels, people. A scrape in which the rules find many kinds of them
 * holds more that no rule knows; where they find one or two, a line in doubt is most often the article's. The log odds at which a
 * line falls rise by a step for each kind beyond the second, up to some; not at the careful level.
 */
const SITE_CLASSES: ReadonlySet<RemovalClass> = new Set([
  'byline',
  'bio',
  'share',
  'newsletter',
  'related',
  'ad',
  'cookie',
  'paywall',
  'comments',
  'footer',
  'navigation',
  'tag-list',
  'wordpress',
  'contact',
]);
const STEPS: Readonly<Record<Thoroughness, number>> = { careful: 0, normal: 1, thorough: 1 };
const FREE_KINDS = 2;
const MOST_KINDS = 4;
const MOST_LIMIT: Readonly<Record<Thoroughness, number>> = { careful: 0, normal: 0.2, thorough: 0.45 };
/** Bounds of the article's share of a document, 0..1. */
const SHARE_BOUNDS = { least: 0.02, most: 0.98 } as const;

/** An open line: how sure the model is that it is of the article, 0..1, and its words. */
interface OpenLine {
  readonly probability: number;
  readonly words: number;
}

/** The probability below which lines of a document go. */
export function limitOf(judged: JudgedLines, draft: Draft, level: Thoroughness, kind: TextKind): number {
  const lines = openLines(judged, draft);
  const factor = oddsFactor(lines, removedWords(draft), kind);
  const share = (SHARES[level][kind] * bestF1(lines, factor)) / 2;
  const limit = kind === 'page' ? share : raise(share, STEPS[level] * kindsBeyond(draft), MOST_LIMIT[level]);
  // What is compared with it is the model's own probability, so the limit is turned back and not every line forth.
  return limit / (limit + (1 - limit) * factor);
}

/** How many kinds of a site's own lines the rules have found beyond those that any text may have. */
function kindsBeyond({ removals }: Draft): number {
  const kinds = new Set<RemovalClass>();
  for (const removal of removals) if (removal !== null && SITE_CLASSES.has(removal.class)) kinds.add(removal.class);
  return Math.max(0, Math.min(MOST_KINDS, kinds.size) - FREE_KINDS);
}

/** A probability raised on the scale of log odds, to at most a bound. */
function raise(probability: number, steps: number, most: number): number {
  if (steps === 0) return probability;
  const odds = (probability / (1 - probability)) * Math.exp(steps);
  return Math.min(most, odds / (1 + odds));
}

function openLines({ page, probability }: JudgedLines, { removals }: Draft): readonly OpenLine[] {
  const lines: OpenLine[] = [];
  page.rows.forEach((at, row) => {
    if (removals[at] === null)
      lines.push({ probability: probability[row] ?? 1, words: weigh(page.blocks[row]?.words ?? 0) });
  });
  return lines;
}

function removedWords({ blocks, removals }: Draft): number {
  return blocks.reduce((sum, { words }, at) => (removals[at] === null ? sum : sum + weigh(words)), 0);
}

/** A mark without words counts as one. */
function weigh(words: number): number {
  return Math.max(1, words);
}

/** What the odds of every line are to be multiplied by; found by turns with the words of the article that follow from it. */
function oddsFactor(lines: readonly OpenLine[], removed: number, kind: TextKind): number {
  const { scarce, plenty } = POWERS[kind];
  const all = lines.reduce((sum, { words }) => sum + words, removed);
  let factor = 1;
  for (let round = 0; round < ROUNDS && scarce > 0; round++) {
    const share = expectedWords(lines, factor) / Math.max(1, all);
    const bounded = Math.max(SHARE_BOUNDS.least, Math.min(SHARE_BOUNDS.most, share));
    const ratio = bounded / (1 - bounded);
    factor = ratio ** (ratio > 1 ? plenty : scarce);
  }
  return factor;
}

function expectedWords(lines: readonly OpenLine[], factor: number): number {
  return lines.reduce((sum, { probability, words }) => sum + words * corrected(probability, factor), 0);
}

function corrected(probability: number, factor: number): number {
  return (probability * factor) / (probability * factor + 1 - probability);
}

/** The best F1 (0..1, in words) that can be expected of keeping the lines from some probability on. */
function bestF1(lines: readonly OpenLine[], factor: number): number {
  const expected = expectedWords(lines, factor);
  let right = 0;
  let kept = 0;
  let best = 0;
  for (const { probability, words } of lines.toSorted((a, b) => b.probability - a.probability)) {
    right += words * corrected(probability, factor);
    kept += words;
    best = Math.max(best, (2 * right) / (kept + expected));
  }
  return best;
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
