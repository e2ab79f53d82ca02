import type { JudgedLines } from './line-model.ts';

/** How much the mean of a list or table counts for each of its lines. */
const GROUP_SHARE = 0.5;
/** Fewest lines that are judged together. */
const MIN_LINES = 3;

/** Probabilities in which the items of one list, or rows of one table, lean towards each other: lists stay or go as wholes. */
export function joinLists({ page, probability }: JudgedLines): JudgedLines {
  const joined = probability.slice();
  let start = 0;
  while (start < page.blocks.length) {
    const group = page.blocks[start]?.group ?? -1;
    let end = start + 1;
    while (group >= 0 && end < page.blocks.length && page.blocks[end]?.group === group) end++;
    if (end - start >= MIN_LINES) lean(page.blocks, probability, joined, start, end);
    start = end;
  }
  return { page, probability: joined };
}

function lean(
  blocks: JudgedLines['page']['blocks'],
  probability: JudgedLines['probability'],
  joined: JudgedLines['probability'],
  start: number,
  end: number,
): void {
  let sum = 0;
  let words = 0;
  for (let row = start; row < end; row++) {
    const own = (blocks[row]?.words ?? 0) + 1;
    sum += (probability[row] ?? 0) * own;
    words += own;
  }
  for (let row = start; row < end; row++)
    joined[row] = GROUP_SHARE * (sum / words) + (1 - GROUP_SHARE) * (probability[row] ?? 0);
}
