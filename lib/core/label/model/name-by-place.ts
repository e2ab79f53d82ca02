import type { Block, RemovalClass } from '../../document.ts';
import type { ModelPage } from './model-page.ts';
import type { KeptSpan, RemovalName } from './removal-name.ts';

/** Rule id of what the model alone removes: where it stands says what it is. */
export const MODEL_RULE = 'model-html';

const DATE = /\b(?:19|20)\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}:\d{2}\b/;
const RIGHTS = /[©®]|\(c\)\s/i;
/** Longest line at the head of a story that is its byline or date, words. */
const MAX_HEAD_LINE_WORDS = 14;
const TITLE_SIMILARITY = 0.8;
const LINKED = 0.5;
/** Bits of `flagElements`. */
const IN_NAV = 1;
const IN_HEADER = 2;
const IN_FOOTER = 4;

/** What a row is by its kind or by what the page says its title is, whatever its words are. */
export function nameByKind(page: ModelPage, row: number, { first }: KeptSpan): RemovalName | null {
  if (page.blocks[row]?.kind === 'caption') return { class: 'caption', rule: MODEL_RULE };
  const isTitle = (page.title[row] ?? 0) >= TITLE_SIMILARITY && row <= Math.max(first, 0);
  return isTitle ? { class: 'headline', rule: MODEL_RULE } : null;
}

/** Rows behind the article among which its own date may still stand. */
const DATE_ROWS = 3;

/** Whether a row may be the date line of the story itself: a short line with a date, not far behind the article. */
export function mayBeDateline(page: ModelPage, row: number, { last }: KeptSpan): boolean {
  const block = page.blocks[row];
  return block !== undefined && row <= last + DATE_ROWS && block.words <= MAX_HEAD_LINE_WORDS && DATE.test(block.text);
}

/** What the place of a row on the page says that it is; `other` when it says nothing. */
export function nameByPlace(page: ModelPage, row: number, span: KeptSpan): RemovalName {
  const block = page.blocks[row];
  return { class: block === undefined ? 'other' : classByPlace(page, block, row, span), rule: MODEL_RULE };
}

function classByPlace(page: ModelPage, block: Block, row: number, { first, last }: KeptSpan): RemovalClass {
  if (page.saidBefore[row] === 1) return 'duplicate';
  const flags = page.tagFlags[block.element] ?? 0;
  if ((flags & IN_NAV) !== 0 && !DATE.test(block.text)) return 'navigation';
  if ((flags & IN_FOOTER) !== 0 && row > last) return 'footer';
  if (first < 0) return block.linkDensity > LINKED ? 'navigation' : 'other';
  if (row < first) return headClass(page, block, row, { first, last });
  if (RIGHTS.test(block.text) && row > last) return 'footer';
  if (block.linkDensity > LINKED) return isInCore(page, block) || row < last ? 'related' : 'navigation';
  if (row > last && isInCore(page, block) && block.kind === 'heading') return 'related';
  return 'other';
}

function headClass(page: ModelPage, block: Block, row: number, { first }: KeptSpan): RemovalClass {
  if (block.linkDensity > LINKED && !isInCore(page, block)) return 'navigation';
  const { title } = page.landmarks;
  const near = row > title && title >= 0 && title < first;
  if (near && block.words <= MAX_HEAD_LINE_WORDS) {
    if (DATE.test(block.text)) return 'dateline';
    // What the rules take for outside the story or hidden is a button there more often than a name.
    if (page.rules[row] === null) return 'byline';
  }
  const isSiteHead = ((page.tagFlags[block.element] ?? 0) & IN_HEADER) !== 0 && row < title && !DATE.test(block.text);
  return block.linkDensity > LINKED || isSiteHead ? 'navigation' : 'other';
}

function isInCore({ elements }: ModelPage, block: Block): boolean {
  const { core, branch } = elements.core80;
  const own = branch[block.element] ?? -1;
  return block.element === core || (own >= 0 && elements.parent[own] === core);
}
