/**
 * Learns the teaser model anew from a folder of documents with known inserts and writes lib/core/label/text/teaser-weights.ts:
 * `npx tsx scripts/train-teasers.ts FOLDER`. The folder holds `*.jsonl.gz`; a row is one document:
 * {id, site, style, lines: [{t, keep: true|false|null, insert?: 1}]}. There is no chance in it: equal rows give equal bytes.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { contextFeatures, gatherVerdict } from '../lib/core/label/text/teaser-context.ts';
import { probability, type TreeModel, writeTrees } from '../lib/core/label/text/tree-model.ts';
import { type BoostOptions, fitTrees } from './boosted-trees.ts';
import { report } from './teaser-report.ts';
import { type InsertRow, type MeasuredRow, measureRow, moveToTop, stackRoundUps } from './teaser-rows.ts';

const FIRST: BoostOptions = { trees: 60, depth: 4, rate: 0.2, minLeaf: 4, ridge: 2 };
const SECOND: BoostOptions = { ...FIRST, trees: 80, rate: 0.15 };
const FOLDS = 4;
const TARGET = 'lib/core/label/text/teaser-weights.ts';

function readRows(folder: string): readonly InsertRow[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort()
    .flatMap((name) =>
      gunzipSync(readFileSync(join(folder, name)))
        .toString('utf8')
        .split('\n'),
    )
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as InsertRow);
}

/** Sites, not documents, are dealt to the folds: pages of one site share their furniture. */
function foldOf(site: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < site.length; i++) hash = Math.imul(hash ^ site.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % FOLDS;
}

type Features = readonly (readonly number[])[];

function learn(rows: readonly MeasuredRow[], features: readonly Features[], options: BoostOptions): TreeModel {
  const learnt: (readonly number[])[] = [];
  const targets: boolean[] = [];
  rows.forEach((row, r) => {
    row.targets.forEach((target, w) => {
      const values = features[r]?.[w];
      if (target === null || !values) return;
      learnt.push(values);
      targets.push(target);
    });
  });
  return fitTrees({ rows: learnt, targets }, options);
}

/** Probabilities of every window from models that never saw a page of its site. */
function outOfFold(
  rows: readonly MeasuredRow[],
  features: readonly Features[],
  options: BoostOptions,
): readonly (readonly number[])[] {
  const scores: (readonly number[])[] = rows.map(() => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = rows.flatMap((row, r) => (foldOf(row.site) === fold ? [] : [r]));
    const model = learn(
      seen.map((r) => rows[r] as MeasuredRow),
      seen.map((r) => features[r] ?? []),
      options,
    );
    rows.forEach((row, r) => {
      if (foldOf(row.site) === fold) scores[r] = (features[r] ?? []).map((values) => probability(model, values));
    });
  }
  return scores;
}

function writeModel(name: string, model: TreeModel): string {
  const trees = writeTrees(model).map((tree) => `  '${tree}',`);
  return `export const ${name}: TreeModel = readTrees(${model.base}, [\n${trees.join('\n')}\n]);\n`;
}

function main(folder: string | undefined): void {
  if (folder === undefined || !existsSync(folder)) {
    console.error(`expected a folder with *.jsonl.gz to learn from, got ${folder ?? 'none'}; nothing was written`);
    process.exitCode = 1;
    return;
  }
  const given = readRows(folder);
  const moved = given.flatMap((row) => moveToTop(row) ?? []);
  const rows = [...given, ...moved, ...stackRoundUps(given)].map(measureRow);
  const first = rows.map((row) => row.features);
  const scores = outOfFold(rows, first, FIRST);
  const second = rows.map((row, r) => {
    const verdict = gatherVerdict(row.document, scores[r] ?? []);
    return row.features.map((values, w) => [...values, ...contextFeatures(verdict, w)]);
  });
  const last = outOfFold(rows, second, SECOND);
  console.log(`${rows.length} documents, of them ${given.length} given`);
  console.log(report(rows.slice(0, given.length), last));
  if (process.env.SCORES) writeFileSync(process.env.SCORES, JSON.stringify(last));
  const text =
    "// Written by scripts/train-teasers.ts.\nimport { readTrees, type TreeModel } from './tree-model.ts';\n\n" +
    '/** First pass: `FIRST_FEATURES`. */\n' +
    writeModel('FIRST_PASS', learn(rows, first, FIRST)) +
    '\n/** Second pass: `FIRST_FEATURES`, then `CONTEXT_FEATURES`. */\n' +
    writeModel('SECOND_PASS', learn(rows, second, SECOND));
  writeFileSync(TARGET, text);
}

main(process.argv[2]);
