import type { Block, Removal } from '../../../document.ts';
import type { Thoroughness } from '../../../source.ts';
import { noteType } from '../../note-type.ts';
import { isSectionName } from '../../section-names.ts';
import { type Draft, NOTHING, type Proposal } from '../draft.ts';
import { HEADLINE } from '../headline.ts';
import { isCardRule } from '../teaser-rules.ts';
import { joinLists, settleLists } from './join-lists.ts';
import { joinNeighbours } from './join-neighbours.ts';
import { findsNoArticle, limitOf } from './limits.ts';
import { type JudgedLines, judgeLines, type LineModel, readLineModel } from './line-model.ts';
import { LINE_TREES } from './line-trees-model.ts';
import { nameLines } from './name-lines.ts';
import { kindOfText, type TextKind } from './text-kind.ts';

/** The limit, at most twice that of other lines, for a line like a headline on a page above two lines that go: most likely their label. */
const LABEL = 0.2;
/** Words from which a line with few links never goes on the model's word alone. */
const MAX_WORDS = 150;
const FEW_LINKS = 0.3;
/** Lines with which a document is long enough to be judged; with fewer there is too little to compare a line with. */
const MIN_LINES = 6;
/** Share of the open prose (0..1, words) that must survive, by kind; with less the careful thresholds are taken. */
const MIN_SURVIVORS: Readonly<Record<TextKind, number>> = { page: 0.1, article: 0.5, extract: 0.5, clean: 0.5 };

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
  const alone = judgeLines(draft, model);
  // Text in which no rule has found anything is nearly clean already: its headings and asides are most likely its own.
  const isClean = draft.removals.every((removal) => removal === null || isCardRule(removal.rule));
  const kind = isClean ? 'clean' : kindOfText(alone.page, alone.probability);
  const judged = joinLists(alone);
  if (findsNoArticle(judged, draft)) return { proposal: NOTHING, isDoubtful: true };
  const removed = belowThreshold(judged, draft, thoroughness, kind);
  if (isEnough(judged, draft, removed, kind)) return { proposal: propose(judged, draft, removed), isDoubtful: false };
  const careful = belowThreshold(judged, draft, 'careful', kind);
  const isRight = isEnough(judged, draft, careful, kind);
  return { proposal: isRight ? propose(judged, draft, careful) : NOTHING, isDoubtful: true };
}

function belowThreshold(judged: JudgedLines, draft: Draft, level: Thoroughness, kind: TextKind): Uint8Array {
  const { page, probability } = judged;
  const threshold = limitOf(judged, draft, level, kind);
  const isUnder = (row: number): boolean => row < page.rows.length && (probability[row] ?? 1) < threshold;
  const removed = new Uint8Array(page.rows.length);
  page.blocks.forEach((block, row) => {
    const isOpen = draft.removals[page.rows[row] ?? -1] === null;
    // A sign without words may be part of a text; whole pages are full of them.
    const isSign = kind !== 'page' && block.words === 0;
    const isLong = block.words >= MAX_WORDS && block.linkDensity < FEW_LINKS;
    const isProtected = block.kind === 'code' || isSign || isLong;
    const isLabel = kind === 'page' && page.lines[row]?.shape === 'H' && isUnder(row + 1) && isUnder(row + 2);
    const limit = isLabel ? Math.max(threshold, Math.min(LABEL, threshold * 2)) : threshold;
    if (isOpen && !isProtected && (probability[row] ?? 1) < limit) removed[row] = 1;
  });
  if (kind === 'page') joinNeighbours(judged, draft, removed, threshold);
  settleLists(judged, draft, removed);
  spareOwnLines(judged, draft, removed);
  return removed;
}

/** Corrections stay, and so do names of the parts of an article above what stays. */
function spareOwnLines({ page }: JudgedLines, draft: Draft, removed: Uint8Array): void {
  let staysBelow = false;
  for (let row = page.blocks.length - 1; row >= 0; row--) {
    const block = page.blocks[row] as Block;
    if (removed[row] === 1 && (noteType(block) === 'correction' || (staysBelow && isSectionName(block.text))))
      removed[row] = 0;
    staysBelow = removed[row] === 0 && draft.removals[page.rows[row] ?? -1] === null;
  }
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
  if (!removed.includes(1)) return NOTHING;
  const names = nameLines(page, draft, removed);
  const found = new Map<number, Removal>();
  names.forEach((name, row) => {
    if (name === null) return;
    const confidence = Math.round((1 - (probability[row] ?? 0)) * 1000) / 1000;
    const byModel: Removal = { class: name, rule: 'line-model', confidence };
    found.set(page.rows[row] ?? -1, name === HEADLINE.class ? HEADLINE : byModel);
  });
  return found;
}
