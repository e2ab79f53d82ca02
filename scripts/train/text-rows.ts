import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ArticleDocument, Block } from '../../lib/core/document.ts';
import { parseSource } from '../../lib/core/parse/source.ts';
import { alignableWords } from './align.ts';
import { siteOf } from './sites.ts';

/** Sets with gold by line, under `text/` of the benchmark folder. */
export const TEXT_SETS = ['fundus', 'wcxb', 'bbc', 'inserts'] as const;
export type TextSet = (typeof TEXT_SETS)[number];

/** One document with what is known of its lines; `keep` is `null` where a line is not judged. */
export interface TextRow {
  readonly set: TextSet | 'pages';
  readonly id: string;
  readonly style: string;
  readonly site: string;
  /** Of pages of HTML sets: language of the text, and type of the page, `unsure` where not all of its gold is known. */
  readonly lang?: string;
  readonly type?: string;
  /** What the document counts beside others like it, 0..1; 1 where it is not given. */
  readonly share?: number;
  readonly lines: readonly { readonly t: string; readonly keep: boolean | null }[];
}

interface StoredRow {
  readonly id: string;
  readonly style: string;
  readonly source: string;
  readonly url?: string | null;
  readonly site?: string;
  readonly lines: TextRow['lines'];
}

/** Files of a set, in order. */
function filesOf(bench: string, set: TextSet): readonly string[] {
  const folder = join(bench, 'text', set);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort()
    .map((name) => join(folder, name));
}

/** Rows of one set as they are stored, in the order of its files. */
export function readStoredRows<Row>(bench: string, set: TextSet): readonly Row[] {
  return filesOf(bench, set).flatMap((file) =>
    gunzipSync(readFileSync(file))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row),
  );
}

/** Rows of one set, in the order of its files. */
export function readTextRows(bench: string, set: TextSet): readonly TextRow[] {
  return readStoredRows<StoredRow>(bench, set).map((row) => {
    const { id, style, lines } = row;
    return { set, id, style, site: siteOfRow(row), lines };
  });
}

/**
 * The site of a row, by its address or by its host, so that all renderings of a page lie in one fold. Stories of one research set
 * share a host that is not where they come from: each is a site of its own.
 */
export function siteOfRow({ source, id, url, site }: Pick<StoredRow, 'source' | 'id' | 'url' | 'site'>): string {
  const story = id.split('~')[0] ?? id;
  if (source === 'bbc') return story;
  return url || site ? siteOf(url || (site ?? '')) : story;
}

/** sha256 of the files of a set. */
export function hashTextSet(bench: string, set: TextSet): string {
  const hash = createHash('sha256');
  for (const file of filesOf(bench, set)) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** A row as the cleaner reads it. */
export function parseTextRow(row: TextRow): ArticleDocument {
  const source = row.lines.map(({ t }) => t).join('\n');
  return parseSource(source, row.style.startsWith('md') ? 'markdown' : 'text');
}

/** Words of the article and of what is not in one block, by the gold of the lines it was read from. */
export interface BlockGold {
  readonly kept: number;
  readonly dropped: number;
}

/** Where each line begins in the text that they are joined to. */
export function lineStarts(lines: readonly { readonly t: string }[]): readonly number[] {
  let at = 0;
  return lines.map(({ t }) => {
    const start = at;
    at += t.length + 1;
    return start;
  });
}

/** The gold of each block. */
export function goldOfBlocks(row: TextRow, blocks: readonly Block[]): readonly BlockGold[] {
  const starts = lineStarts(row.lines);
  let line = 0;
  return blocks.map(({ range }) => {
    let kept = 0;
    let dropped = 0;
    if (range === null) return { kept, dropped };
    while (line > 0 && (starts[line] ?? 0) > range.start) line--;
    while (line < row.lines.length && (starts[line] ?? 0) + (row.lines[line]?.t.length ?? 0) <= range.start) line++;
    for (let i = line; i < row.lines.length && (starts[i] ?? 0) < range.end; i++) {
      const own = row.lines[i];
      if (own === undefined || own.keep === null || own.t.trim() === '') continue;
      const from = Math.max(starts[i] ?? 0, range.start);
      const words = Math.max(
        1,
        alignableWords(own.t.slice(from - (starts[i] ?? 0), range.end - (starts[i] ?? 0))).length,
      );
      if (own.keep) kept += words;
      else dropped += words;
    }
    return { kept, dropped };
  });
}
