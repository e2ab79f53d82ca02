import type { Vocabulary } from './cohesion.ts';

/** The same lines without the terms that are of neither kind: what only joins words is left out. */
export function contentOf(vocabulary: Vocabulary): Vocabulary {
  const { numbers, starts, lineCount, kinds, weight, mark, lastSign } = vocabulary;
  const lines = starts.length - 1;
  const kept = new Int32Array(numbers.length);
  const ends = new Int32Array(lines + 1);
  const norm = new Float64Array(lines);
  const total = new Float64Array(lines);
  let size = 0;
  for (let line = 0; line < lines; line++) {
    const end = starts[line + 1] as number;
    let sum = 0;
    let squares = 0;
    for (let i = starts[line] as number; i < end; i++) {
      const term = numbers[i] as number;
      if (kinds[term] === 0) continue;
      const own = weight[term] as number;
      sum += own;
      squares += own ** 2;
      kept[size++] = term;
    }
    total[line] = sum;
    norm[line] = squares;
    ends[line + 1] = size;
  }
  return { numbers: kept.subarray(0, size), starts: ends, lineCount, kinds, weight, total, norm, mark, lastSign };
}
