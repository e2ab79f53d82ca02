import type { ArticleDocument, LabelledBlock } from '../../document.ts';
import { FEATURES, measureFeatures } from './features.ts';
import type { ModelData } from './model-data.ts';
import { type ModelPage, measurePage } from './model-page.ts';
import { TokenRates } from './token-rates.ts';
import { readTokenTable } from './token-table.ts';
import { evaluateTrees, readTrees, type Trees } from './trees.ts';

/** A model that is ready to judge pages. */
export interface BlockModel {
  readonly trees: Trees;
  readonly rates: TokenRates;
  readonly threshold: number;
}

/** A page with the probability 0..1 of each row to belong to the article. */
export interface JudgedPage {
  readonly page: ModelPage;
  readonly probability: Float64Array;
}

/**
 * Makes a model from its file.
 *
 * @throws Error when the file was trained on other features than this code measures.
 */
export function readModel(data: ModelData): BlockModel {
  if (data.features !== FEATURES.join(' '))
    throw new Error('expected a model trained on the features of this code, got one with others: train it again');
  return { trees: readTrees(data), rates: new TokenRates(readTokenTable(data.tokens)), threshold: data.threshold };
}

/** Judges the text blocks of an HTML page that the rules have labelled; `null` for a page without elements or text. */
export function judgePage(
  document: ArticleDocument,
  byRule: readonly LabelledBlock[],
  model: BlockModel,
): JudgedPage | null {
  if (document.elements === null) return null;
  const page = measurePage(document, document.elements, model.rates, byRule);
  if (page.blocks.length === 0) return null;
  return { page, probability: evaluateTrees(model.trees, measureFeatures(page), FEATURES.length) };
}
