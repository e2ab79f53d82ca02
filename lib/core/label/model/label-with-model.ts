import type { ArticleDocument, Block, LabelledBlock, Removal } from '../../document.ts';
import { labelHtml } from '../html/label-html.ts';
import { noteType } from '../note-type.ts';
import { RULE_CONFIDENCE } from '../rules/phrase-removal.ts';
import { type Decision, decideRows } from './decide.ts';
import { EMBEDDED_POST_RULE } from './embedded-posts.ts';
import { MAIN_TEXT } from './main-text-model.ts';
import { type BlockModel, type JudgedPage, judgePage, readModel } from './model.ts';
import { nameRemovals } from './name-removal.ts';
import type { RemovalName } from './removal-name.ts';

let shared: BlockModel | null = null;

/**
 * Labels the blocks of an HTML page by the trained model; every block comes back, in order. Rules give the classes of what is
 * removed and judge what holds no text. A page without text is left to the rules.
 */
export function labelWithModel(document: ArticleDocument): readonly LabelledBlock[] {
  return labelBy(sharedModel(), document);
}

/** The trained model, read once. */
export function sharedModel(): BlockModel {
  shared ??= readModel(MAIN_TEXT);
  return shared;
}

/** The same with a model of one's own. */
export function labelBy(model: BlockModel, document: ArticleDocument): readonly LabelledBlock[] {
  return judgeDocument(model, document).blocks;
}

/** Who had the last word on a block: the rules, the model, or the rules on a caption, note, head line or pop-up card that the model judged too. */
export type Ground = 'rules' | 'model' | 'head-line' | 'caption' | 'note' | 'pop-up';

/** The labels of a page with what they were made from, for those who want to know why. */
export interface JudgedDocument {
  readonly blocks: readonly LabelledBlock[];
  /** By block. */
  readonly grounds: readonly Ground[];
  /** `null` for a page without text. */
  readonly model: { readonly judged: JudgedPage; readonly decision: Decision } | null;
}

/** Labels a page and keeps what the labels were made from. */
export function judgeDocument(model: BlockModel, document: ArticleDocument): JudgedDocument {
  const byRule = labelHtml(document);
  const judged = judgePage(document, byRule, model);
  if (judged === null) return { blocks: byRule, grounds: byRule.map(() => 'rules'), model: null };
  const { page } = judged;
  const decision = decideRows(judged, model.threshold);
  const { kept, probability, certain, posts } = decision;
  const names = nameRemovals(page, kept);
  const rowOf = new Int32Array(document.blocks.length).fill(-1);
  page.rows.forEach((at, row) => {
    rowOf[at] = row;
  });
  const grounds: Ground[] = [];
  const blocks = document.blocks.map((block, at): LabelledBlock => {
    const row = rowOf[at] ?? -1;
    const rule = byRule[at]?.removal ?? null;
    const type = byRule[at]?.type ?? noteType(block);
    const inPost = row >= 0 && (posts[row] ?? -1) >= 0 && block.popUp !== true;
    const ground = inPost ? 'model' : groundOf(block, { rule, type }, row < 0 ? null : kept[row] === 1);
    grounds.push(ground);
    if (ground !== 'model' || row < 0)
      return labelled(block, type, ground === 'caption' || ground === 'note' ? null : rule);
    const found = names[row] ?? null;
    if (found === null) return labelled(block, type, null);
    const name = inPost ? POST : found;
    const byModel = round(1 - (probability[row] ?? 0));
    const confidence = certain[row] === 1 ? Math.max(RULE_CONFIDENCE, byModel) : byModel;
    return labelled(block, type, { class: name.class, rule: name.rule, confidence });
  });
  return { blocks, grounds, model: { judged, decision } };
}

/** @param kept Whether the model keeps the block; `null` where it did not judge it. */
function groundOf(block: Block, { rule, type }: RuleVerdict, kept: boolean | null): Ground {
  if (kept === null) return 'rules';
  if (block.popUp === true) return 'pop-up';
  if (isSettled(block, rule)) return 'head-line';
  // A caption of the story is no part of its text either way, so the rules say whether it is the story's.
  if (kept || rule !== null || type === null) return 'model';
  return type === 'caption' ? 'caption' : 'note';
}

interface RuleVerdict {
  readonly rule: Removal | null;
  /** What else the block is than running text: a caption, a note. */
  readonly type: LabelledBlock['type'];
}

/** What a quoted post is called, whatever its words and its place are like. */
const POST: RemovalName = { class: 'other', rule: EMBEDDED_POST_RULE };

function labelled(block: Block, type: LabelledBlock['type'], removal: Removal | null): LabelledBlock {
  return { block, removal, type: removal === null ? type : null };
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

/** Three digits are more than a probability is worth, and make equal records on every machine. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
