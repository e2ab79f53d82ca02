// npm run train -- BENCH [--text] [--figures] [--without FAMILY,...] [--predictions FOLDER]: trains the model for main text from HTML on
// the sets under BENCH/html, the articles of BENCH/meta/fundus, and pages of either that `marks.jsonl` says the article of.
// Without --figures it trains on all sites and writes the model file. With it, it cross-validates: the sites are parted into
// folds, every page is judged by a model that has seen no page of its fold, and the scores are printed beside the rules'.
// --text trains the line model for text and Markdown on the sets under BENCH/text instead.
// --without leaves out feature families, --predictions keeps the texts.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { labelHtml } from '../../lib/core/label/html/label-html.ts';
import { FEATURES } from '../../lib/core/label/model/features.ts';
import { labelBy } from '../../lib/core/label/model/label-with-model.ts';
import { type BlockModel, readModel } from '../../lib/core/label/model/model.ts';
import { type GoldPage, readSet, SETS } from './bench-sets.ts';
import { type FitJob, fitTrees } from './fit.ts';
import { measureLabellers } from './measure.ts';
import { describeTraining, packModel, writeModelFile } from './model-file.ts';
import { FOLDS, foldOf } from './sites.ts';
import { trainText } from './text-model.ts';
import { type TrainingSet, writeTrainingSet } from './training-set.ts';

const MODEL_FILE = fileURLToPath(new URL('../../lib/core/label/model/main-text-model.ts', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    text: { type: 'boolean' },
    figures: { type: 'boolean' },
    without: { type: 'string' },
    predictions: { type: 'string' },
  },
});
const [bench = '../shared/bench'] = positionals;
const sets = join(bench, values.text === true ? 'text' : 'html');
if (!existsSync(sets)) throw new Error(`expected evaluation sets under ${sets}, found no such folder: name theirs`);
const hidden = values.without?.split(',') ?? [];
const folder = mkdtempSync(join(tmpdir(), 'train-'));
const pages = values.text === true ? [] : SETS.flatMap((set) => readSet(bench, set));

try {
  if (values.text === true) trainText(bench, folder, values.figures === true);
  else trainHtml();
} finally {
  rmSync(folder, { recursive: true });
}

function trainHtml(): void {
  const set = writeTrainingSet(folder, pages);
  console.log(`${pages.length} pages, ${set.rows} rows after ${process.uptime().toFixed(0)} s`);
  if (values.figures === true) crossValidate(set);
  else trainOnAll(set);
}

function trainOnAll(set: TrainingSet): void {
  const [trees] = fitTrees(folder, FEATURES, [{ name: 'all', without: null, hidden }]);
  if (trees === undefined) throw new Error('expected the trees of one model, got none');
  writeModelFile(MODEL_FILE, packModel(trees, set.tokens, describeTraining(pages, bench, set.rows, 'all sites')));
}

function crossValidate(set: TrainingSet): void {
  const jobs = Array.from({ length: FOLDS }, (_, fold): FitJob => ({ name: `${fold}`, without: fold, hidden }));
  const training = describeTraining(pages, bench, set.rows, `all folds of ${FOLDS} but one`);
  const models = fitTrees(folder, FEATURES, jobs).map((trees, fold) =>
    readModel(packModel(trees, set.tokensWithout[fold] ?? '', training)),
  );
  console.log(`trees fitted after ${process.uptime().toFixed(0)} s`);
  const modelOf = (page: GoldPage): BlockModel => {
    const model = models[foldOf(page.site)];
    if (model === undefined) throw new Error(`expected a model for the fold of ${page.site}, got none`);
    return model;
  };
  measureLabellers(bench, values.predictions ?? join(folder, 'scores'), pages, {
    rules: (_, document) => labelHtml(document),
    model: (page, document) => labelBy(modelOf(page), document),
  });
}
