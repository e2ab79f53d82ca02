import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ArticleDocument } from '../../lib/core/document.ts';
import { parseHtml, parseWholePage } from '../../lib/core/parse/html.ts';
import { decode } from '../../lib/core/read/decode.ts';
import { type PageMarks, pageKey, readMarks } from './marks.ts';
import { siteOf } from './sites.ts';

/** Sets with gold that the model learns from, and their folders in the benchmark folder. */
const FOLDERS = {
  fundus: 'html/fundus',
  // Pages kept for their metadata that come with the article too, those of `fundus` left out.
  press: 'meta/fundus',
  wcxb: 'html/wcxb',
  trafilatura: 'html/trafilatura',
  readability: 'html/readability',
  defuddle: 'html/defuddle',
  // Pages kept for their metadata or their first words, of which marks say what the article is.
  dated: 'meta/htmldate',
  credited: 'meta/trafilatura',
  begun: 'html/postlight',
} as const;
export type SetName = keyof typeof FOLDERS;
export const SETS = Object.keys(FOLDERS) as readonly SetName[];
/** Sets that are learnt from by marks alone: they have no gold to be measured by. */
export const MARKED_SETS: readonly SetName[] = ['dated', 'credited', 'begun'];

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
  /** What readers held for the article, of pages without a text of it. */
  readonly marks?: PageMarks;
  readonly file: string;
}

/** What a gold file says of a page. */
export interface GoldRow {
  readonly id: string;
  readonly url?: string | null;
  readonly page_type?: string;
  readonly text?: string | null;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

/** An article by its parts, as the metadata sets have it. */
interface ArticleBody {
  readonly summary: readonly string[];
  readonly sections: readonly { readonly headline: readonly string[]; readonly paragraphs: readonly string[] }[];
}

/** Path of the gold file of a set. */
export function goldFile(bench: string, set: SetName): string {
  return join(bench, FOLDERS[set], 'gold.jsonl');
}

/** Gold of one set, in the order of its file. @throws Error where the benchmark folder has no such set. */
export function readGold(bench: string, set: SetName): readonly GoldRow[] {
  const file = goldFile(bench, set);
  if (!existsSync(file)) throw new Error(`expected the gold of "${set}" in ${file}, found no such file`);
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldRow & { readonly body?: ArticleBody });
  if (set !== 'press') return rows;
  const known = new Set(readGold(bench, 'fundus').map(({ url }) => url));
  return rows.flatMap(({ id, url = null, body }) =>
    body && !known.has(url) ? [{ id, url, text: joinBody(body) }] : [],
  );
}

function joinBody({ summary, sections }: ArticleBody): string {
  return [...summary, ...sections.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs])].join('\n');
}

/** Pages of one set, in the order of its gold file; of sets without gold those that are marked and stand in no other set. */
export function readSet(bench: string, set: SetName): readonly GoldPage[] {
  const pages = readGold(bench, set)
    .map((row) => ({
      set,
      id: row.id,
      site: row.url ? siteOf(row.url) : `${set}/${row.id}`,
      url: row.url ?? null,
      type: row.page_type ?? 'article',
      text: MARKED_SETS.includes(set) ? null : (row.text ?? null),
      with: row.with ?? [],
      without: row.without ?? [],
      file: join(bench, FOLDERS[set], 'html', `${row.id}.html.gz`),
    }))
    .filter((page) => existsSync(page.file));
  const marks = readMarks();
  const marked = pages.map((page): GoldPage => {
    const own = page.text === null ? marks.get(pageKey(page.file)) : undefined;
    return own ? { ...page, marks: own } : page;
  });
  if (!MARKED_SETS.includes(set)) return marked;
  const before = SETS.slice(0, SETS.indexOf(set));
  const known = new Set(before.flatMap((other) => readGold(bench, other).map(({ url }) => url)));
  return marked.filter(({ url, marks: own }) => own !== undefined && !known.has(url));
}

/** Pages are not named by what they hold here. */
const NO_HASH = (): string => '';

/** Words that a page shows below which it is read with what it keeps for browsers without scripts, and the gain that this must bring. */
const MAX_SHELL_WORDS = 100;
const MIN_GAIN = 3;

/** The decoded source of a page. */
export function readSource(page: GoldPage): string {
  return decode(gunzipSync(readFileSync(page.file)), { mediaType: 'text/html' }, {}, NO_HASH).source.text;
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
