import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ArticleDocument, LabelledDocument } from '../../lib/core/document.ts';
import { judgeText, type TextOptions } from '../../lib/core/label/text/label-text.ts';
import { joinBlocks } from '../../lib/core/render/text-view.ts';
import { settleText } from '../../lib/core/settle-text.ts';
import type { Thoroughness } from '../../lib/core/source.ts';
import { parseTextRow, TEXT_SETS, type TextRow } from './text-rows.ts';

/** Models that have not seen the site of a text. */
export type TextModels = Pick<TextOptions, 'lineModel' | 'teasers'>;

/** Prints the benchmark's own scores of whole texts, set by set and style by style, at some levels of thoroughness. */
export function measureLineModel(
  bench: string,
  texts: readonly TextRow[],
  modelsOf: (text: TextRow) => TextModels,
  levels: readonly Thoroughness[],
): void {
  const folder = mkdtempSync(join(tmpdir(), 'text-scores-'));
  try {
    for (const set of TEXT_SETS) {
      const own = texts.filter((text) => text.set === set);
      if (own.length === 0) continue;
      const gold = join(folder, `${set}.jsonl.gz`);
      writeFileSync(gold, gzipSync(writeLines(own.map(({ id, style, lines }) => ({ id, style, lines })))));
      for (const level of levels) {
        const file = join(folder, `${set}-${level}.jsonl`);
        writeFileSync(file, writeLines(own.map((text) => predict(text, modelsOf(text), level))));
        console.log(`== ${set}, ${level}`);
        const scorer = join(bench, 'tools', 'score_text.py');
        const { stdout, stderr } = spawnSync('python3', [scorer, '--gold', gold, '--pred', file], { encoding: 'utf8' });
        process.stdout.write(stdout + stderr);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function predict(
  text: TextRow,
  models: TextModels,
  thoroughness: Thoroughness,
): { readonly id: string; readonly style: string; readonly text: string } {
  const label = (document: ArticleDocument): LabelledDocument => ({
    document,
    blocks: judgeText(document, { ...models, thoroughness }).blocks,
  });
  const { blocks } = settleText(label(parseTextRow(text)), label);
  const kept = blocks.filter(({ removal, type }) => removal === null && type !== 'caption');
  return { id: text.id, style: text.style, text: joinBlocks(kept.map(({ block }) => block)) };
}

function writeLines(rows: readonly object[]): string {
  return `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
}
