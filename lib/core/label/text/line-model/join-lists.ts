import { leanTogether } from '../../model/lean-together.ts';
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
