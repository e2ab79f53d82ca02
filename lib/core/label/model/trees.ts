import type { ModelData } from './model-data.ts';
import { readWalk, sumLeaves, type TreeWalk } from './tree-walk.ts';

/** Boosted trees as flat arrays, trees one after the other, nodes of a tree before their children. */
export interface Trees {
  readonly base: number;
  readonly roots: Int32Array;
  readonly columns: Uint8Array;
  readonly values: Float32Array;
  readonly rights: Uint8Array;
  /** The same trees as they are evaluated. */
  readonly walk: TreeWalk;
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
  return { base: data.base, ...nodes, walk: readWalk(nodes) };
}

/** Probability 0..1 for every row of a matrix with `width` columns, which are all numbers. */
export function evaluateTrees({ base, walk }: Trees, matrix: Float32Array, width: number): Float64Array {
  const scores = sumLeaves(walk, base, matrix, width);
  for (let row = 0; row < scores.length; row++) scores[row] = 1 / (1 + Math.exp(-(scores[row] as number)));
  return scores;
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Little-endian whatever the machine is. */
function floatsOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const floats = new Float32Array(bytes.length >> 2);
  for (let at = 0; at < floats.length; at++) floats[at] = view.getFloat32(4 * at, true);
  return floats;
}
