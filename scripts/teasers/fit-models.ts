import { evaluateTrees, readTrees, type Trees } from '../../lib/core/label/model/trees.ts';
import { CONTEXT_FEATURES, contextFeatures } from '../../lib/core/label/text/teaser-context.ts';
import { FIRST_FEATURES } from '../../lib/core/label/text/teaser-features.ts';
import { type ForestData, TEASER_FEATURES, type TeaserForests } from '../../lib/core/label/text/teaser-model.ts';
import { gatherVerdict } from '../../lib/core/label/text/teaser-verdict.ts';
import { DISCARDED_BELOW } from '../../lib/core/label/text/teasers.ts';
import type { FitOptions } from '../train/fit.ts';
import { FOLDS } from '../train/sites.ts';
import { fitForests, type WindowSet } from './fit-teasers.ts';
import type { MeasuredRow } from './measure-row.ts';

/** What the forests are fitted with. */
const FIRST_FIT: FitOptions = { trees: 90, leaves: 12, rate: 0.15, rows: 1, columns: 1, seed: 1 };
/** Against learning by heart: at 1 % lost of documents with pictures 88.0 % of the cards falls (87.5 without), with headline and text 76 (74). */
const TIMID = { rows: 0.7, columns: 0.4, penalty: 8 } as const;
export const SECOND_FIT: FitOptions = { trees: 220, leaves: 15, rate: 0.06, ...TIMID, seed: 1 };
const LONE_FIT: FitOptions = { trees: 170, leaves: 15, rate: 0.09, ...TIMID, seed: 1 };
/** Two forests share the judgement of a text alone, so each is smaller. */
const TEXT_FIT: FitOptions = { ...LONE_FIT, trees: 110, rate: 0.12 };

/** Models without each fold, and the one of all rows where it was asked for. */
export interface TrainedModels {
  readonly folds: readonly TeaserForests[];
  readonly all: TeaserForests | null;
  readonly windows: number;
}

const EVERY_FOLD = Array.from({ length: FOLDS }, (_, fold) => fold);

/**
 * Fits the forests. Those behind the first learn what it does not discard in documents whose fold it has not seen, and what it
 * says of them, as it will of new ones.
 */
export function fitModels(folder: string, rows: readonly MeasuredRow[], all: boolean): TrainedModels {
  const without = all ? [...EVERY_FOLD, null] : EVERY_FOLD;
  const firstSet = windowSet(rows, FIRST_FEATURES.length, () => true);
  const firsts = fitForests(`${folder}/first`, firstSet, FIRST_FIT, without);
  const trees = firsts.map(readTrees);
  const scores = rows.map((row) => addContext(row, trees[row.fold]));
  const fitOf = (name: string, columns: number, is: (shape: string) => boolean, fit: FitOptions) => {
    const asked = (r: number, w: number): boolean =>
      is(rows[r]?.document.windows[w]?.shape ?? '') && (scores[r]?.[w] ?? 0) >= DISCARDED_BELOW;
    const set = windowSet(rows, columns, asked);
    return { forests: fitForests(`${folder}/${name}`, set, fit, without), windows: set.labels.length };
  };
  const second = fitOf('second', TEASER_FEATURES.length, (shape) => shape.length > 1, SECOND_FIT);
  const headline = fitOf('headline', FIRST_FEATURES.length, (shape) => shape === 'H', LONE_FIT);
  const isText = (shape: string): boolean => shape === 'X';
  const text = fitOf('text', FIRST_FEATURES.length, isText, TEXT_FIT);
  const textAgain = fitOf('text-again', TEASER_FEATURES.length, isText, TEXT_FIT);
  const forests = (at: number): TeaserForests => ({
    first: firsts[at] as ForestData,
    second: second.forests[at] as ForestData,
    headline: headline.forests[at] as ForestData,
    text: text.forests[at] as ForestData,
    textAgain: textAgain.forests[at] as ForestData,
  });
  return {
    folds: EVERY_FOLD.map((fold) => forests(fold)),
    all: all ? forests(FOLDS) : null,
    windows: second.windows + headline.windows + text.windows,
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
