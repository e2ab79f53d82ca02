import { hashWords, type NumberedTerms, numberTerms } from './terms.ts';

/**
 * Which words the lines of one document share. Words are weighed by the document alone (rare in it = heavy), so every
 * language works and no word table is needed.
 */
export interface Vocabulary extends NumberedTerms {
  readonly weight: Float64Array;
  /** Sum of the weights of each line. */
  readonly total: Float64Array;
  /** Sum of the squared weights of each line. */
  readonly norm: Float64Array;
  /** Line that was marked last, plus one; by term. */
  readonly mark: Int32Array;
  /** The sign, below 0, that some lines were marked with last. */
  readonly lastSign: Int32Array;
}

/** Numbers the terms of the lines and weighs them; a text without letters gives an empty line. */
export function buildVocabulary(texts: readonly string[]): Vocabulary {
  return weighTerms(numberTerms(texts.map((text) => hashWords(text))));
}

/** Weighs the terms of the lines of a document. */
export function weighTerms({ numbers, starts, lineCount, kinds }: NumberedTerms): Vocabulary {
  const lines = starts.length - 1;
  let spoken = 0;
  for (let line = 0; line < lines; line++) if (starts[line] !== starts[line + 1]) spoken++;
  const weight = new Float64Array(lineCount.length);
  const weights = new Float64Array(spoken + 1);
  for (let count = 1; count <= spoken; count++) weights[count] = Math.log((spoken + 1) / count);
  for (let term = 0; term < weight.length; term++) weight[term] = weights[lineCount[term] as number] as number;
  const norm = new Float64Array(lines);
  const total = new Float64Array(lines);
  for (let line = 0; line < lines; line++) {
    const end = starts[line + 1] as number;
    let sum = 0;
    let squares = 0;
    for (let i = starts[line] as number; i < end; i++) {
      const own = weight[numbers[i] as number] as number;
      sum += own;
      squares += own ** 2;
    }
    total[line] = sum;
    norm[line] = squares;
  }
  const mark = new Int32Array(lineCount.length);
  return { numbers, starts, lineCount, kinds, weight, total, norm, mark, lastSign: new Int32Array(1) };
}

/** Counts of lines per term over some of the lines. */
export function countLines({ numbers, starts, lineCount }: Vocabulary, holds: (line: number) => boolean): Int32Array {
  const counts = new Int32Array(lineCount.length);
  for (let line = 0; line < starts.length - 1; line++) {
    if (!holds(line)) continue;
    const end = starts[line + 1] as number;
    for (let i = starts[line] as number; i < end; i++) {
      const term = numbers[i] as number;
      counts[term] = (counts[term] as number) + 1;
    }
  }
  return counts;
}

/**
 * Share (0..1, by weight) of the words of `line` that stand in other lines too, according to `counts`; 0 for a line
 * without words.
 *
 * @param own How many of the lines that were counted do not count: 1 where the line itself is among them.
 */
export function sharedWords(vocabulary: Vocabulary, line: number, counts: Int32Array, own: number): number {
  const { numbers, starts, weight } = vocabulary;
  const total = vocabulary.total[line] ?? 0;
  if (total === 0) return 0;
  const end = starts[line + 1] as number;
  let shared = 0;
  for (let i = starts[line] as number; i < end; i++) {
    const term = numbers[i] as number;
    if ((counts[term] as number) > own) shared += weight[term] as number;
  }
  return shared / total;
}

/** Makes `mark` tell the terms of a line from all others. */
function markLine({ numbers, starts, mark }: Vocabulary, line: number): number {
  const sign = line + 1;
  const end = starts[line + 1] as number;
  for (let i = starts[line] as number; i < end; i++) mark[numbers[i] as number] = sign;
  return sign;
}

/** Share (0..1, by weight) of the words of `line` that stand in `other`. */
export function sharedWith(vocabulary: Vocabulary, line: number, other: number): number {
  const { numbers, starts, weight, mark } = vocabulary;
  const total = vocabulary.total[line] ?? 0;
  if (total === 0) return 0;
  const sign = markLine(vocabulary, other);
  const end = starts[line + 1] as number;
  let shared = 0;
  for (let i = starts[line] as number; i < end; i++) {
    const term = numbers[i] as number;
    if (mark[term] === sign) shared += weight[term] as number;
  }
  return shared / total;
}

/** Cosine (0..1) of the words of two lines; 0 when either has none. */
export function likeness(vocabulary: Vocabulary, a: number, b: number): number {
  const norm = Math.sqrt((vocabulary.norm[a] ?? 0) * (vocabulary.norm[b] ?? 0));
  if (norm === 0) return 0;
  const { numbers, starts, weight, mark } = vocabulary;
  const sign = markLine(vocabulary, a);
  const end = starts[b + 1] as number;
  let both = 0;
  for (let i = starts[b] as number; i < end; i++) {
    const term = numbers[i] as number;
    if (mark[term] === sign) both += (weight[term] as number) ** 2;
  }
  return both / norm;
}

/** Cosine (0..1) of the words of a line with the sum of all other lines. */
export function centrality(vocabulary: Vocabulary, line: number): number {
  const { numbers, starts, weight, lineCount } = vocabulary;
  const end = starts[line + 1] ?? 0;
  let both = 0;
  let other = 0;
  for (let i = starts[line] ?? 0; i < end; i++) {
    const term = numbers[i] as number;
    const square = (weight[term] as number) ** 2;
    const count = (lineCount[term] as number) - 1;
    both += square * count;
    other += square * count * count;
  }
  const norm = Math.sqrt((vocabulary.norm[line] ?? 0) * other);
  return norm > 0 ? both / norm : 0;
}

/** Share (0..1, by weight) of the words of a line that at least `least` lines hold. */
export function commonWords(vocabulary: Vocabulary, line: number, least: number): number {
  return sharedWords(vocabulary, line, vocabulary.lineCount, least - 1);
}

/** The terms that carry the document: those of the greatest weight times lines, at most `most`; each in two lines or more. */
export function topTerms({ lineCount, weight }: Vocabulary, most: number): Uint8Array {
  const best: number[] = [];
  const masses: number[] = [];
  for (let term = 0; term < lineCount.length; term++) {
    const count = lineCount[term] as number;
    if (count < 2) continue;
    const mass = (weight[term] as number) * count;
    if (best.length === most && mass <= (masses[most - 1] as number)) continue;
    let at = best.length;
    while (at > 0 && (masses[at - 1] as number) < mass) at--;
    best.splice(at, 0, term);
    masses.splice(at, 0, mass);
    if (best.length > most) best.length = masses.length = most;
  }
  const top = new Uint8Array(lineCount.length);
  for (const term of best) top[term] = 1;
  return top;
}

/** Number of marked terms that a line holds. */
export function countMarked({ numbers, starts }: Vocabulary, line: number, marked: Uint8Array): number {
  const end = starts[line + 1] ?? 0;
  let count = 0;
  for (let i = starts[line] ?? 0; i < end; i++) count += marked[numbers[i] as number] as number;
  return count;
}
