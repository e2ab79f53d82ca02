import type { ModelTraining } from '../model/model-data.ts';
import { readSteppedTrees, type Trees } from '../model/trees.ts';
import { CONTEXT_FEATURES } from './teaser-context.ts';
import { FIRST_FEATURES } from './teaser-features.ts';

/** One forest as it is kept in a file; the fields are those of `ModelData`. */
export interface ForestData {
  readonly base: number;
  readonly sizes: string;
  readonly columns: string;
  readonly values: string;
  readonly rights: string;
}

/** The teaser model as it is kept in a file. */
export interface TeaserModelData {
  /** Names of the columns of the second pass, joined by a space; must equal `TEASER_FEATURES`. */
  readonly features: string;
  readonly first: ForestData;
  readonly second: ForestData;
  readonly headline: ForestData;
  readonly text: ForestData;
  readonly textAgain: ForestData;
  /** What it was trained on: sets with the sha256 of their rows, documents, sites, windows, seed, split. */
  readonly training: ModelTraining;
}

/** The forests of the model: the first judges every window, the others those that it does not discard. */
export interface TeaserModel {
  readonly first: Trees;
  /** Judges windows of several lines; knows what the first found in the document. */
  readonly second: Trees;
  /** Judge windows that are one line, by what the first sees. */
  readonly headline: Trees;
  readonly text: Trees;
  /** Judges texts alone by what the second sees; the mean of the log odds of both counts. */
  readonly textAgain: Trees;
}

/** The forests of a model in a file. */
export type TeaserForests = Pick<TeaserModelData, keyof TeaserModel>;

/** Columns of the second pass, in order; the other forests see those of `FIRST_FEATURES`, which come first. */
export const TEASER_FEATURES: readonly string[] = [...FIRST_FEATURES, ...CONTEXT_FEATURES];

/**
 * Makes a model from its file.
 *
 * @throws Error when the file was trained on other features than this code measures.
 */
export function readTeaserModel(data: TeaserModelData): TeaserModel {
  if (data.features !== TEASER_FEATURES.join(' '))
    throw new Error('expected teaser weights for the features of this code, got some for others: train them again');
  return readTeaserForests(data);
}

/** Makes a model of its forests. */
export function readTeaserForests({ first, second, headline, text, textAgain }: TeaserForests): TeaserModel {
  return {
    first: readSteppedTrees(first),
    second: readSteppedTrees(second),
    headline: readSteppedTrees(headline),
    text: readSteppedTrees(text),
    textAgain: readSteppedTrees(textAgain),
  };
}
