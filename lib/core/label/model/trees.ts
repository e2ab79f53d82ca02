import type { ModelData } from './model-data.ts';
import { readWalk, sumLeaves, type TreeWalk } from './tree-walk.ts';

/** Boosted trees as flat arrays, trees one after the other, nodes of a tree before their children. */
export interface Trees {
  readonly base: number;
  readonly roots: Int32Array;
  readonly columns: Uint8Array;
  readonly values: Float32Array;
  readonly rights: Uint8Array;
  /** The same trees in a form that is faster for some models; `null` for the others. */
  readonly walk: TreeWalk | null;
}

/** Column of a node that tests nothing. */
export const LEAF = 255;

/** Reads the trees of a model file. */
export function readTrees(data: Pick<ModelData, 'base' | 'sizes' | 'columns' | 'values' | 'rights'>): Trees {
  const sizes = bytesOf(data.sizes);
  const roots = new Int32Array(sizes.length);
  for (let tree = 1; tree < sizes.length; tree++) roots[tree] = (roots[tree - 1] ?? 0) + (sizes[tree - 1] ?? 0);
  const nodes = {
    roots,
    columns: bytesOf(data.columns),
    values: floatsOf(bytesOf(data.values)),
    rights: bytesOf(data.rights),
  };
  return { base: data.base, ...nodes, walk: null };
}

/** Reads trees that are evaluated faster by steps. */
export function readSteppedTrees(data: Parameters<typeof readTrees>[0]): Trees {
  const trees = readTrees(data);
  return { ...trees, walk: readWalk(trees) };
}

/** Probability 0..1 for every row of a matrix with `width` columns, which are all numbers. */
export function evaluateTrees(trees: Trees, matrix: Float32Array, width: number): Float64Array {
  const { walk, base } = trees;
  const scores = walk === null ? walkTrees(trees, matrix, width) : sumLeaves(walk, base, matrix, width);
  for (let row = 0; row < scores.length; row++) scores[row] = 1 / (1 + Math.exp(-(scores[row] as number)));
  return scores;
}

function walkTrees(trees: Trees, matrix: Float32Array, width: number): Float64Array {
  const { roots, columns, values, rights } = trees;
  const rows = Math.floor(matrix.length / width);
  const result = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const start = row * width;
    let score = trees.base;
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree] as number;
      let column = columns[node] as number;
      while (column !== LEAF) {
        node += (matrix[start + column] as number) <= (values[node] as number) ? 1 : (rights[node] as number);
        column = columns[node] as number;
      }
      score += values[node] as number;
    }
    result[row] = score;
  }
  return result;
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Little-endian whatever the machine is. */
function floatsOf(bytes: Uint8Array): Float32Array {
  if (IS_LITTLE_ENDIAN) return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const floats = new Float32Array(bytes.length >> 2);
  for (let at = 0; at < floats.length; at++) floats[at] = view.getFloat32(4 * at, true);
  return floats;
}
