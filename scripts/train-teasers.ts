// npm run train-teasers -- BENCH [--figures] [--predictions FOLDER]: trains the model for teasers in text on the sets under BENCH/text.
// Without --figures it trains on all sites and writes the model file. With it, it cross-validates: the sites are parted into
// folds, every document is labelled by a model that has seen no document of its fold, and the scores are printed.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readTeaserForests } from '../lib/core/label/text/teaser-model.ts';
import { measureFigures } from './teasers/figures.ts';
import { fitModels } from './teasers/fit-models.ts';
import { gatherRows } from './teasers/gather.ts';
import { writeTeaserModel } from './teasers/model-file.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { figures: { type: 'boolean' }, predictions: { type: 'string' } },
});
const [bench = '../shared/bench'] = positionals;
if (!existsSync(join(bench, 'text')))
  throw new Error(`expected evaluation sets under ${join(bench, 'text')}, found no such folder: name theirs`);
const folder = mkdtempSync(join(tmpdir(), 'train-teasers-'));

try {
  const gathered = gatherRows(bench);
  console.log(`${gathered.measured.length} documents after ${process.uptime().toFixed(0)} s`);
  const models = fitModels(folder, gathered.measured, values.figures !== true);
  console.log(`trees fitted after ${process.uptime().toFixed(0)} s`);
  if (values.figures === true) {
    const byFold = models.folds.map(readTeaserForests);
    measureFigures(bench, values.predictions ?? join(folder, 'scores'), gathered, byFold);
  } else writeTeaserModel(bench, gathered, models);
} finally {
  rmSync(folder, { recursive: true });
}
