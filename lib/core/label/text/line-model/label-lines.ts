import type { Removal } from '../../../document.ts';
import type { Thoroughness } from '../../../source.ts';
import { type Draft, NOTHING, type Proposal } from '../draft.ts';
import { type JudgedLines, judgeLines, type LineModel, readLineModel } from './line-model.ts';
import { LINE_TREES } from './line-trees-model.ts';
import { nameLines } from './name-lines.ts';
import { kindOfText, type TextKind } from './text-kind.ts';

/**
 * Probability (0..1) to belong to the article below which a line goes: bold on whole pages, timid on what is nearly the
 * article. `npm run train -- BENCH --text --figures` prints what each level keeps and removes on sites held back. Of pages .13, .17 and
 * .23 removes 77.9, 78.8 and 79.9 % on the open web and keeps 98.8, 98.6 and 98.5. `careful` judges clean text again as well: of an extract
 * .045 and .02 keeps 99.47 and 99.56 % of documents without cards, and at .045 lists of names wore away, reading by reading.
 */
const THRESHOLDS: Readonly<Record<Thoroughness, Readonly<Record<TextKind, number>>>> = {
  careful: { page: 0.05, article: 0.02, extract: 0.02 },
  normal: { page: 0.23, article: 0.045, extract: 0.045 },
  thorough: { page: 0.35, article: 0.2, extract: 0.25 },
};
/** The same for a line like a headline on a page, above two lines that go: most likely their label. +.5 points removed at -.04 kept. */
const LABEL = 0.2;
/** Words from which a line with few links never goes on the model's word alone. */
const MAX_WORDS = 150;
const FEW_LINKS = 0.3;
/**
 * Lines with which a document is long enough to be judged: with fewer there is too little to compare a line with. From 1 over 8 and
 * 10 to 12 the model's share of what is removed from article boxes falls from 65.5 over 65.5 and 64.9 to 64.1 %.
 */
const MIN_LINES = 12;
/** Share of the open prose (0..1, words) that must survive, by kind; with less the careful thresholds are taken. */
const MIN_SURVIVORS: Readonly<Record<TextKind, number>> = { page: 0.1, article: 0.5, extract: 0.5 };

/** What the model removes. */
export interface LineVerdict {
  readonly proposal: Proposal;
  /** True when so little would have survived that the careful thresholds were taken. */
  readonly isDoubtful: boolean;
}

let shared: LineModel | null = null;

/** The trained model, read once. */
export function sharedLineModel(): LineModel {
  shared ??= readLineModel(LINE_TREES);
  return shared;
}

/** Labels the lines that the model takes for no part of the article. A document without prose is left alone. */
export function labelLines(draft: Draft, model: LineModel, thoroughness: Thoroughness): LineVerdict {
  if (draft.blocks.length < MIN_LINES) return { proposal: NOTHING, isDoubtful: false };
  const judged = judgeLines(draft, model);
  const kind = kindOfText(judged.page, judged.probability);
  const removed = belowThreshold(judged, draft, thoroughness, kind);
  if (isEnough(judged, draft, removed, kind)) return { proposal: propose(judged, draft, removed), isDoubtful: false };
  const careful = belowThreshold(judged, draft, 'careful', kind);
  const isRight = isEnough(judged, draft, careful, kind);
  return { proposal: isRight ? propose(judged, draft, careful) : NOTHING, isDoubtful: true };
}

function belowThreshold(
  { page, probability }: JudgedLines,
  draft: Draft,
  level: Thoroughness,
  kind: TextKind,
): Uint8Array {
  const threshold = THRESHOLDS[level][kind];
  const isUnder = (row: number): boolean => row < page.rows.length && (probability[row] ?? 1) < threshold;
  return Uint8Array.from(page.blocks, (block, row) => {
    const isOpen = draft.removals[page.rows[row] ?? -1] === null;
    // A sign without words may be part of a text; whole pages are full of them.
    const isSign = kind !== 'page' && block.words === 0;
    const isLong = block.words >= MAX_WORDS && block.linkDensity < FEW_LINKS;
    const isProtected = block.kind === 'code' || isSign || isLong;
    const isLabel = kind === 'page' && page.lines[row]?.shape === 'H' && isUnder(row + 1) && isUnder(row + 2);
    const limit = isLabel ? Math.max(threshold, LABEL) : threshold;
    return isOpen && !isProtected && (probability[row] ?? 1) < limit ? 1 : 0;
  });
}

/** Whether what survives can be an article. */
function isEnough({ page }: JudgedLines, draft: Draft, removed: Uint8Array, kind: TextKind): boolean {
  let open = 0;
  let left = 0;
  let prose = 0;
  let proseLeft = 0;
  page.blocks.forEach((block, row) => {
    if (draft.removals[page.rows[row] ?? -1] !== null) return;
    const stays = removed[row] === 0 ? block.words : 0;
    open += block.words;
    left += stays;
    if (page.prose[row] !== 1) return;
    prose += block.words;
    proseLeft += stays;
  });
  if (open === 0) return true;
  return left > 0 && proseLeft >= prose * MIN_SURVIVORS[kind];
}

function propose({ page, probability }: JudgedLines, draft: Draft, removed: Uint8Array): Proposal {
  const names = nameLines(page, draft, removed);
  const found = new Map<number, Removal>();
  names.forEach((name, row) => {
    if (name === null) return;
    const confidence = Math.round((1 - (probability[row] ?? 0)) * 1000) / 1000;
    found.set(page.rows[row] ?? -1, { class: name, rule: 'line-model', confidence });
  });
  return found;
}
