import type { ArticleDocument, Block, LabelledBlock, Removal } from '../../document.ts';
import { labelHtml } from '../html/label-html.ts';
import { noteType } from '../note-type.ts';
import { decideRows } from './decide.ts';
import { MAIN_TEXT } from './main-text-model.ts';
import { type BlockModel, judgePage, readModel } from './model.ts';
import { nameRemoval } from './name-removal.ts';

let shared: BlockModel | null = null;

/**
 * Labels the blocks of an HTML page by the trained model; every block comes back, in order. Rules give the classes of what is
 * removed and judge what holds no text. A page without text is left to the rules.
 */
export function labelWithModel(document: ArticleDocument): readonly LabelledBlock[] {
  shared ??= readModel(MAIN_TEXT);
  return labelBy(shared, document);
}

/** The same with a model of one's own. */
export function labelBy(model: BlockModel, document: ArticleDocument): readonly LabelledBlock[] {
  const byRule = labelHtml(document);
  const judged = judgePage(document, byRule, model);
  if (judged === null) return byRule;
  const { page } = judged;
  const { kept, probability } = decideRows(judged, model.threshold);
  const span = { first: kept.indexOf(1), last: kept.lastIndexOf(1) };
  const rowOf = new Map(Array.from(page.rows, (at, row) => [at, row]));
  const removals = document.blocks.map((block, at): Removal | null => {
    const row = rowOf.get(at);
    const rule = byRule[at]?.removal ?? null;
    if (row === undefined || isSettled(block, rule)) return rule;
    // A caption of the story is no part of its text either way, so the rules say whether it is the story's.
    if (kept[row] === 1 || (rule === null && (isCaption(block) || noteType(block) !== null))) return null;
    return nameRemoval(page, row, span, rule, round(1 - (probability[row] ?? 0)));
  });
  return document.blocks.map((block, at) => ({
    block,
    removal: removals[at] ?? null,
    type: removals[at] != null ? null : isCaption(block) ? 'caption' : noteType(block),
  }));
}

/** Longest line of names and a date, words. */
const MAX_HEAD_LINE_WORDS = 12;
const YEAR = /\b(?:19|20)\d{2}\b/;

/** A line of the head of the story with its date is no matter of likelihood. */
function isSettled(block: Block, rule: Removal | null): boolean {
  if (rule === null) return false;
  const isHeadLine = rule.class === 'byline' || rule.class === 'dateline';
  return isHeadLine && block.words <= MAX_HEAD_LINE_WORDS && YEAR.test(block.text);
}

function isCaption(block: Block): boolean {
  return block.kind === 'caption';
}

/** Three digits are more than a probability is worth, and make equal records on every machine. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
