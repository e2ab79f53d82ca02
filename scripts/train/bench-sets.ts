import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ArticleDocument } from '../../lib/core/document.ts';
import { parseHtml, parseWholePage } from '../../lib/core/parse/html.ts';
import { decode } from '../../lib/core/read/decode.ts';
import { siteOf } from './sites.ts';

/** Sets with gold that the model learns from, under `html/` of the benchmark folder. */
export const SETS = ['fundus', 'wcxb', 'trafilatura', 'readability', 'defuddle'] as const;
export type SetName = (typeof SETS)[number];

/** One page with what is known of its article. */
export interface GoldPage {
  readonly set: SetName;
  readonly id: string;
  readonly site: string;
  readonly url: string | null;
  /** Type of page where the set tells it; `article` elsewhere. */
  readonly type: string;
  /** Text of the article, or `null` where only segments are known. */
  readonly text: string | null;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly file: string;
}

interface GoldRow {
  readonly id: string;
  readonly url?: string | null;
  readonly page_type?: string;
  readonly text?: string | null;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

/** Pages of one set, in the order of its gold file. */
export function readSet(bench: string, set: SetName): readonly GoldPage[] {
  const folder = join(bench, 'html', set);
  return readFileSync(join(folder, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldRow)
    .map((row) => ({
      set,
      id: row.id,
      site: row.url ? siteOf(row.url) : `${set}/${row.id}`,
      url: row.url ?? null,
      type: row.page_type ?? 'article',
      text: row.text ?? null,
      with: row.with ?? [],
      without: row.without ?? [],
      file: join(folder, 'html', `${row.id}.html.gz`),
    }))
    .filter((page) => existsSync(page.file));
}

/** Pages are not named by what they hold here. */
const NO_HASH = (): string => '';

/** Words that a page shows below which it is read with what it keeps for browsers without scripts, and the gain that this must bring. */
const MAX_SHELL_WORDS = 100;
const MIN_GAIN = 3;

/** The decoded source of a page. */
export function readSource(page: GoldPage): string {
  return decode(gunzipSync(readFileSync(page.file)), { mediaType: 'text/html' }, {}, NO_HASH).text;
}

/** Parses a page; one that shows next to nothing with its `noscript` and `template`, as the cleaner does. */
export function readPage(page: GoldPage): ArticleDocument {
  const source = readSource(page);
  const document = parseHtml(source, page.url);
  const shown = countWords(document);
  if (shown >= MAX_SHELL_WORDS) return document;
  const whole = parseWholePage(source, page.url).document;
  return countWords(whole) >= shown * MIN_GAIN ? whole : document;
}

function countWords({ blocks }: ArticleDocument): number {
  return blocks.reduce((sum, { words }) => sum + words, 0);
}
