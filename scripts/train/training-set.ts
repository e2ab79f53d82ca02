import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { labelHtml } from '../../lib/core/label/html/label-html.ts';
import { FEATURES, measureFeatures } from '../../lib/core/label/model/features.ts';
import { measurePage } from '../../lib/core/label/model/model-page.ts';
import { TokenRates } from '../../lib/core/label/model/token-rates.ts';
import { readTokenTable, writeTokenTable } from '../../lib/core/label/model/token-table.ts';
import { type GoldPage, readPage } from './bench-sets.ts';
import { labelRows, type RowLabels } from './gold-labels.ts';
import { FOLDS, foldOf, hash32 } from './sites.ts';
import { TokenCounts } from './token-counts.ts';

/** Rows that are boilerplate at first sight: links of a few words. A quarter of them stand for all. */
const EASY = { linkDensity: 0.9, words: 8, share: 4 } as const;

/** A labelled training set on disk: `features.f32`, `labels.u8`, `weights.f32` and `folds.u8`, row by row. */
export interface TrainingSet {
  readonly folder: string;
  readonly rows: number;
  /** Token tables in the form of a model file: of all sites, and without the sites of each fold. */
  readonly tokens: string;
  readonly tokensWithout: readonly string[];
}

/** Labels the pages, learns the token rates, and writes features, labels and weights of their rows for the trees to be fitted. */
export function writeTrainingSet(folder: string, pages: readonly GoldPage[]): TrainingSet {
  mkdirSync(folder, { recursive: true });
  const { labels, counts } = labelPages(pages);
  const tokensWithout = Array.from({ length: FOLDS }, (_, fold) => writeTokenTable(counts.without(fold)));
  const rates = tokensWithout.map((table) => new TokenRates(readTokenTable(table)));
  const matrix = openSync(join(folder, 'features.f32'), 'w');
  const kept: number[] = [];
  const weights: number[] = [];
  const folds: number[] = [];
  pages.forEach((page, at) => {
    const own = labels[at];
    const fold = foldOf(page.site);
    const known = rates[fold];
    if (own === undefined || known === undefined) return;
    for (const row of usedRows(page, own, known)) {
      writeSync(matrix, new Uint8Array(row.features.buffer, row.features.byteOffset, row.features.byteLength));
      kept.push(row.kept);
      weights.push(row.weight);
      folds.push(fold);
    }
  });
  closeSync(matrix);
  writeFileSync(join(folder, 'labels.u8'), Uint8Array.from(kept));
  writeFileSync(join(folder, 'folds.u8'), Uint8Array.from(folds));
  writeFileSync(join(folder, 'weights.f32'), new Uint8Array(Float32Array.from(weights).buffer));
  return { folder, rows: kept.length, tokens: writeTokenTable(counts.table()), tokensWithout };
}

function labelPages(pages: readonly GoldPage[]): {
  readonly labels: readonly RowLabels[];
  readonly counts: TokenCounts;
} {
  const counts = new TokenCounts(pages.map((page) => page.site));
  const labels = pages.map((page) => {
    const document = readPage(page);
    const blocks = document.blocks.filter((block) => block.text !== '' && block.element >= 0);
    const rows = labelRows(page, blocks);
    if (document.elements !== null) counts.add(page.site, blocks, document.elements, rows);
    return rows;
  });
  return { labels, counts };
}

interface Row {
  readonly features: Float32Array;
  readonly kept: number;
  readonly weight: number;
}

function* usedRows(page: GoldPage, labels: RowLabels, rates: TokenRates): Generator<Row> {
  const document = readPage(page);
  if (document.elements === null) return;
  const measured = measurePage(document, document.elements, rates, labelHtml(document));
  const features = measureFeatures(measured);
  for (let row = 0; row < measured.blocks.length; row++) {
    const weight = labels.weight[row] ?? 0;
    const block = measured.blocks[row];
    if (weight === 0 || block === undefined) continue;
    const kept = labels.kept[row] ?? 0;
    const easy = kept === 0 && block.linkDensity > EASY.linkDensity && block.words <= EASY.words;
    if (easy && hash32(`${page.id} ${row}`) % EASY.share !== 0) continue;
    yield {
      features: features.subarray(row * FEATURES.length, (row + 1) * FEATURES.length),
      kept,
      weight: easy ? weight * EASY.share : weight,
    };
  }
}
