import { evaluateTrees, readTrees, type Trees } from '../../lib/core/label/model/trees.ts';
import { CONTEXT_FEATURES, contextFeatures } from '../../lib/core/label/text/teaser-context.ts';
import { FIRST_FEATURES } from '../../lib/core/label/text/teaser-features.ts';
import { type ForestData, TEASER_FEATURES } from '../../lib/core/label/text/teaser-model.ts';
import { gatherVerdict } from '../../lib/core/label/text/teaser-verdict.ts';
import { DISCARDED_BELOW } from '../../lib/core/label/text/teasers.ts';
import type { FitOptions } from '../train/fit.ts';
import { FOLDS } from '../train/sites.ts';
import { fitForests, type WindowSet } from './fit-teasers.ts';
import type { MeasuredRow } from './measure-row.ts';

/** What the two passes are fitted with. */
const FIRST_FIT: FitOptions = { trees: 90, leaves: 12, rate: 0.15, rows: 1, columns: 1, seed: 1 };
export const SECOND_FIT: FitOptions = { trees: 180, leaves: 15, rate: 0.05, rows: 1, columns: 0.6, seed: 1 };

/** Both passes. */
export interface Passes {
  readonly first: ForestData;
  readonly second: ForestData;
}

/** Models without each fold, and the one of all rows where it was asked for. */
export interface TrainedModels {
  readonly folds: readonly Passes[];
  readonly all: Passes | null;
  readonly windows: number;
}

const EVERY_FOLD = Array.from({ length: FOLDS }, (_, fold) => fold);

/**
 * Fits the passes. The second one learns from what the first says of documents whose fold it has not seen, as it will of
 * new ones.
 */
export function fitModels(folder: string, rows: readonly MeasuredRow[], all: boolean): TrainedModels {
  const without = all ? [...EVERY_FOLD, null] : EVERY_FOLD;
  const firsts = fitForests(
    `${folder}/first`,
    windowSet(rows, FIRST_FEATURES.length, () => true),
    FIRST_FIT,
    without,
  );
  const trees = firsts.map(readTrees);
  const scores = rows.map((row) => addContext(row, trees[row.fold]));
  const asked = (r: number, w: number): boolean => (scores[r]?.[w] ?? 0) >= DISCARDED_BELOW;
  const second = windowSet(rows, TEASER_FEATURES.length, asked);
  const seconds = fitForests(`${folder}/second`, second, SECOND_FIT, without);
  const passes = (at: number): Passes => ({ first: firsts[at] as ForestData, second: seconds[at] as ForestData });
  return {
    folds: EVERY_FOLD.map((fold) => passes(fold)),
    all: all ? passes(FOLDS) : null,
    windows: second.labels.length,
  };
}

/** Fills in the columns of the second pass and returns what the first said. */
function addContext(row: MeasuredRow, first: Trees | undefined): Float64Array {
  if (first === undefined) throw new Error(`expected trees for fold ${row.fold}, got none`);
  const width = TEASER_FEATURES.length;
  const scores = evaluateTrees(first, row.matrix, width);
  const verdict = gatherVerdict(row.document, scores);
  scores.forEach((score, w) => {
    if (score < DISCARDED_BELOW) return;
    row.matrix.set(contextFeatures(verdict, w), (w + 1) * width - CONTEXT_FEATURES.length);
  });
  return scores;
}

function windowSet(
  rows: readonly MeasuredRow[],
  columns: number,
  asked: (row: number, window: number) => boolean,
): WindowSet {
  const width = TEASER_FEATURES.length;
  const used = rows.flatMap((row, r) =>
    [...row.targets.keys()].filter((w) => row.targets[w] !== -1 && asked(r, w)).map((w) => ({ row, w })),
  );
  const matrix = new Float32Array(used.length * width);
  used.forEach(({ row, w }, at) => {
    matrix.set(row.matrix.subarray(w * width, (w + 1) * width), at * width);
  });
  return {
    width,
    columns,
    matrix,
    labels: Uint8Array.from(used, ({ row, w }) => row.targets[w] ?? 0),
    weights: Float32Array.from(used, ({ row, w }) => row.weights[w] ?? 0),
    folds: Uint8Array.from(used, ({ row }) => row.fold),
  };
}
