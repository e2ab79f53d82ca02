/** Boosted trees as flat lists of nodes. */
export interface TreeModel {
  /** Log odds before the first tree. */
  readonly base: number;
  /** Index of the root of each tree. */
  readonly roots: readonly number[];
  /** Feature that a node tests; -1 for leaves. */
  readonly feature: readonly number[];
  /** Nodes: feature values up to this go left. Leaves: what the tree adds to the log odds. */
  readonly value: readonly number[];
  /** Index of the right child; the left one follows its parent. */
  readonly right: readonly number[];
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
  return { base, roots, feature, value, right };
}

/** Writes trees in the form that `readTrees` reads. */
export function writeTrees(model: TreeModel): readonly string[] {
  return model.roots.map((root, tree) => {
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
export function probability(model: TreeModel, features: readonly number[]): number {
  let score = model.base;
  for (const root of model.roots) {
    let node = root;
    let feature = model.feature[node] ?? -1;
    while (feature >= 0) {
      node = (features[feature] ?? 0) <= (model.value[node] ?? 0) ? node + 1 : (model.right[node] ?? 0);
      feature = model.feature[node] ?? -1;
    }
    score += model.value[node] ?? 0;
  }
  return 1 / (1 + Math.exp(-score));
}
