import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { hash32 } from '../train/sites.ts';
import { type GoldRow, goldFiles, pageFile, readGold } from './gold.ts';

/** Rows of a set that a sample should hold about; a page takes as long as several texts, cleaned and scored. */
const SAMPLE_PAGES = 120;
const SAMPLE_TEXTS = 400;

/** Whether a set lies in the benchmark folder. */
export function isThere(bench: string, set: string): boolean {
  return existsSync(join(bench, set)) && goldFiles(join(bench, set)).length > 0;
}

/** SHA-256, in hex, of the gold files of a set and of the pages that they name; in a sample too, of all of them. */
export function corpusHash(bench: string, set: string): string {
  const folder = join(bench, set);
  const hash = createHash('sha256');
  const add = (name: string, bytes: Uint8Array): void => {
    hash.update(`${name} ${createHash('sha256').update(bytes).digest('hex')}\n`);
  };
  for (const name of goldFiles(folder)) {
    add(name, readFileSync(join(folder, name)));
    for (const { id } of readGold(join(folder, name))) {
      const page = pageFile(folder, id);
      if (existsSync(page)) add(id, readFileSync(page));
    }
  }
  return hash.digest('hex');
}

/**
 * Writes a benchmark folder at `root` that holds a sample of one set. The choice hangs on nothing but the ids and their
 * number, so it is the same in every run; all rows of a document are in it or none.
 */
export function writeSample(bench: string, set: string, root: string): void {
  const from = join(bench, set);
  const to = join(root, set);
  mkdirSync(to, { recursive: true });
  if (existsSync(join(from, 'html'))) symlinkSync(resolve(from, 'html'), join(to, 'html'));
  for (const name of goldFiles(from)) {
    const lines = sampleRows(set, readGold(join(from, name)))
      .map(({ line }) => `${line}\n`)
      .join('');
    writeFileSync(join(to, name), name.endsWith('.gz') ? gzipSync(lines) : lines);
  }
}

/** About every n-th document by the hash of its id, with all its rows. */
export function sampleRows(set: string, rows: readonly GoldRow[]): readonly GoldRow[] {
  const every = Math.ceil(rows.length / (set.startsWith('text/') ? SAMPLE_TEXTS : SAMPLE_PAGES));
  return rows.filter(({ id }) => hash32(`sample:${set}/${id}`) % every === 0);
}
