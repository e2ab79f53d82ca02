import { LEAF, type Trees } from './trees.ts';

/**
 * Trees as steps without a choice of the program: a processor guesses branches, and guesses the tests of a good tree wrong. A step
 * leads from a node to one of its two children, which stand side by side, and from a leaf to itself.
 */
export interface TreeWalk {
  readonly roots: Int32Array;
  /** Column that a node tests in the lower 8 bits, above them its first child; the sign and the leaf itself for a leaf. */
  readonly nodes: Int32Array;
  /** What a node compares with: the second child is for values up to it. No number is up to that of a leaf. */
  readonly limits: Float32Array;
  /** The value of a leaf; 0 elsewhere. */
  readonly leaves: Float32Array;
}

type Nodes = Pick<Trees, 'roots' | 'columns' | 'values' | 'rights'>;

/** Only leaves have the sign, so `&` of several keeps it when all are leaves. */
const END = 1 << 31;

/**
 * Makes the steps of trees. They pay for the trees of lines and teasers, which take 0.5 of the time that branches take; those of
 * pages take more, on pages that are alike much more.
 */
export function readWalk(trees: Nodes): TreeWalk {
  const count = trees.columns.length;
  const walk: TreeWalk = {
    roots: trees.roots,
    nodes: new Int32Array(count),
    limits: new Float32Array(count),
    leaves: new Float32Array(count),
  };
  for (const root of trees.roots) placeTree(trees, root, walk);
  return walk;
}

/** Puts the nodes of one tree level by level. */
function placeTree({ columns, values, rights }: Nodes, root: number, { nodes, limits, leaves }: TreeWalk): void {
  const order = [root];
  for (let place = 0; place < order.length; place++) {
    const node = order[place] as number;
    const at = root + place;
    if (columns[node] === LEAF) {
      nodes[at] = END | (at << 8);
      limits[at] = Number.NaN;
      leaves[at] = values[node] as number;
    } else {
      nodes[at] = ((root + order.length) << 8) | (columns[node] as number);
      limits[at] = values[node] as number;
      order.push(node + (rights[node] as number), node + 1);
    }
  }
}

/**
 * Sum of the leaves of every row of a matrix with `width` columns, `base` included. Four rows go through a tree in turn: one works
 * while another waits; sixteen before the next tree, so that they and it stay in the nearest cache. Longer than other functions, and
 * with the numbers of the layout in place, because every variable of it stays in a register.
 */
export function sumLeaves(
  { roots, nodes, limits, leaves }: TreeWalk,
  base: number,
  matrix: Float32Array,
  width: number,
): Float64Array {
  const count = Math.floor(matrix.length / width);
  const sums = new Float64Array(count).fill(base);
  for (let from = 0; from < count; from += 16) {
    const to = Math.min(count, from + 16);
    for (let tree = 0; tree < roots.length; tree++) {
      const root = roots[tree] as number;
      const first = nodes[root] as number;
      let row = from;
      for (; row + 3 < to; row += 4) {
        const a = row * width;
        const b = a + width;
        const c = b + width;
        const d = c + width;
        let atA = root;
        let atB = root;
        let atC = root;
        let atD = root;
        let nodeA = first;
        let nodeB = first;
        let nodeC = first;
        let nodeD = first;
        do {
          atA = ((nodeA & 0x7fffff00) >> 8) + Number((matrix[a + (nodeA & 255)] as number) <= (limits[atA] as number));
          atB = ((nodeB & 0x7fffff00) >> 8) + Number((matrix[b + (nodeB & 255)] as number) <= (limits[atB] as number));
          atC = ((nodeC & 0x7fffff00) >> 8) + Number((matrix[c + (nodeC & 255)] as number) <= (limits[atC] as number));
          atD = ((nodeD & 0x7fffff00) >> 8) + Number((matrix[d + (nodeD & 255)] as number) <= (limits[atD] as number));
          nodeA = nodes[atA] as number;
          nodeB = nodes[atB] as number;
          nodeC = nodes[atC] as number;
          nodeD = nodes[atD] as number;
        } while ((nodeA & nodeB & nodeC & nodeD) >= 0);
        sums[row] = (sums[row] as number) + (leaves[atA] as number);
        sums[row + 1] = (sums[row + 1] as number) + (leaves[atB] as number);
        sums[row + 2] = (sums[row + 2] as number) + (leaves[atC] as number);
        sums[row + 3] = (sums[row + 3] as number) + (leaves[atD] as number);
      }
      for (; row < to; row++) {
        const start = row * width;
        let at = root;
        let node = first;
        while (node >= 0) {
          at = (node >> 8) + Number((matrix[start + (node & 255)] as number) <= (limits[at] as number));
          node = nodes[at] as number;
        }
        sums[row] = (sums[row] as number) + (leaves[at] as number);
      }
    }
  }
  return sums;
}
