// npm run -s bench:quality -- BENCH [options]: the main text of other extractors beside Winnow's, on the same pages with the same scorer.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { type Figures, score } from '../../scripts/quality/scorers.ts';
import { HTML_SETS, mainMeasure } from '../../scripts/quality/sets.ts';
import { type BenchPage, readPages } from './pages.ts';
import { PEERS } from './peer-process.ts';
import {
  type Predictions,
  predictionsFile,
  predictPeer,
  predictWinnow,
  readPredictions,
  writePredictions,
} from './predict.ts';
import { type SetColumn, table } from './table.ts';

interface Options {
  readonly sets: readonly string[];
  readonly systems: readonly (typeof SYSTEMS)[number][];
  readonly ids?: string;
  readonly predictions?: string;
  readonly keep?: string;
  readonly seconds: number;
}

const SYSTEMS = [...PEERS, 'winnow'] as const;

const program = new Command('bench:quality')
  .description('Scores other extractors and Winnow on the same pages of the benchmark folder.')
  .argument('[bench]', 'the benchmark folder', '../shared/bench')
  .option('--sets <names>', 'sets, separated by commas', listOf(HTML_SETS), HTML_SETS)
  .option('--systems <names>', 'systems, separated by commas', listOf(SYSTEMS), SYSTEMS)
  .option('--ids <file>', 'only the pages that this file names, one `<set>/<id>` or `<id>` a line')
  .option(
    '--predictions <folder>',
    "Winnow's texts, as `<set>.jsonl` with lines {id, text}, of a model that has not seen the pages",
  )
  .option(
    '--keep <folder>',
    'texts of the other extractors are kept as `<system>/<set>.jsonl` there, and taken from there again',
  )
  .option('--seconds <n>', 'time for a page, after which its text is empty', Number, 10);

await program.parseAsync(process.argv);
const options = program.opts<Options>();
const bench = program.processedArgs[0] as string;
const folder = mkdtempSync(join(tmpdir(), 'peers-'));
try {
  const columns: SetColumn[] = [];
  for (const set of options.sets) {
    if (!existsSync(join(bench, set))) console.log(`not measured: ${set} (no folder ${join(bench, set)})`);
    else columns.push(await compare(set));
  }
  console.log(table(columns));
} finally {
  rmSync(folder, { recursive: true });
}

async function compare(set: string): Promise<SetColumn> {
  const ids = options.ids === undefined ? null : new Set(readFileSync(options.ids, 'utf8').split('\n').filter(Boolean));
  const pages = readPages(bench, set, ids);
  const figures = new Map<string, Figures>();
  if (pages.length > 0) {
    for (const system of options.systems) {
      if (system === 'winnow') {
        const [name, texts] = winnow(set, pages);
        figures.set(name, await scorePages(set, pages, texts));
        continue;
      }
      const file = options.keep === undefined ? null : predictionsFile(join(options.keep, system), set);
      figures.set(system, await scorePages(set, pages, await predictPeer(system, pages, file, options.seconds)));
    }
  }
  return { set, pages: pages.length, measure: mainMeasure(set), figures };
}

/** The name says where the shipped model was used, which has been trained on these pages. */
function winnow(set: string, pages: readonly BenchPage[]): readonly [string, Predictions] {
  if (options.predictions === undefined) return ['winnow (in-sample)', predictWinnow(pages)];
  const file = predictionsFile(options.predictions, set);
  const texts = readPredictions(file);
  const missing = pages.filter(({ id }) => !texts.has(id)).length;
  if (missing > 0)
    throw new Error(`expected a text for each of ${pages.length} pages of ${set}, ${missing} have none (${file})`);
  return ['winnow', texts];
}

async function scorePages(set: string, pages: readonly BenchPage[], texts: Predictions): Promise<Figures> {
  const gold = join(folder, 'gold.jsonl');
  const predictions = join(folder, 'predictions.jsonl');
  writeFileSync(gold, pages.map(({ line }) => `${line}\n`).join(''));
  writePredictions(predictions, new Map(pages.map(({ id }) => [id, texts.get(id) ?? ''])));
  return score({ bench, set, gold, predictions });
}

function listOf<T extends string>(known: readonly T[]): (value: string) => readonly T[] {
  return (value) =>
    value.split(',').map((name) => {
      const found = known.find((one) => one === name);
      if (found === undefined) throw new InvalidArgumentError(`expected some of ${known.join(', ')}, got ${name}`);
      return found;
    });
}
