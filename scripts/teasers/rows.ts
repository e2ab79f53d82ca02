import { readStoredRows, siteOfRow } from '../train/text-rows.ts';

/** A line of a scrape; `keep` is null where it is not judged, `insert` marks lines of other stories. */
export interface RowLine {
  readonly t: string;
  readonly keep: boolean | null;
  readonly insert?: number;
}

/** A scrape with known lines. */
export interface ScrapeRow {
  readonly id: string;
  readonly style: string;
  readonly host?: string;
  readonly lang?: string;
  readonly url?: string | null;
  readonly site: string;
  readonly lines: readonly RowLine[];
}

/** Sets under `text/` of the benchmark folder that are learnt from. */
export const TEASER_SETS = ['inserts', 'fundus', 'wcxb', 'bbc'] as const;
export type TeaserSet = (typeof TEASER_SETS)[number];

/** The story that a row shows; rows made of it carry its id before a tilde. */
export function storyOf(row: Pick<ScrapeRow, 'id'>): string {
  return row.id.split('~')[0] ?? row.id;
}

/** Rows of one set. */
export function readRows(bench: string, set: TeaserSet): readonly ScrapeRow[] {
  return readStoredRows<ScrapeRow & { readonly source: string }>(bench, set).map((row) => ({
    ...row,
    site: siteOfRow(row),
  }));
}

/** The set's own word for lines of a page that was rendered, by story and style. */
export type Renderings = ReadonlyMap<string, ScrapeRow>;

/** Renderings without inserts, to tell inserts from the furniture of the page by. */
export function keyRenderings(rows: readonly ScrapeRow[]): Renderings {
  return new Map(rows.map((row) => [`${row.id}|${row.style}`, row]));
}

const PICTURE = /^!\[/;

/**
 * Marks the lines of other stories. The sets mark them in part (the first of each document has no mark), so they are told
 * again: all that is dropped where the host is nothing but the article, else what the rendering without inserts has not.
 */
export function markInserts(row: ScrapeRow, renderings: Renderings): ScrapeRow {
  const inserted = /^(?:insert-[HIX]|teasers)/.test(row.style);
  if (!inserted) return row;
  const rendering = renderings.get(`${storyOf(row)}|${row.host}`);
  const free = new Map<string, number>();
  for (const { t } of rendering?.lines ?? []) free.set(t.trim(), (free.get(t.trim()) ?? 0) + 1);
  const lines = row.lines.map((line): RowLine => {
    const text = line.t.trim();
    const left = free.get(text) ?? 0;
    if (left > 0) free.set(text, left - 1);
    const other = line.keep === false && text !== '' && !PICTURE.test(text) && left === 0;
    const { t, keep } = line;
    return other && (rendering !== undefined || isBare(row)) ? { t, keep, insert: 1 } : line;
  });
  return { ...row, lines };
}

/** Rows whose host is nothing but the article. */
function isBare(row: ScrapeRow): boolean {
  return row.host === 'gold' || row.style.startsWith('teasers');
}
