import { LEAF, type Trees } from '../model/trees.ts';

/** What each column adds to the score of each row, row after row; with `base` they add up to the score, in log odds. */
export interface Contributions {
  readonly base: number;
  readonly byRow: Float64Array;
}

/**
 * How many blocks are taken to go either way at a split besides those of the page. It gives splits at which all blocks of
 * the page go one way a small effect, and pages of a single block reasons at all.
 */
const EITHER_WAY = 1;

/**
 * What each column adds to the score of each row: on the way down a tree the expected score changes at every split, and the
 * column tested there is answerable for the change (Saabas 2014). The model file holds no expectations, so they are taken
 * over the blocks of the page itself. What sets a block apart from the others on its page is what a reader asks about, and
 * nothing but the page and the trees is needed. Rejected: the change of the score when a column takes a neutral value - it
 * costs a run a column, has no neutral value for most and does not add up.
 *
 * Linear in rows and nodes on their paths.
 *
 * @param matrix `width` values a row.
 * @param weights How much each row counts in the expectations; their sum should be the number of rows.
 */
export function attributeScores(
  trees: Trees,
  matrix: Float32Array,
  width: number,
  weights: ArrayLike<number>,
): Contributions {
  const rows = Math.floor(matrix.length / width);
  const byRow = new Float64Array(rows * width);
  let base = trees.base;
  for (let tree = 0; tree < trees.roots.length; tree++) {
    const root = trees.roots[tree] ?? 0;
    const end = trees.roots[tree + 1] ?? trees.columns.length;
    const expected = expectedScores(trees, { root, end }, coverOf(trees, { root, end }, matrix, width, weights));
    base += expected[0] ?? 0;
    for (let row = 0; row < rows; row++) {
      walk(trees, root, matrix, row * width, (node, next) => {
        const at = row * width + (trees.columns[node] ?? 0);
        byRow[at] = (byRow[at] ?? 0) + (expected[next - root] ?? 0) - (expected[node - root] ?? 0);
      });
    }
  }
  return { base, byRow };
}

interface TreeRange {
  readonly root: number;
  readonly end: number;
}

/** Goes from the root to the leaf of one row. */
function walk(
  { columns, values, rights }: Trees,
  root: number,
  matrix: Float32Array,
  start: number,
  visit: (node: number, next: number) => void,
): void {
  let node = root;
  for (let column = columns[node] ?? LEAF; column !== LEAF; column = columns[node] ?? LEAF) {
    const next = node + ((matrix[start + column] ?? 0) <= (values[node] ?? 0) ? 1 : (rights[node] ?? 1));
    visit(node, next);
    node = next;
  }
}

/** Weight of the rows that come to each node of a tree. */
function coverOf(
  trees: Trees,
  { root, end }: TreeRange,
  matrix: Float32Array,
  width: number,
  weights: ArrayLike<number>,
): Float64Array {
  const cover = new Float64Array(end - root);
  for (let row = 0; row < weights.length; row++) {
    walk(trees, root, matrix, row * width, (_, next) => {
      cover[next - root] = (cover[next - root] ?? 0) + (weights[row] ?? 0);
    });
  }
  return cover;
}

/** Nodes stand before their children, so one pass from the end sees every child before its parent. */
function expectedScores(
  { columns, values, rights }: Trees,
  { root, end }: TreeRange,
  cover: Float64Array,
): Float64Array {
  const expected = new Float64Array(end - root);
  for (let node = end - 1; node >= root; node--) {
    if (columns[node] === LEAF) {
      expected[node - root] = values[node] ?? 0;
      continue;
    }
    const left = node + 1 - root;
    const right = node + (rights[node] ?? 1) - root;
    const toLeft = (cover[left] ?? 0) + EITHER_WAY;
    const toRight = (cover[right] ?? 0) + EITHER_WAY;
    expected[node - root] = (toLeft * (expected[left] ?? 0) + toRight * (expected[right] ?? 0)) / (toLeft + toRight);
  }
  return expected;
}

/** Weights by which the kept rows and the others count alike, whatever their number; 1 each when all are of one kind. */
export function evenWeights(kept: Uint8Array): Float64Array {
  const ones = kept.reduce((sum, value) => sum + value, 0);
  const zeros = kept.length - ones;
  if (ones === 0 || zeros === 0) return new Float64Array(kept.length).fill(1);
  return Float64Array.from(kept, (value) => kept.length / 2 / (value === 1 ? ones : zeros));
}
