import type { Draft } from '../draft.ts';
import type { JudgedLines } from './line-model.ts';
import { runningSums, sumOver } from './sums.ts';

/** Lines of a menu of which nearly all go: the rest goes with them, unless the model is fairly sure of it. */
const RUN = { words: 6, lines: 6, share: 0.8, most: 0.6 } as const;
/**
 * Lines that stay between more that go: of 172 with such a probability between eight lines on either side, on sites held back, gold has 30.
 */
const ISLAND = { lines: 3, words: 60, most: 0.6, gap: 8 } as const;
/** Lines before and behind a line that never goes on the model's word alone, and how many of both must go. */
const AROUND = { lines: 5, gone: 8 } as const;

/**
 * Removes lines of a page that their neighbours give away: what is left of runs of short lines that are removed for the most part,
 * few lines between many that go, and long lines and code that the model would have removed, among lines that go: a long comment among comments.
 */
export function joinNeighbours(judged: JudgedLines, draft: Draft, removed: Uint8Array, threshold: number): void {
  const gone = goneRows(judged, draft, removed);
  joinRuns(judged, gone, removed);
  dropIslands(judged, gone, removed);
  const sums = runningSums(removed.length, (row) => (gone[row] === 1 || removed[row] === 1 ? 1 : 0));
  for (let row = 0; row < removed.length; row++) {
    if (gone[row] === 1 || removed[row] === 1 || (judged.probability[row] ?? 1) >= threshold) continue;
    if (sumOver(sums, row - AROUND.lines, row + AROUND.lines + 1) >= AROUND.gone) removed[row] = 1;
  }
}

/** Removes what little stays between much that goes, unless the model is fairly sure of it. */
function dropIslands({ page, probability }: JudgedLines, gone: Uint8Array, removed: Uint8Array): void {
  const isGone = (row: number): boolean => gone[row] === 1 || removed[row] === 1;
  const count = removed.length;
  for (let start = 0; start < count; start++) {
    if (isGone(start)) continue;
    let end = start;
    let words = 0;
    let most = 0;
    for (; end < count && !isGone(end); end++) {
      words += page.size[end] ?? 0;
      most = Math.max(most, probability[end] ?? 1);
    }
    let before = 0;
    while (before < ISLAND.gap && start - before > 0 && isGone(start - before - 1)) before++;
    let after = 0;
    while (after < ISLAND.gap && end + after < count && isGone(end + after)) after++;
    const isIsland = end - start <= ISLAND.lines && words <= ISLAND.words && most < ISLAND.most;
    if (isIsland && before >= ISLAND.gap && after >= ISLAND.gap) removed.fill(1, start, end);
    start = end;
  }
}

/** 1 for rows that are removed, by whatever. */
function goneRows({ page }: JudgedLines, draft: Draft, removed: Uint8Array): Uint8Array {
  const gone = removed.slice();
  page.rows.forEach((at, row) => {
    if (draft.removals[at] !== null) gone[row] = 1;
  });
  return gone;
}

function joinRuns({ page, probability }: JudgedLines, gone: Uint8Array, removed: Uint8Array): void {
  const isIn = (row: number): boolean =>
    row < page.rows.length && (page.size[row] ?? 0) < RUN.words && page.lines[row]?.ended !== true;
  for (let start = 0; start < page.rows.length; start++) {
    if (!isIn(start)) continue;
    let end = start;
    let count = 0;
    for (; isIn(end); end++) count += gone[end] ?? 0;
    if (end - start >= RUN.lines && count >= RUN.share * (end - start)) {
      for (let row = start; row < end; row++)
        if (gone[row] === 0 && (probability[row] ?? 1) < RUN.most) removed[row] = 1;
    }
    start = end;
  }
}
