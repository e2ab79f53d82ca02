import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTrees } from '../../lib/core/label/model/trees.ts';
import { LINE_FEATURES } from '../../lib/core/label/text/line-model/features.ts';
import {
  ALL_LINE_FEATURES,
  type LineModelData,
  type LineTraining,
  readLineModel,
  type TreeData,
} from '../../lib/core/label/text/line-model/line-model.ts';
import { readWordTable, type WordTable } from '../../lib/core/label/text/line-model/word-table.ts';
import { readTeaserForests } from '../../lib/core/label/text/teaser-model.ts';
import { THOROUGHNESS } from '../../lib/core/source.ts';
import { fitModels } from '../teasers/fit-models.ts';
import { gatherRows } from '../teasers/gather.ts';
import { readContainerRows } from './container-rows.ts';
import { EXTRACTED_SETS, readExtractRows } from './extract-rows.ts';
import { type FitJob, type FitOptions, fitTrees } from './fit.ts';
import { type WordsOf, writeFirstSet, writeSecondSet } from './line-set.ts';
import { packTrees } from './model-file.ts';
import { hashPages, readPageRows } from './page-rows.ts';
import { FOLDS, foldOf } from './sites.ts';
import { measureLineModel, type TextModels } from './text-measure.ts';
import { hashTextSet, readTextRows, TEXT_SETS, type TextRow } from './text-rows.ts';
import { isTransplant, transplantRows } from './transplant-rows.ts';
import { inUnknownLanguage, unknownLanguageRows } from './unknown-language.ts';
import { WordCounts } from './word-counts.ts';

const MODEL_FILE = fileURLToPath(new URL('../../lib/core/label/text/line-model/line-trees-model.ts', import.meta.url));
const FIRST: FitOptions = { trees: 90, leaves: 31, rate: 0.13, rows: 0.7, columns: 0.6, seed: 1, penalty: 30 };
const SECOND: FitOptions = { ...FIRST, trees: 80 };

/**
 * Trains the line model for text and Markdown on the sets under BENCH/text and writes its file; with `figures` it
 * cross-validates over sites instead, the model for teasers with it, and prints the scores of whole texts.
 */
export function trainText(bench: string, folder: string, figures: boolean): void {
  const given = TEXT_SETS.flatMap((set) => readTextRows(bench, set));
  const texts = [...given, ...learntRows(bench, given)];
  // What was put into texts of other sites says nothing of these.
  const tables = countTables(texts.filter((text) => !isTransplant(text)));
  const wordsOf: WordsOf = (text) => ofFold(tables.read, text);
  const learnt = [...texts, ...unknownLanguageRows(texts)];
  const first = firstPasses(join(folder, 'first'), learnt, wordsOf, !figures);
  const second = join(folder, 'second');
  const rows = writeSecondSet(second, learnt, wordsOf, (text) => readTrees(ofFold(first.byFold, text)));
  console.log(`${learnt.length} texts, ${rows} doubtful lines after ${process.uptime().toFixed(0)} s`);
  const training = describe(bench, texts, rows, figures);
  if (figures) {
    const models = fitTrees(second, ALL_LINE_FEATURES, jobsOfFolds(), SECOND).map((trees, fold) =>
      readLineModel(pack(first.byFold[fold], packTrees(trees), tables.byFold[fold], training)),
    );
    const cards = fitModels(join(folder, 'teasers'), gatherRows(bench).measured, false).folds.map(readTeaserForests);
    const modelsOf = (text: TextRow): TextModels => ({ lineModel: ofFold(models, text), teasers: ofFold(cards, text) });
    measureLineModel(bench, given, modelsOf, THOROUGHNESS);
    console.log('\nThe same in letters of a language that nobody knows');
    measureLineModel(
      bench,
      given.map((row) => inUnknownLanguage(row, 'letters')),
      modelsOf,
      ['normal'],
    );
    return;
  }
  const [trees] = fitTrees(second, ALL_LINE_FEATURES, [{ name: 'all', without: null, hidden: [] }], SECOND);
  if (trees === undefined) throw new Error('expected the trees of one model, got none');
  writeLineModel(pack(first.all, packTrees(trees), tables.all, training));
}

/**
 * Rows that are only learnt from: pages of the HTML sets as scrapers render them, what extractors take of them, the elements of their
 * articles, and articles with lines of others put in.
 */
function learntRows(bench: string, given: readonly TextRow[]): readonly TextRow[] {
  const pages = readPageRows(bench, new Set(given.map(({ id }) => id)));
  const rendered = [
    ...pages.filter(({ style }) => style !== 'readability'),
    ...readExtractRows(bench),
    ...readContainerRows(bench),
  ];
  return [...rendered, ...transplantRows([...given, ...rendered])];
}

function jobsOfFolds(): readonly FitJob[] {
  return Array.from({ length: FOLDS }, (_, fold): FitJob => ({ name: `${fold}`, without: fold, hidden: [] }));
}

/** The first pass without each fold, and on all sites. */
function firstPasses(
  folder: string,
  texts: readonly TextRow[],
  wordsOf: WordsOf,
  withAll: boolean,
): { readonly byFold: readonly TreeData[]; readonly all: TreeData | undefined } {
  const rows = writeFirstSet(folder, texts, wordsOf);
  console.log(`${rows} lines after ${process.uptime().toFixed(0)} s`);
  const all: readonly FitJob[] = withAll ? [{ name: 'all', without: null, hidden: [] }] : [];
  const fitted = fitTrees(folder, LINE_FEATURES, [...jobsOfFolds(), ...all], FIRST).map(packTrees);
  return { byFold: fitted.slice(0, FOLDS), all: fitted[FOLDS] };
}

/** The tables of words from all folds but each, and from all. */
function countTables(texts: readonly TextRow[]): {
  readonly byFold: readonly string[];
  readonly read: readonly WordTable[];
  readonly all: string;
} {
  const counts = new WordCounts(texts);
  const byFold = Array.from({ length: FOLDS }, (_, fold) => counts.table(fold));
  return { byFold, read: byFold.map(readWordTable), all: counts.table(null) };
}

function ofFold<Model>(models: readonly Model[], text: TextRow): Model {
  const model = models[foldOf(text.site)];
  if (model === undefined) throw new Error(`expected a model for the fold of ${text.site}, got none`);
  return model;
}

function pack(
  first: TreeData | undefined,
  second: TreeData,
  words: string | undefined,
  training: LineTraining,
): LineModelData {
  if (words === undefined) throw new Error('expected a table of words, got none');
  if (first === undefined) throw new Error('expected the trees of the first pass, got none');
  return { features: ALL_LINE_FEATURES.join(' '), first, second, words, training };
}

function describe(bench: string, texts: readonly TextRow[], rows: number, figures: boolean): LineTraining {
  return {
    sets: [
      ...TEXT_SETS.map((name) => ({ name, sha256: hashTextSet(bench, name), documents: count(texts, name) })),
      { name: 'pages', sha256: hashPages(bench, EXTRACTED_SETS), documents: count(texts, 'pages') },
    ],
    sites: new Set(texts.map(({ site }) => site)).size,
    rows,
    seed: FIRST.seed,
    split: figures ? `all folds of ${FOLDS} but one` : 'all sites',
  };
}

function count(texts: readonly TextRow[], name: TextRow['set']): number {
  return texts.filter(({ set }) => set === name).length;
}

function writeLineModel(model: LineModelData): void {
  const lines = Object.entries(model).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`);
  writeFileSync(
    MODEL_FILE,
    `// Written by \`npm run train -- BENCH --text\`; do not edit.\nimport type { LineModelData } from './line-model.ts';\n\n` +
      `/** The trained model for the lines of text and Markdown. */\nexport const LINE_TREES: LineModelData = {\n${lines.join('\n')}\n};\n`,
  );
  spawnSync('npx', ['biome', 'format', '--write', MODEL_FILE], { stdio: 'inherit' });
}
