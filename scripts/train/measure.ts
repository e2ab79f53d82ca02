import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleDocument, LabelledBlock } from '../../lib/core/document.ts';
import { joinBlocks } from '../../lib/core/render/text-view.ts';
import { type GoldPage, readPage, SETS } from './bench-sets.ts';

export type Labeller = (document: ArticleDocument) => readonly LabelledBlock[];

/** Scores labellers on pages with the benchmark's own scorer and prints its figures, set by set. */
export function measureLabellers(
  bench: string,
  folder: string,
  pages: readonly GoldPage[],
  labellers: Readonly<Record<string, Labeller>>,
): void {
  mkdirSync(folder, { recursive: true });
  const texts = new Map<string, Map<string, string>>(Object.keys(labellers).map((name) => [name, new Map()]));
  for (const page of pages) {
    const document = readPage(page);
    for (const [name, label] of Object.entries(labellers))
      texts.get(name)?.set(`${page.set}/${page.id}`, articleText(label(document)));
  }
  for (const set of SETS) {
    const own = pages.filter((page) => page.set === set);
    const ids = new Set(own.map((page) => page.id));
    const gold = readFileSync(join(bench, 'html', set, 'gold.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && ids.has((JSON.parse(line) as { readonly id: string }).id));
    const goldFile = join(folder, `${set}.gold.jsonl`);
    writeFileSync(goldFile, `${gold.join('\n')}\n`);
    for (const name of Object.keys(labellers)) {
      const file = join(folder, `${set}.${name}.jsonl`);
      const lines = own.map(({ id }) => JSON.stringify({ id, text: texts.get(name)?.get(`${set}/${id}`) ?? '' }));
      writeFileSync(file, `${lines.join('\n')}\n`);
      const by = set === 'wcxb' ? ['--by', 'page_type'] : [];
      const scorer = join(bench, 'tools', 'score_html.py');
      const { stdout, stderr } = spawnSync('python3', [scorer, goldFile, file, '--boot', '200', ...by], {
        encoding: 'utf8',
      });
      process.stdout.write(stdout + stderr);
    }
  }
}

function articleText(labelled: readonly LabelledBlock[]): string {
  return joinBlocks(
    labelled.filter(({ removal, type }) => removal === null && type !== 'caption').map(({ block }) => block),
  );
}
