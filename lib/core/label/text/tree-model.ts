/** Boosted trees as flat lists of nodes. */
export interface TreeModel {
  /** Log odds before the first tree. */
  readonly base: number;
  /** Index of the root of each tree. */
  readonly roots: ArrayLike<number>;
  /** Feature that a node tests; -1 for leaves. */
  readonly feature: ArrayLike<number>;
  /** Nodes: feature values up to this go left. Leaves: what the tree adds to the log odds. */
  readonly value: ArrayLike<number>;
  /** Index of the right child; the left one follows its parent. */
  readonly right: ArrayLike<number>;
}

/**
 * Reads trees written one a string, nodes before their children: `3<0.5 =0.1 =-0.2` tests feature 3 against 0.5 and
 * adds 0.1 at or below it, -0.2 above.
 */
export function readTrees(base: number, trees: readonly string[]): TreeModel {
  const roots: number[] = [];
  const feature: number[] = [];
  const value: number[] = [];
  const right: number[] = [];
  for (const tree of trees) {
    roots.push(feature.length);
    const open: number[] = [];
    let closed = -1;
    for (const word of tree.split(' ')) {
      const at = feature.length;
      if (closed >= 0) right[closed] = at;
      closed = -1;
      const split = word.indexOf('<');
      feature.push(split < 0 ? -1 : Number(word.slice(0, split)));
      value.push(Number(word.slice(split < 0 ? 1 : split + 1)));
      right.push(0);
      if (split >= 0) open.push(at);
      else closed = open.pop() ?? -1;
    }
  }
  return {
    base,
    roots: Int32Array.from(roots),
    feature: Int16Array.from(feature),
    value: Float64Array.from(value),
    right: Int32Array.from(right),
  };
}

/** Writes trees in the form that `readTrees` reads. */
export function writeTrees(model: TreeModel): readonly string[] {
  return Array.from(model.roots, (root, tree) => {
    const end = model.roots[tree + 1] ?? model.feature.length;
    const words: string[] = [];
    for (let node = root; node < end; node++) {
      const feature = model.feature[node] ?? -1;
      words.push(feature < 0 ? `=${model.value[node]}` : `${feature}<${model.value[node]}`);
    }
    return words.join(' ');
  });
}

/** Probability 0..1 that the model gives to a row of features. */
export function probability(model: TreeModel, features: ArrayLike<number>): number {
  const { roots, feature, value, right } = model;
  let score = model.base;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] ?? 0;
    let tested = feature[node] ?? -1;
    while (tested >= 0) {
      node = (features[tested] ?? 0) <= (value[node] ?? 0) ? node + 1 : (right[node] ?? 0);
      tested = feature[node] ?? -1;
    }
    score += value[node] ?? 0;
  }
  return 1 / (1 + Math.exp(-score));
}
