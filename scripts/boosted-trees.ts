import type { TreeModel } from '../lib/core/label/text/tree-model.ts';

/** Rows to learn from: features, and whether each row is one of those sought. */
export interface TrainingSet {
  readonly rows: readonly (readonly number[])[];
  readonly targets: readonly boolean[];
}

export interface BoostOptions {
  readonly trees: number;
  readonly depth: number;
  /** Share of each tree that is added, 0..1. */
  readonly rate: number;
  /** Least sum of p(1-p) in a leaf. */
  readonly minLeaf: number;
  /** Pull of the leaf values towards 0. */
  readonly ridge: number;
}

interface Column {
  readonly cuts: readonly number[];
  readonly bins: Uint8Array;
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

interface Fit {
  readonly columns: readonly Column[];
  readonly options: BoostOptions;
  readonly score: Float64Array;
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
  readonly feature: number[];
  readonly value: number[];
  readonly right: number[];
}

const BINS = 48;

/** Fits boosted trees for the log loss. There is no chance in it: equal rows give equal trees. */
export function fitTrees(set: TrainingSet, options: BoostOptions): TreeModel {
  const count = set.rows.length;
  const sought = set.targets.filter(Boolean).length;
  const base = round(Math.log(sought / (count - sought)));
  const fit: Fit = {
    columns: Array.from({ length: set.rows[0]?.length ?? 0 }, (_, feature) => binColumn(set.rows, feature)),
    options,
    score: new Float64Array(count).fill(base),
    gradient: new Float64Array(count),
    curvature: new Float64Array(count),
    feature: [],
    value: [],
    right: [],
  };
  const roots: number[] = [];
  for (let tree = 0; tree < options.trees; tree++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-(fit.score[i] ?? 0)));
      fit.gradient[i] = p - (set.targets[i] ? 1 : 0);
      fit.curvature[i] = p * (1 - p);
    }
    const root = fit.feature.length;
    roots.push(root);
    grow(fit, everyOther(count, tree), 0);
    for (let i = 0; i < count; i++) fit.score[i] = (fit.score[i] ?? 0) + leafOf(fit, root, set.rows[i] ?? []);
  }
  return { base, roots, feature: fit.feature, value: fit.value, right: fit.right };
}

/** Each tree grows on half of the rows, in blocks that change from tree to tree: quicker, and less of it by heart. */
function everyOther(count: number, tree: number): Int32Array {
  const picked: number[] = [];
  for (let i = 0; i < count; i++)
    if ((Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(tree + 1, 0x85ebca6b)) & 0x10000) picked.push(i);
  return Int32Array.from(picked);
}

function leafOf(fit: Fit, root: number, row: readonly number[]): number {
  let node = root;
  let feature = fit.feature[node] ?? -1;
  while (feature >= 0) {
    node = (row[feature] ?? 0) <= (fit.value[node] ?? 0) ? node + 1 : (fit.right[node] ?? 0);
    feature = fit.feature[node] ?? -1;
  }
  return fit.value[node] ?? 0;
}

function binColumn(rows: TrainingSet['rows'], feature: number): Column {
  const sorted = Float64Array.from(rows, (row) => row[feature] ?? 0).sort();
  const cuts: number[] = [];
  for (let b = 1; b < BINS; b++) {
    const at = Math.floor((b * sorted.length) / BINS);
    const low = sorted[at - 1] ?? 0;
    let next = at;
    while (next < sorted.length && (sorted[next] ?? 0) <= low) next++;
    if (next >= sorted.length) break;
    const high = sorted[next] ?? 0;
    const cut = Number(((low + high) / 2).toPrecision(5));
    if (cut >= low && cut < high && cut !== cuts.at(-1)) cuts.push(cut);
  }
  const bins = Uint8Array.from(rows, (row) => {
    const value = row[feature] ?? 0;
    const bin = cuts.findIndex((cut) => value <= cut);
    return bin < 0 ? cuts.length : bin;
  });
  return { cuts, bins };
}

function sums(fit: Fit, rows: Int32Array): { readonly g: number; readonly h: number } {
  let g = 0;
  let h = 0;
  for (const row of rows) {
    g += fit.gradient[row] ?? 0;
    h += fit.curvature[row] ?? 0;
  }
  return { g, h };
}

/** Adds a node for `rows` and all below it; nodes stand before their children, left before right. */
function grow(fit: Fit, rows: Int32Array, depth: number): void {
  const { g, h } = sums(fit, rows);
  const split = depth < fit.options.depth ? bestSplit(fit, rows, g, h) : null;
  const column = split && fit.columns[split.feature];
  const node = fit.feature.length;
  fit.right.push(0);
  if (!split || !column) {
    const leaf = round((-fit.options.rate * g) / (h + fit.options.ridge));
    fit.feature.push(-1);
    fit.value.push(leaf);
    return;
  }
  fit.feature.push(split.feature);
  fit.value.push(column.cuts[split.bin] ?? 0);
  grow(
    fit,
    rows.filter((row) => (column.bins[row] ?? 0) <= split.bin),
    depth + 1,
  );
  fit.right[node] = fit.feature.length;
  grow(
    fit,
    rows.filter((row) => (column.bins[row] ?? 0) > split.bin),
    depth + 1,
  );
}

function bestSplit(fit: Fit, rows: Int32Array, g: number, h: number): Split | null {
  const { ridge, minLeaf } = fit.options;
  let best: Split | null = null;
  const gs = new Float64Array(BINS);
  const hs = new Float64Array(BINS);
  fit.columns.forEach(({ cuts, bins }, feature) => {
    gs.fill(0);
    hs.fill(0);
    for (const row of rows) {
      const bin = bins[row] ?? 0;
      gs[bin] = (gs[bin] ?? 0) + (fit.gradient[row] ?? 0);
      hs[bin] = (hs[bin] ?? 0) + (fit.curvature[row] ?? 0);
    }
    let left = 0;
    let leftH = 0;
    for (let bin = 0; bin < cuts.length; bin++) {
      left += gs[bin] ?? 0;
      leftH += hs[bin] ?? 0;
      if (leftH < minLeaf || h - leftH < minLeaf) continue;
      const gain = left ** 2 / (leftH + ridge) + (g - left) ** 2 / (h - leftH + ridge) - g ** 2 / (h + ridge);
      if (gain > (best?.gain ?? MIN_GAIN)) best = { feature, bin, gain };
    }
  });
  return best;
}

/** Splits that gain less are noise of the arithmetic. */
const MIN_GAIN = 1e-3;

function round(value: number): number {
  return Number(value.toPrecision(4));
}
