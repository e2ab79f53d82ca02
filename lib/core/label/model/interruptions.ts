import type { Block } from '../../document.ts';
import { isSectionName } from '../section-names.ts';
import { announces } from '../story-lists.ts';
import type { ModelPage } from './model-page.ts';

/**
 * Probability from which a block between two blocks of the story is a part of it, where no rule of markup or shape says otherwise.
 * Sites held out, F1 of words on 991 pages: articles .9573 -> .9581 (either half of the sites gains), all types .8904 -> .8914,
 * documentation .9404 -> .9437, news as before. Of code in such places gold keeps 153 blocks of 185, of single headings from .2 on
 * 234 of 274 whatever rules say.
 */
const WITHIN: Readonly<Partial<Record<Block['kind'], number>>> = {
  code: 0.05,
  heading: 0.2,
  'table-row': 0.1,
  'list-item': 0.4,
  paragraph: 0.4,
};
/** The same of the questions of interviews and of closed panels, and their words. */
const QUESTION = { within: 0.15, least: 3, most: 25, ending: /[?？؟]$/ } as const;
/** Words from which a paragraph is looked at. */
const PARAGRAPH_WORDS = 8;
/** Most blocks between the two: more are a part of the page of their own. */
const MAX_BLOCKS = 20;
/** What nobody puts between paragraphs but the author, and most words of what stands beside it there and goes: buttons, names of files, labels. */
const OWN_KINDS: ReadonlySet<Block['kind']> = new Set(['code', 'table-row']);
const MAX_OTHER_WORDS = 30;

/**
 * Keeps the items of lists that a kept line announces, and the doubtful rows between two kept ones where each of them may be a
 * part of the story: its tables, code, lists, questions, asides.
 *
 * @param isDecided Whether a row goes whatever stands around it.
 */
export function keepWithin(
  page: ModelPage,
  probability: Float64Array,
  isDecided: (row: number) => boolean,
  kept: Uint8Array,
): void {
  const mayStay = (row: number): boolean => {
    const block = page.blocks[row];
    if (block === undefined || isDecided(row)) return false;
    if (block.kind === 'heading' ? isOrphan(block, page.blocks[row + 1]) : page.rules[row] != null) return false;
    // A note goes where its line goes.
    if (block.note === true || isSectionName(block.text)) return true;
    if (isQuestion(block)) return (probability[row] ?? 0) >= QUESTION.within;
    if (block.kind === 'paragraph' && block.words < PARAGRAPH_WORDS) return false;
    return (probability[row] ?? 0) >= (WITHIN[block.kind] ?? Number.POSITIVE_INFINITY);
  };
  keepAnnounced(page, probability, isDecided, kept);
  let last = kept.indexOf(1);
  for (let row = last + 1; last >= 0 && row < kept.length; row++) {
    if (kept[row] !== 1) continue;
    if (row - last <= MAX_BLOCKS + 1) keepRun(page.blocks, mayStay, kept, last + 1, row);
    last = row;
  }
}

function isQuestion({ text, words, linkDensity }: Block): boolean {
  return words >= QUESTION.least && words <= QUESTION.most && linkDensity === 0 && QUESTION.ending.test(text);
}

/** Whether the next heading of its rank follows at once. */
function isOrphan({ level }: Block, next: Block | undefined): boolean {
  return next?.kind === 'heading' && (next.level ?? 6) <= (level ?? 6);
}

/** Probability from which an item stays in a list that a kept line announces: of 54 such lists gold keeps 37, whatever rules say. */
const ANNOUNCED = 0.05;

function keepAnnounced(
  { blocks }: ModelPage,
  probability: Float64Array,
  isDecided: (row: number) => boolean,
  kept: Uint8Array,
): void {
  let isAnnounced = false;
  for (let row = 1; row < kept.length; row++) {
    const above = blocks[row - 1];
    if (blocks[row]?.kind !== 'list-item') continue;
    if (above?.kind !== 'list-item') isAnnounced = kept[row - 1] === 1 && above !== undefined && announces(above);
    if (isAnnounced && (probability[row] ?? 0) >= ANNOUNCED && !isDecided(row)) kept[row] = 1;
  }
}

/** Keeps all rows from `start` to before `end` where none of them must go; else their code and tables, where little else stands there. */
function keepRun(
  blocks: readonly Block[],
  mayStay: (row: number) => boolean,
  kept: Uint8Array,
  start: number,
  end: number,
): void {
  let others = 0;
  const stays: number[] = [];
  for (let row = start; row < end; row++) {
    if (mayStay(row)) stays.push(row);
    else others += blocks[row]?.words ?? 0;
  }
  if (others > MAX_OTHER_WORDS) return;
  for (const row of stays)
    if (stays.length === end - start || OWN_KINDS.has(blocks[row]?.kind ?? 'paragraph')) kept[row] = 1;
}
