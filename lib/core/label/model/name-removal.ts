import type { Block, Removal, RemovalClass } from '../../document.ts';
import type { ModelPage } from './model-page.ts';

/** Rule id of what the model alone removes. */
export const MODEL_RULE = 'model-html';

const DATE = /\b(?:19|20)\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}:\d{2}\b/;
const RIGHTS = /[©®]|\(c\)\s/i;
/** Longest line at the head of a story that is its byline or date, words. */
const MAX_HEAD_LINE_WORDS = 14;
const TITLE_SIMILARITY = 0.8;
const LINKED = 0.5;

/** Where a removed row stands among the kept ones. */
export interface KeptSpan {
  /** First and last kept row; -1 when nothing is kept. */
  readonly first: number;
  readonly last: number;
}

/**
 * The removal of a row that the model does not keep: class and rule id from the markup and shape rules where they
 * remove it too, else the model's id and a class from where it stands; the confidence is the model's.
 */
export function nameRemoval(
  page: ModelPage,
  row: number,
  span: KeptSpan,
  rule: Removal | null,
  confidence: number,
): Removal {
  // Where the rules agree, theirs is the better name of the reason.
  if (rule !== null) return { class: rule.class, rule: rule.rule, confidence };
  const block = page.blocks[row];
  return { class: block === undefined ? 'other' : classByPlace(page, block, row, span), rule: MODEL_RULE, confidence };
}

function classByPlace(page: ModelPage, block: Block, row: number, { first, last }: KeptSpan): RemovalClass {
  if (block.kind === 'caption') return 'caption';
  if ((page.title[row] ?? 0) >= TITLE_SIMILARITY && row <= Math.max(first, 0)) return 'headline';
  if (page.saidBefore[row] === 1) return 'duplicate';
  if (first < 0) return block.linkDensity > LINKED ? 'navigation' : 'other';
  if (row < first) return headClass(page, block, row, first);
  if (RIGHTS.test(block.text) && row > last) return 'footer';
  if (block.linkDensity > LINKED) return isInCore(page, block) || row < last ? 'related' : 'navigation';
  if (row > last && isInCore(page, block) && block.kind === 'heading') return 'related';
  return 'other';
}

function headClass(page: ModelPage, block: Block, row: number, first: number): RemovalClass {
  if (block.linkDensity > LINKED && !isInCore(page, block)) return 'navigation';
  const near = row > page.landmarks.title && page.landmarks.title >= 0 && page.landmarks.title < first;
  if (!near || block.words > MAX_HEAD_LINE_WORDS) return block.linkDensity > LINKED ? 'navigation' : 'other';
  return DATE.test(block.text) ? 'dateline' : 'byline';
}

function isInCore({ elements }: ModelPage, block: Block): boolean {
  const { core, branch } = elements.core80;
  const own = branch[block.element] ?? -1;
  return block.element === core || (own >= 0 && elements.parent[own] === core);
}
