import { leanTogether } from '../../model/lean-together.ts';
import { isSectionName } from '../../section-names.ts';
import { announces, isMeasured } from '../../story-lists.ts';
import type { Draft } from '../draft.ts';
import type { JudgedLines } from './line-model.ts';

/** Fewest lines that are judged together. */
const MIN_LINES = 3;

/**
 * Probabilities in which the items of one list, or rows of one table, lean towards each other: lists stay or go as wholes. What rules have
 * removed of a list counts against the rest of it.
 */
export function joinLists({ page, probability }: JudgedLines): JudgedLines {
  const joined = probability.slice();
  let start = 0;
  while (start < page.blocks.length) {
    const group = page.blocks[start]?.group ?? -1;
    let end = start + 1;
    while (group >= 0 && end < page.blocks.length && page.blocks[end]?.group === group) end++;
    if (end - start >= MIN_LINES) leanTogether(page.blocks, probability, joined, { start, end });
    start = end;
  }
  return { page, probability: joined };
}

/**
 * Lists go or stay as wholes. One under a line that stays and announces it stays, as one of ingredients does: of 59 such lists of which the model would have removed
 * lines, on sites held back, gold has those lines of 43. Of others goes what is left when lines go: of 155 such lists gold has the rest of 21.
 */
export function settleLists({ page }: JudgedLines, draft: Draft, removed: Uint8Array): void {
  const { blocks } = page;
  const isOpen = (row: number): boolean => draft.removals[page.rows[row] ?? -1] === null;
  for (let start = 0; start < blocks.length; ) {
    let end = start;
    let gone = 0;
    while (end < blocks.length && blocks[end]?.kind === 'list-item') gone += removed[end++] ?? 0;
    const above = blocks[start - 1];
    const isAnnounced =
      above !== undefined &&
      isOpen(start - 1) &&
      (isSectionName(above.text) || (removed[start - 1] === 0 && announces(above)));
    const stays = gone > 0 && (isAnnounced || isMeasured(blocks.slice(start, end)));
    if (stays || (gone > 0 && gone < end - start)) {
      for (let row = start; row < end; row++) if (isOpen(row)) removed[row] = stays ? 0 : 1;
    }
    start = Math.max(end, start + 1);
  }
}
