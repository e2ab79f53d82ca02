import type { ModelData } from '../../model/model-data.ts';
import { evaluateTrees, readSteppedTrees, type Trees } from '../../model/trees.ts';
import type { Draft } from '../draft.ts';
import { LINE_FEATURES, measureLines } from './features.ts';
import { CONTEXT_FEATURES, gatherVerdict, measureContext } from './features-context.ts';
import { type LinePage, readLinePage } from './line-page.ts';
import { readWordTable, type WordTable } from './word-table.ts';

/** Boosted trees as they are kept in a file. */
export type TreeData = Pick<ModelData, 'base' | 'sizes' | 'columns' | 'values' | 'rights'>;

/** A trained line model as it is kept in a file. */
export interface LineModelData {
  /** Names of the columns of the first pass and of those that the second adds, joined by a space. */
  readonly features: string;
  readonly first: TreeData;
  readonly second: TreeData;
  /** What is known of the words of lines, see `WordTable`. */
  readonly words: string;
  readonly training: LineTraining;
}

/** What a line model was trained on: sets with the sha256 of their files. */
export interface LineTraining {
  readonly sets: readonly { readonly name: string; readonly sha256: string; readonly documents: number }[];
  readonly sites: number;
  readonly rows: number;
  readonly seed: number;
  readonly split: string;
}

/** A model that is ready to judge lines. */
export interface LineModel {
  readonly first: Trees;
  readonly second: Trees;
  readonly words: WordTable;
}

/** Names of all columns of the second pass: those of the first, then those of the context. */
export const ALL_LINE_FEATURES: readonly string[] = [...LINE_FEATURES, ...CONTEXT_FEATURES];

/**
 * Makes a model from its file.
 *
 * @throws Error when the file was trained on other features than this code measures.
 */
export function readLineModel(data: LineModelData): LineModel {
  if (data.features !== ALL_LINE_FEATURES.join(' '))
    throw new Error('expected a line model trained on the features of this code, got one with others: train it again');
  return {
    first: readSteppedTrees(data.first),
    second: readSteppedTrees(data.second),
    words: readWordTable(data.words),
  };
}

/** Lines that the first pass is this sure of are not judged again: the second never takes one of them below any threshold. */
export const SURE = 0.9;

/** A document with the probability 0..1 of each row to belong to the article; 0 for what the form rules removed. */
export interface JudgedLines {
  readonly page: LinePage;
  readonly probability: Float64Array;
}

/** Judges the lines of a draft that are still open; the second pass knows what the first found around them. */
export function judgeLines(draft: Draft, model: LineModel): JudgedLines {
  const page = readLinePage(draft, model.words);
  const open = openRows(page, draft);
  const matrix = measureLines(page, open);
  const first = spread(page, open, evaluateTrees(model.first, matrix, LINE_FEATURES.length));
  const doubtful = open.filter((row) => (first[row] ?? 0) < SURE);
  const wide = widen(page, first, doubtful, { rows: open, matrix });
  const second = evaluateTrees(model.second, wide, ALL_LINE_FEATURES.length);
  const probability = first.slice();
  doubtful.forEach((row, at) => {
    probability[row] = second[at] ?? 0;
  });
  return { page, probability };
}

/** Rows that no form rule has removed. */
export function openRows({ rows }: LinePage, { removals }: Draft): Int32Array {
  const open = new Int32Array(rows.length);
  let count = 0;
  for (let row = 0; row < rows.length; row++) if (removals[rows[row] as number] === null) open[count++] = row;
  return open.subarray(0, count);
}

/** Values of some rows as a column over all rows, 0 elsewhere. */
export function spread(page: LinePage, rows: Int32Array, values: ArrayLike<number>): Float64Array {
  const column = new Float64Array(page.rows.length);
  rows.forEach((row, at) => {
    column[row] = values[at] ?? 0;
  });
  return column;
}

/** Rows in ascending order with their features, `LINE_FEATURES.length` values each. */
export interface MeasuredRows {
  readonly rows: Int32Array;
  readonly matrix: Float32Array;
}

/**
 * The features of the second pass for some rows in ascending order, `ALL_LINE_FEATURES.length` values each.
 *
 * @param measured These rows, and others, with the features of the first pass.
 */
export function widen(
  page: LinePage,
  first: Float64Array,
  rows: Int32Array,
  measured: MeasuredRows = { rows, matrix: measureLines(page, rows) },
): Float32Array {
  const width = LINE_FEATURES.length;
  const wide = new Float32Array(rows.length * ALL_LINE_FEATURES.length);
  const verdict = gatherVerdict(page, first);
  let from = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    while (measured.rows[from] !== row) from++;
    const start = from * width;
    const place = i * ALL_LINE_FEATURES.length;
    for (let column = 0; column < width; column++) wide[place + column] = measured.matrix[start + column] as number;
    measureContext(verdict, row, wide, place + width);
  }
  return wide;
}
