const WORD = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[\p{L}\p{N}]+/gu;

/** Words of a text, lower-cased; characters of scripts without spaces one by one. */
export function alignableWords(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** Lengths of the word runs that are looked for, from certain to doubtful. */
const RUNS = [8, 5, 3, 2];
/** Largest gap that is filled word by word: product of both lengths. */
const MAX_CELLS = 60_000;

/**
 * Aligns two lists of words in order: runs that stand once in both are anchors, the longest rising chain of them holds, gaps are
 * filled with shorter runs and at last word by word. Gives the index in `gold` for every word of `page`, -1 for none.
 */
export function alignWords(page: readonly string[], gold: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  const number = (word: string): number => {
    let known = numbers.get(word);
    if (known === undefined) {
      known = numbers.size;
      numbers.set(word, known);
    }
    return known;
  };
  const a = Int32Array.from(page, number);
  const b = Int32Array.from(gold, number);
  const match = new Int32Array(a.length).fill(-1);
  fill({ a, b, match }, { a0: 0, a1: a.length, b0: 0, b1: b.length }, 0);
  return match;
}

interface Sequences {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly match: Int32Array;
}

interface Span {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

function fill(words: Sequences, span: Span, level: number): void {
  const run = RUNS[level];
  if (span.a1 <= span.a0 || span.b1 <= span.b0) return;
  if (run === undefined) {
    fillGap(words, span);
    return;
  }
  const { match } = words;
  for (const [i, j] of risingChain(anchors(words, span, run))) {
    for (let k = 0; k < run; k++) if (match[i + k] === -1) match[i + k] = j + k;
  }
  let a0 = span.a0;
  let b0 = span.b0;
  for (let i = span.a0; i <= span.a1; i++) {
    const j = i === span.a1 ? span.b1 : (match[i] ?? -1);
    if (j < 0) continue;
    if (i > a0 && j > b0) fill(words, { a0, a1: i, b0, b1: j }, level + 1);
    a0 = i + 1;
    b0 = j + 1;
  }
}

function anchors({ a, b }: Sequences, { a0, a1, b0, b1 }: Span, run: number): readonly (readonly [number, number])[] {
  const inGold = placesOnce(b, b0, b1, run);
  const inPage = placesOnce(a, a0, a1, run);
  const pairs: [number, number][] = [];
  for (const [key, i] of inPage) {
    const j = inGold.get(key);
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j]);
  }
  return pairs.sort((x, y) => x[0] - y[0]);
}

/** Place of each run of words; -1 for runs that stand there more than once. */
function placesOnce(words: Int32Array, from: number, to: number, run: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at + run <= to; at++) {
    const key = words.subarray(at, at + run).join(' ');
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/** The longest chain of pairs that rises in both. */
function risingChain(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, j], at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[at] = tails[low - 1] ?? -1;
    tails[low] = at;
  });
  const chain: (readonly [number, number])[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
}

/** Longest common subsequence of a small gap; a page side much longer than the gold side is other text. */
function fillGap({ a, b, match }: Sequences, { a0, a1, b0, b1 }: Span): void {
  const rows = a1 - a0;
  const columns = b1 - b0;
  if (rows * columns > MAX_CELLS || rows > 4 * columns + 8) return;
  const width = columns + 1;
  const best = new Int32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      best[i * width + j] =
        a[a0 + i] === b[b0 + j]
          ? (best[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (a[a0 + i] === b[b0 + j]) match[a0 + i++] = b0 + j++;
    else if ((best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
}
