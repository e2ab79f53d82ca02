import type { Evidence } from '../record.ts';
import type { LdNode } from './json-ld.ts';
import { isProse, type Page } from './page.ts';
import { type Candidate, pageCandidates, textCandidates } from './title-candidates.ts';
import type { TitleNames } from './title-cut.ts';
import { lettersOf } from './values.ts';

/** The headline of a record, with the evidence for it. */
export interface Title {
  readonly text: string;
  /** Index of the block that shows the headline; -1 when no block does. */
  readonly block: number;
  readonly evidence: Evidence;
}

/** Letters of a title from which another that holds it counts for it, and what share of that one's weight it then gets. */
const MIN_CONTAINED = 12;
const FRAMED_SHARE = 0.9;
/** Words of an only heading that is believed without a second witness, and blocks within which prose must follow it. */
const MIN_HEADLINE_WORDS = 3;
const MAX_LEAD = 15;
/** Share of a heading's words that the head of the page must use too. */
const MIN_SHARED_WORDS = 0.25;

/** Chooses the headline among what the page shows and what it declares, by agreement. */
export function findTitle(page: Page, article: LdNode | null, names: TitleNames): Title | null {
  const candidates =
    page.labelled.document.format === 'html'
      ? weighHeadings(page, pageCandidates(page, article, names))
      : textCandidates(page);
  let best: Candidate | null = null;
  let bestScore = 0;
  for (const candidate of candidates) {
    const score = support(candidate, candidates);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  if (!best) return null;
  const total = candidates.reduce((sum, { weight }) => sum + weight, 0);
  return {
    text: best.text,
    block: locate(page, best),
    evidence: {
      source: best.source,
      confidence: Math.round(Math.min(0.99, 0.4 + (0.6 * bestScore) / total) * 100) / 100,
      raw: best.raw,
    },
  };
}

/** The block that shows the headline: the first that is a heading of level 1 or leads to prose, else the first of all. */
function locate(page: Page, title: Candidate): number {
  if (title.source === 'h1' || page.labelled.document.format !== 'html') return title.block;
  let best = -1;
  let bestRank = 0;
  for (const [index, { block }] of page.blocks.entries()) {
    const { length } = block.text;
    if (length < title.text.length * 0.9 || length > title.text.length * 2 + 20) continue;
    const letters = lettersOf(block.text);
    const same = letters === title.letters;
    if (!same && !(block.kind === 'heading' && letters.endsWith(title.letters))) continue;
    const rank =
      (same ? 1 : 0) +
      (block.kind === 'heading' ? 2 : 0) +
      (block.level === 1 ? 2 : 0) +
      (leadsProse(page, index) ? 4 : 0);
    if (rank + 1 > bestRank) [best, bestRank] = [index, rank + 1];
  }
  return best >= 0 ? best : title.block;
}

/** Weight of a candidate and of those that say the same, and a part of those that say it with a kicker or section around it. */
function support(candidate: Candidate, all: readonly Candidate[]): number {
  let score = 0;
  for (const other of all) {
    if (other.letters === candidate.letters) score += other.weight;
    else if (
      candidate.letters.length >= MIN_CONTAINED &&
      other.letters.includes(candidate.letters) &&
      (isFramed(candidate.text, other.text) || isGluedKicker(candidate, other))
    )
      score += other.weight * FRAMED_SHARE;
  }
  return score;
}

/** Whether one title is the other without what a separator sets off at either end. */
function isFramed(short: string, long: string): boolean {
  const at = long.toLowerCase().indexOf(short.toLowerCase());
  if (at < 0) return false;
  const before = long.slice(0, at).trimEnd();
  const after = long.slice(at + short.length).trimStart();
  return (before === '' || /[:|–—-]$/.test(before)) && (after === '' || /^[|–—-]/.test(after));
}

/** Whether a shown headline is the candidate with a kicker of a few words in front, which markup alone set off. */
function isGluedKicker(candidate: Candidate, shown: Candidate): boolean {
  if (shown.source !== 'h1' || candidate.source === 'h1' || !shown.letters.endsWith(candidate.letters)) return false;
  return (
    wordsOf(candidate.text).length >= MIN_HEADLINE_WORDS &&
    wordsOf(shown.text).length - wordsOf(candidate.text).length <= 4
  );
}

/** Gives the visible headline its full weight where it shares words with what the head declares, or nothing is declared. */
function weighHeadings(page: Page, found: readonly Candidate[]): readonly Candidate[] {
  const only = found.filter(({ source }) => source === 'h1').length === 1;
  const declared = new Set(found.filter(({ source }) => source !== 'h1').flatMap(({ text }) => wordsOf(text)));
  if (declared.size === 0) return found;
  return found.map((candidate) => {
    if (candidate.source !== 'h1') return candidate;
    if (only && wordsOf(candidate.text).length >= MIN_HEADLINE_WORDS && leadsProse(page, candidate.block))
      return candidate;
    const words = wordsOf(candidate.text);
    const shared = words.filter((word) => declared.has(word)).length;
    return shared / Math.max(1, words.length) >= MIN_SHARED_WORDS
      ? candidate
      : { ...candidate, weight: candidate.weight / 3 };
  });
}

function leadsProse(page: Page, headline: number): boolean {
  for (let at = headline + 1; at < page.blocks.length && at <= headline + MAX_LEAD; at++)
    if (isProse(page.blocks[at], 12)) return true;
  return false;
}

function wordsOf(text: string): readonly string[] {
  return (
    text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{3,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/gu) ?? []
  );
}
