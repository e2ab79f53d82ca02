import type { Vocabulary } from './cohesion.ts';

/** Makes `mark` tell the terms of some lines from all others by the sign that is returned, until others are marked. */
export function markLines({ numbers, starts, mark, lastSign }: Vocabulary, lines: readonly number[]): number {
  const sign = (lastSign[0] ?? 0) - 1;
  lastSign[0] = sign;
  for (const line of lines) {
    const end = starts[line + 1] as number;
    for (let i = starts[line] as number; i < end; i++) mark[numbers[i] as number] = sign;
  }
  return sign;
}

/** Share (0..1, by weight) of the words of `line` that were marked with `sign`. */
export function sharedMarked({ numbers, starts, weight, total, mark }: Vocabulary, line: number, sign: number): number {
  const all = total[line] ?? 0;
  if (all === 0) return 0;
  const end = starts[line + 1] as number;
  let shared = 0;
  for (let i = starts[line] as number; i < end; i++) {
    const term = numbers[i] as number;
    if (mark[term] === sign) shared += weight[term] as number;
  }
  return shared / all;
}
