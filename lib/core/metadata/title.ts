import type { Evidence } from '../record.ts';
import type { LdNode } from './json-ld.ts';
import type { Page } from './page.ts';
import { textCandidates } from './text-title.ts';
import { type Candidate, pageCandidates } from './title-candidates.ts';
import type { TitleNames } from './title-cut.ts';
import { supportOf } from './title-support.ts';
import { leadsProse, weighCandidates } from './title-weights.ts';
import { lettersOf } from './values.ts';

/** The headline of a record, with the evidence for it. */
export interface Title {
  readonly text: string;
  /** Index of the block that shows the headline; -1 when no block does. */
  readonly block: number;
  readonly evidence: Evidence;
}

/** Chooses the headline among what the page shows and what it declares, by agreement. */
export function findTitle(page: Page, article: LdNode | null, names: TitleNames): Title | null {
  const candidates =
    page.labelled.document.format === 'html'
      ? weighCandidates(page, pageCandidates(page, article, names))
      : textCandidates(page);
  let best: Candidate | null = null;
  let bestScore = 0;
  for (const candidate of candidates) {
    const score = supportOf(page, candidate, candidates);
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
