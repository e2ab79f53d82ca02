import type { Line } from './lines.ts';

/**
 * Which words the lines of one document share. Words are weighed by the document alone (rare in it = heavy), so every
 * language works and no word table is needed.
 */
export interface Vocabulary {
  /** Dense term numbers of each line, each once. */
  readonly terms: readonly Int32Array[];
  /** Number of lines a term stands in. */
  readonly lineCount: Int32Array;
  readonly weight: Float64Array;
}

/** Numbers the terms of the lines and counts them; empty lines give empty arrays. */
export function buildVocabulary(lines: readonly Line[]): Vocabulary {
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  let spoken = 0;
  const terms = lines.map((line) => {
    if (line.terms.length > 0) spoken++;
    const dense = new Int32Array(line.terms.length);
    line.terms.forEach((term, i) => {
      let number = numbers.get(term);
      if (number === undefined) {
        number = counts.length;
        numbers.set(term, number);
        counts.push(0);
      }
      counts[number] = (counts[number] ?? 0) + 1;
      dense[i] = number;
    });
    return dense;
  });
  const lineCount = Int32Array.from(counts);
  const weight = Float64Array.from(counts, (count) => Math.log((spoken + 1) / count));
  return { terms, lineCount, weight };
}

/** Counts of lines per term over some of the lines. */
export function countLines(vocabulary: Vocabulary, holds: (line: number) => boolean): Int32Array {
  const counts = new Int32Array(vocabulary.lineCount.length);
  vocabulary.terms.forEach((terms, line) => {
    if (!holds(line)) return;
    for (const term of terms) counts[term] = (counts[term] ?? 0) + 1;
  });
  return counts;
}

/**
 * Share (0..1, by weight) of the words of `line` that stand in other lines too, according to `counts`; 0 for a line
 * without words. The `own` lines, which `counts` must contain, are left out of the count.
 */
export function sharedWords(vocabulary: Vocabulary, line: number, counts: Int32Array, own: readonly number[]): number {
  addLines(vocabulary, counts, own, -1);
  let shared = 0;
  let total = 0;
  for (const term of vocabulary.terms[line] ?? []) {
    const weight = vocabulary.weight[term] ?? 0;
    total += weight;
    if ((counts[term] ?? 0) > 0) shared += weight;
  }
  addLines(vocabulary, counts, own, 1);
  return total > 0 ? shared / total : 0;
}

function addLines(vocabulary: Vocabulary, counts: Int32Array, lines: readonly number[], step: 1 | -1): void {
  for (const line of lines) {
    for (const term of vocabulary.terms[line] ?? []) counts[term] = (counts[term] ?? 0) + step;
  }
}

/** Cosine (0..1) of the words of two lines; 0 when either has none. */
export function likeness(vocabulary: Vocabulary, a: number, b: number): number {
  const left = vocabulary.terms[a];
  const right = vocabulary.terms[b];
  if (!left || !right || left.length === 0 || right.length === 0) return 0;
  const held = new Set(left);
  let both = 0;
  for (const term of right) if (held.has(term)) both += (vocabulary.weight[term] ?? 0) ** 2;
  const norm = Math.sqrt(squareSum(vocabulary, left) * squareSum(vocabulary, right));
  return norm > 0 ? both / norm : 0;
}

function squareSum(vocabulary: Vocabulary, terms: Int32Array): number {
  let sum = 0;
  for (const term of terms) sum += (vocabulary.weight[term] ?? 0) ** 2;
  return sum;
}
