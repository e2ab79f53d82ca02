import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleDocument, LabelledBlock } from '../../lib/core/document.ts';
import { labelSource } from '../../lib/core/label-source.ts';
import { joinBlocks } from '../../lib/core/render/text-view.ts';
import { SourceText } from '../../lib/core/source-text.ts';
import { type GoldPage, MARKED_SETS, readGold, readSource, SETS, type SetName } from './bench-sets.ts';

/** Labels the blocks of a page; it gets the page too, because each is judged by a model that has not seen its site. */
export type PageLabeller = (page: GoldPage, document: ArticleDocument) => readonly LabelledBlock[];

/**
 * Writes what labellers make of pages as predictions, `FOLDER/NAME/SET.jsonl`, and prints the scores of the benchmark's own
 * scorer, set by set.
 */
export function measureLabellers(
  bench: string,
  folder: string,
  pages: readonly GoldPage[],
  labellers: Readonly<Record<string, PageLabeller>>,
): void {
  const texts = new Map<string, string>();
  const measured = SETS.filter((set) => !MARKED_SETS.includes(set));
  for (const page of pages.filter(({ set }) => measured.includes(set))) {
    const source = readSource(page);
    for (const [name, label] of Object.entries(labellers))
      texts.set(`${name}/${page.set}/${page.id}`, articleText(page, source, label));
  }
  for (const set of measured) {
    const own = pages.filter((page) => page.set === set);
    for (const name of Object.keys(labellers)) {
      mkdirSync(join(folder, name), { recursive: true });
      const file = join(folder, name, `${set}.jsonl`);
      const lines = own.map(({ id }) => JSON.stringify({ id, text: texts.get(`${name}/${set}/${id}`) ?? '' }));
      writeFileSync(file, `${lines.join('\n')}\n`);
      console.log(`== ${name}`);
      printScores(bench, set, own, file);
    }
  }
}

function printScores(bench: string, set: SetName, pages: readonly GoldPage[], file: string): void {
  const by = set === 'wcxb' ? ['--by', 'page_type'] : [];
  const scorer = join(bench, 'tools', 'score_html.py');
  const ids = new Set(pages.map(({ id }) => id));
  const gold = readGold(bench, set).filter(({ id }) => ids.has(id));
  const goldFile = `${file}.gold.jsonl`;
  writeFileSync(goldFile, `${gold.map((row) => JSON.stringify(row)).join('\n')}\n`);
  const { stdout, stderr } = spawnSync('python3', [scorer, goldFile, file, '--boot', '200', ...by], {
    encoding: 'utf8',
  });
  process.stdout.write(stdout + stderr);
}

function articleText(page: GoldPage, source: string, label: PageLabeller): string {
  const { blocks } = labelSource(SourceText.of(source), 'html', page.url, (read) => ({
    document: read,
    blocks: label(page, read),
  }));
  return joinBlocks(
    blocks.filter(({ removal, type }) => removal === null && type !== 'caption').map(({ block }) => block),
  );
}
