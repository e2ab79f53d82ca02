import type { Block, Removal } from '../../document.ts';
import { log } from './feature.ts';

/** Sums over the rows before each row; one entry more than rows each, so that every stretch of them is two look-ups. */
export interface RunningSums {
  /** Count of rows that the rules keep. */
  readonly rulesKept: Float64Array;
  /** Log words, link density, prose and worst rate. */
  readonly windows: readonly Float64Array[];
  readonly wordsBefore: Float64Array;
  /** Words of prose. */
  readonly proseBefore: Float64Array;
}

/**
 * Makes all sums of a page in one pass.
 *
 * @param prose 1 for rows that read as running text.
 * @param worst Worst rate by element.
 */
export function runningSums(
  blocks: readonly Block[],
  prose: Uint8Array,
  rules: readonly (Removal | null)[],
  worst: Float32Array,
): RunningSums {
  const column = (): Float64Array => new Float64Array(blocks.length + 1);
  const [kept, words, proseWords] = [column(), column(), column()];
  const [logs, linked, proseRows, rates] = [column(), column(), column(), column()];
  for (let row = 0; row < blocks.length; row++) {
    const block = blocks[row] as Block;
    const isProse = prose[row] === 1;
    kept[row + 1] = (kept[row] as number) + (rules[row] === null ? 1 : 0);
    words[row + 1] = (words[row] as number) + block.words;
    proseWords[row + 1] = (proseWords[row] as number) + (isProse ? block.words : 0);
    logs[row + 1] = (logs[row] as number) + log(block.words);
    linked[row + 1] = (linked[row] as number) + block.linkDensity;
    proseRows[row + 1] = (proseRows[row] as number) + (isProse ? 1 : 0);
    rates[row + 1] = (rates[row] as number) + (worst[block.element] ?? 1);
  }
  return { rulesKept: kept, windows: [logs, linked, proseRows, rates], wordsBefore: words, proseBefore: proseWords };
}
