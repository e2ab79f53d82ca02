import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One line of a gold file. */
export interface GoldRow {
  readonly id: string;
  readonly url: string | null;
  /** Type of page where the set tells it. */
  readonly type: string | null;
  /** First words of the body, white space folded; `null` where the set does not give them. */
  readonly prefix: string | null;
  /** The line as it stands in the file. */
  readonly line: string;
}

interface WrittenRow {
  readonly id: string;
  readonly url?: string | null;
  readonly page_type?: string;
  readonly prefix?: string;
}

/** Rows of a gold file, gzipped or not, in its order. */
export function readGold(file: string): readonly GoldRow[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row = JSON.parse(line) as WrittenRow;
      return { id: row.id, url: row.url || null, type: row.page_type ?? null, prefix: row.prefix ?? null, line };
    });
}

/** Names of the gold files in the folder of a set: one for pages, any number of gzipped ones for text. */
export function goldFiles(folder: string): readonly string[] {
  const names = readdirSync(folder).sort();
  return names.filter((name) => name === 'gold.jsonl' || name.endsWith('.jsonl.gz'));
}

/** Page of a row; as it was fetched, gzipped. */
export function pageFile(folder: string, id: string): string {
  return join(folder, 'html', `${id}.html.gz`);
}
