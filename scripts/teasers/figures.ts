import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeText } from '../../lib/core/label/text/label-text.ts';
import type { TeaserModel } from '../../lib/core/label/text/teaser-model.ts';
import { labelSource } from '../../lib/core/label-source.ts';
import { joinBlocks } from '../../lib/core/render/text-view.ts';
import { SourceText } from '../../lib/core/source-text.ts';
import { foldOf } from '../train/sites.ts';
import type { Gathered } from './gather.ts';
import { formatOf } from './measure-row.ts';
import { type ScrapeRow, TEASER_SETS } from './rows.ts';

/** Styles that the stage is measured on: articles with and without cards of other stories. */
const MEASURED = /^(?:insert-|teasers|pmain|readability)/;

/**
 * Labels the given rows on the whole path for text, each with the model that has not seen its fold, and prints the scores of
 * the benchmark's own scorer: of all lines, then with nothing but the lines of other stories to be dropped.
 */
export function measureFigures(
  bench: string,
  folder: string,
  gathered: Gathered,
  models: readonly TeaserModel[],
): void {
  mkdirSync(folder, { recursive: true });
  for (const set of TEASER_SETS) {
    const rows = gathered.given[set].filter(({ style }) => MEASURED.test(style));
    const pred = join(folder, `${set}.jsonl`);
    writeLines(
      pred,
      rows.map((row) => ({ id: row.id, style: row.style, text: articleText(row, models[foldOf(row.site)]) })),
    );
    printScores(bench, `${set}, all lines`, rows, pred, 'style');
    printScores(bench, `${set}, other stories only`, rows.map(judgeInserts), pred, 'style');
    if (set === 'inserts') {
      const natural = rows.filter(({ style }) => style === 'insert-none');
      printScores(bench, 'natural documents by language', natural, pred, 'lang');
      const inserted = rows.filter(({ style }) => style !== 'insert-none').map(judgeInserts);
      printScores(bench, 'other stories only, by language', inserted, pred, 'lang');
    }
  }
}

function articleText(row: ScrapeRow, model: TeaserModel | undefined): string {
  if (model === undefined) throw new Error(`expected a model for the fold of ${row.site}, got none`);
  const source = row.lines.map(({ t }) => t).join('\n');
  const { blocks } = labelSource(SourceText.of(source), formatOf(row), row.url ?? null, (read) => ({
    document: read,
    blocks: judgeText(read, { teasers: model }).blocks,
  }));
  return joinBlocks(
    blocks.filter(({ removal, type }) => removal === null && type !== 'caption').map(({ block }) => block),
  );
}

/** What is dropped but belongs to no other story is left to other stages. */
function judgeInserts(row: ScrapeRow): ScrapeRow {
  const lines = row.lines.map((line) => (line.keep === false && line.insert !== 1 ? { ...line, keep: null } : line));
  return { ...row, lines };
}

function writeLines(file: string, values: readonly unknown[]): void {
  writeFileSync(file, `${values.map((value) => JSON.stringify(value)).join('\n')}\n`);
}

function printScores(bench: string, title: string, rows: readonly ScrapeRow[], pred: string, by: string): void {
  const gold = `${pred}.gold.jsonl`;
  writeLines(gold, rows);
  const scorer = join(bench, 'tools', 'score_text.py');
  const { stdout, stderr } = spawnSync('python3', [scorer, '--gold', gold, '--pred', pred, '--by', by], {
    encoding: 'utf8',
  });
  process.stdout.write(`== ${title}\n${stdout}${stderr}`);
}
