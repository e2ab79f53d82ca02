import type { RemovalClass } from '../../../document.ts';
import { countLines, sharedWords } from '../cohesion.ts';
import type { LinePage } from './line-page.ts';

/** Rows before the prose of the story among which its headline stands. */
const HEAD_ROWS = 60;
/** Rows below a headline among which the byline and the day stand. */
const BYLINE_ROWS = 4;
/** Share of linked characters from which a line is a link. */
export const LINKED = 0.5;

/**
 * What speaks for a line: the share (0..1) of its words that the story says, less where it has fewer than so many; a heading; a byline or
 * a day below it; nearness. What is longer than headlines are names much and says little. Swept on 117 pages with titles, in nine
 * renderings each: .77 of the titles that stand in a text are found, .55 by the last line like a headline before the story.
 */
const SCORES = {
  fullSize: 8,
  firstLevel: 0.5,
  otherLevel: 0.1,
  dated: 0.3,
  row: 0.01,
  longSize: 14,
  word: 0.06,
} as const;
const LEAST_SCORE = 0.25;
/** Share of the best score from which the first such line is the headline: what stands below it is a summary. */
const NEARLY = 0.9;

/** What else a headline may be taken for by its words, its place or what stands around it. */
const MISTAKEN: ReadonlySet<RemovalClass> = new Set([
  'navigation',
  'other',
  'related',
  'newsletter',
  'duplicate',
  'dateline',
  'footer',
]);
const BELOW: ReadonlySet<RemovalClass> = new Set(['byline', 'dateline']);

/**
 * Of the removed lines before the story the one that is its headline; -1 for none, or where a line that stays is more likely to be.
 *
 * @param names The classes of the rows that rules or the model remove; `null` for those that stay.
 * @param removed 1 for rows that the model removes.
 */
export function findHeadline(page: LinePage, names: readonly (RemovalClass | null)[], removed: Uint8Array): number {
  const isStory = (row: number): boolean => page.prose[row] === 1 && names[row] === null;
  let story = 0;
  while (story < names.length && !isStory(story)) story++;
  if (story === names.length) return -1;
  const told = countLines(page.vocabulary, isStory);
  const scores: { readonly row: number; readonly score: number }[] = [];
  let dated = -1;
  for (let row = story - 1; row >= Math.max(0, story - HEAD_ROWS); row--) {
    const name = names[row] ?? null;
    const isFree = name === null || (removed[row] === 1 && MISTAKEN.has(name));
    if (isFree && isLikeHeadline(page, row)) {
      const isDated = dated >= 0 && dated - row <= BYLINE_ROWS;
      const score = scoreOf(page, row, told) + (isDated ? SCORES.dated : 0) - (story - row) * SCORES.row;
      if (score > LEAST_SCORE) scores.push({ row, score });
    }
    if (name !== null && BELOW.has(name)) dated = row;
  }
  const best = Math.max(...scores.map(({ score }) => score));
  const first = scores.findLast(({ score }) => score >= best * NEARLY);
  return first === undefined || removed[first.row] === 0 ? -1 : first.row;
}

function isLikeHeadline({ lines, blocks }: LinePage, row: number): boolean {
  const line = lines[row];
  const isShort = line?.shape === 'H' || (line?.shape === 'S' && !line.ended);
  return isShort && (blocks[row]?.linkDensity ?? 0) < LINKED;
}

/** @param told Lines of the story that each term stands in. */
function scoreOf({ vocabulary, blocks, size }: LinePage, row: number, told: Int32Array): number {
  const words = size[row] ?? 0;
  const shared = sharedWords(vocabulary, row, told, 0) * Math.min(1, words / SCORES.fullSize);
  const block = blocks[row];
  const level = block?.kind !== 'heading' ? 0 : block.level === 1 ? SCORES.firstLevel : SCORES.otherLevel;
  return shared + level - Math.max(0, words - SCORES.longSize) * SCORES.word;
}
