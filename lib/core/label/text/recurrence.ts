import type { Vocabulary } from './cohesion.ts';

/** Shares (0..1, by weight) of the words of each line that stand in earlier lines, and in one of the `reach` lines before. */
export interface Recurrence {
  readonly seen: Float32Array;
  readonly near: Float32Array;
}

/**
 * How far lines take up words again, in the given order: forwards it tells what a line owes to those before it, backwards
 * what those behind it owe to it. Only lines that `counts` says yes to can be owed to.
 */
export function recurrence(
  vocabulary: Vocabulary,
  order: readonly number[],
  counts: (line: number) => boolean,
  reach: number,
): Recurrence {
  const { numbers, starts, weight, total } = vocabulary;
  const seen = new Float32Array(total.length);
  const near = new Float32Array(total.length);
  // Places count from 1: 0 is a term that no line has held yet.
  const last = new Int32Array(weight.length);
  let place = 1;
  for (const line of order) {
    const counted = counts(line);
    const end = starts[line + 1] as number;
    const all = total[line] as number;
    let before = 0;
    let close = 0;
    for (let i = starts[line] as number; i < end; i++) {
      const term = numbers[i] as number;
      const at = last[term] as number;
      if (at > 0) {
        before += weight[term] as number;
        if (place - at <= reach) close += weight[term] as number;
      }
      if (counted) last[term] = place;
    }
    if (counted) place++;
    seen[line] = all > 0 ? before / all : 0;
    near[line] = all > 0 ? close / all : 0;
  }
  return { seen, near };
}
