import { numberTerms } from './terms.ts';

/**
 * Which words the lines of one document share. Words are weighed by the document alone (rare in it = heavy), so every
 * language works and no word table is needed.
 */
export interface Vocabulary {
  /** Numbers of the terms of each line, each once. */
  readonly terms: readonly Int32Array[];
  /** Number of lines that a term stands in. */
  readonly lineCount: Int32Array;
  readonly weight: Float64Array;
  /** Sum of the squared weights of each line. */
  readonly norm: Float64Array;
  /** Line that was marked last, plus one; by term. */
  readonly mark: Int32Array;
}

/** Numbers the terms of the lines and weighs them; a text without letters gives an empty line. */
export function buildVocabulary(texts: readonly string[]): Vocabulary {
  const { terms, lineCount } = numberTerms(texts);
  let spoken = 0;
  for (const line of terms) if (line.length > 0) spoken++;
  const weight = new Float64Array(lineCount.length);
  for (let term = 0; term < weight.length; term++) weight[term] = Math.log((spoken + 1) / (lineCount[term] ?? 1));
  const norm = new Float64Array(terms.length);
  terms.forEach((line, i) => {
    let sum = 0;
    for (let t = 0; t < line.length; t++) sum += (weight[line[t] ?? 0] ?? 0) ** 2;
    norm[i] = sum;
  });
  return { terms, lineCount, weight, norm, mark: new Int32Array(lineCount.length) };
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

const NO_TERMS = new Int32Array();

/**
 * Share (0..1, by weight) of the words of `line` that stand in other lines too, according to `counts`; 0 for a line
 * without words. The `own` lines, which `counts` must contain, are left out of the count.
 */
export function sharedWords(vocabulary: Vocabulary, line: number, counts: Int32Array, own: readonly number[]): number {
  for (const other of own) addLine(vocabulary, counts, other, -1);
  let shared = 0;
  let total = 0;
  for (const term of vocabulary.terms[line] ?? NO_TERMS) {
    const weight = vocabulary.weight[term] ?? 0;
    total += weight;
    if ((counts[term] ?? 0) > 0) shared += weight;
  }
  for (const other of own) addLine(vocabulary, counts, other, 1);
  return total > 0 ? shared / total : 0;
}

function addLine(vocabulary: Vocabulary, counts: Int32Array, line: number, step: 1 | -1): void {
  for (const term of vocabulary.terms[line] ?? NO_TERMS) counts[term] = (counts[term] ?? 0) + step;
}

/** Makes `mark` tell the terms of a line from all others. */
function markLine(vocabulary: Vocabulary, line: number): number {
  const sign = line + 1;
  for (const term of vocabulary.terms[line] ?? NO_TERMS) vocabulary.mark[term] = sign;
  return sign;
}

/** Share (0..1, by weight) of the words of `line` that stand in `other`. */
export function sharedWith(vocabulary: Vocabulary, line: number, other: number): number {
  const sign = markLine(vocabulary, other);
  let shared = 0;
  let total = 0;
  for (const term of vocabulary.terms[line] ?? NO_TERMS) {
    const weight = vocabulary.weight[term] ?? 0;
    total += weight;
    if (vocabulary.mark[term] === sign) shared += weight;
  }
  return total > 0 ? shared / total : 0;
}

/** Cosine (0..1) of the words of two lines; 0 when either has none. */
export function likeness(vocabulary: Vocabulary, a: number, b: number): number {
  const norm = Math.sqrt((vocabulary.norm[a] ?? 0) * (vocabulary.norm[b] ?? 0));
  if (norm === 0) return 0;
  const sign = markLine(vocabulary, a);
  let both = 0;
  for (const term of vocabulary.terms[b] ?? NO_TERMS) {
    if (vocabulary.mark[term] === sign) both += (vocabulary.weight[term] ?? 0) ** 2;
  }
  return both / norm;
}

/** Cosine (0..1) of the words of a line with the sum of all other lines. */
export function centrality(vocabulary: Vocabulary, line: number): number {
  let both = 0;
  let other = 0;
  for (const term of vocabulary.terms[line] ?? NO_TERMS) {
    const square = (vocabulary.weight[term] ?? 0) ** 2;
    const count = (vocabulary.lineCount[term] ?? 1) - 1;
    both += square * count;
    other += square * count * count;
  }
  const norm = Math.sqrt((vocabulary.norm[line] ?? 0) * other);
  return norm > 0 ? both / norm : 0;
}

/** Share (0..1, by weight) of the words of a line that at least `least` lines hold. */
export function commonWords(vocabulary: Vocabulary, line: number, least: number): number {
  let common = 0;
  let total = 0;
  for (const term of vocabulary.terms[line] ?? NO_TERMS) {
    const weight = vocabulary.weight[term] ?? 0;
    total += weight;
    if ((vocabulary.lineCount[term] ?? 0) >= least) common += weight;
  }
  return total > 0 ? common / total : 0;
}

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
  const seen = new Float32Array(vocabulary.terms.length);
  const near = new Float32Array(vocabulary.terms.length);
  const last = new Int32Array(vocabulary.lineCount.length).fill(-1);
  let place = 0;
  for (const line of order) {
    const terms = vocabulary.terms[line] ?? NO_TERMS;
    const counted = counts(line);
    let all = 0;
    let before = 0;
    let close = 0;
    for (const term of terms) {
      const weight = vocabulary.weight[term] ?? 0;
      const at = last[term] ?? -1;
      all += weight;
      if (at >= 0) before += weight;
      if (at >= 0 && place - at <= reach) close += weight;
      if (counted) last[term] = place;
    }
    if (counted) place++;
    seen[line] = all > 0 ? before / all : 0;
    near[line] = all > 0 ? close / all : 0;
  }
  return { seen, near };
}

/** The terms that carry the document: those of the greatest weight times lines, at most `most`; each in two lines or more. */
export function topTerms(vocabulary: Vocabulary, most: number): Uint8Array {
  const { lineCount, weight } = vocabulary;
  const mass = (term: number): number => (weight[term] ?? 0) * (lineCount[term] ?? 0);
  const repeated: number[] = [];
  for (let term = 0; term < lineCount.length; term++) if ((lineCount[term] ?? 0) > 1) repeated.push(term);
  repeated.sort((a, b) => mass(b) - mass(a) || a - b);
  const top = new Uint8Array(lineCount.length);
  for (const term of repeated.slice(0, most)) top[term] = 1;
  return top;
}

/** Number of marked terms that a line holds. */
export function countMarked(vocabulary: Vocabulary, line: number, marked: Uint8Array): number {
  let count = 0;
  for (const term of vocabulary.terms[line] ?? NO_TERMS) count += marked[term] ?? 0;
  return count;
}
