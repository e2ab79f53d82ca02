import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ForestData } from '../../lib/core/label/text/teaser-model.ts';
import { boost, type FitOptions, type FittedTrees } from '../train/fit.ts';

/** Windows to learn from. */
export interface WindowSet {
  readonly width: number;
  /** Columns that may be used: the first `columns` of each row. */
  readonly columns: number;
  readonly matrix: Float32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
  readonly folds: Uint8Array;
}

/**
 * Fits one forest for each entry of `without`: a fold whose rows are left out, or `null` for none.
 *
 * @throws Error when Python or xgboost is missing.
 */
export function fitForests(
  folder: string,
  set: WindowSet,
  options: FitOptions,
  without: readonly (number | null)[],
): readonly ForestData[] {
  mkdirSync(folder, { recursive: true });
  const { matrix, weights } = set;
  writeFileSync(join(folder, 'features.f32'), new Uint8Array(matrix.buffer, matrix.byteOffset, matrix.byteLength));
  writeFileSync(join(folder, 'weights.f32'), new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength));
  writeFileSync(join(folder, 'labels.u8'), set.labels);
  writeFileSync(join(folder, 'folds.u8'), set.folds);
  const columns = Array.from({ length: set.columns }, (_, column) => column);
  const fits = without.map((fold) => ({ name: `${fold ?? 'all'}`, without: fold, columns }));
  return boost(folder, { ...options, width: set.width }, fits).map(packForest);
}

function packForest({ base, trees }: FittedTrees): ForestData {
  const nodes = trees.flat();
  const values = new DataView(new ArrayBuffer(4 * nodes.length));
  nodes.forEach(([, value], at) => {
    values.setFloat32(4 * at, value, true);
  });
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return {
    base: Math.round(base * 1e6) / 1e6,
    sizes: base64(Uint8Array.from(trees, (tree) => tree.length)),
    columns: base64(Uint8Array.from(nodes, ([column]) => column)),
    values: base64(new Uint8Array(values.buffer)),
    rights: base64(Uint8Array.from(nodes, ([, , right]) => right)),
  };
}
