import { labelByForm } from '../lib/core/label/text/label-text.ts';
import { measureDocument, type TeaserDocument } from '../lib/core/label/text/teaser-document.ts';
import { firstFeatures } from '../lib/core/label/text/teaser-features.ts';
import { teaserLines } from '../lib/core/label/text/teasers.ts';
import { parseText } from '../lib/core/parse/text.ts';

/** A document with known inserts, one line an entry; `keep` null where it is not judged. */
export interface InsertRow {
  readonly id: string;
  readonly site: string;
  readonly style: string;
  readonly lang?: string;
  readonly lines: readonly { readonly t: string; readonly keep: boolean | null; readonly insert?: number }[];
}

/** What is known about one line of a measured document. */
export interface GoldLine {
  readonly keep: boolean | null;
  readonly insert: boolean;
  readonly words: number;
}

/** A document ready to learn from. */
export interface MeasuredRow {
  readonly id: string;
  readonly site: string;
  readonly style: string;
  readonly document: TeaserDocument;
  readonly gold: readonly GoldLine[];
  /** Per window, in the order of `FIRST_FEATURES`. */
  readonly features: readonly (readonly number[])[];
  /** True for windows of an insert, false for windows with a line of the article, `null` for the rest. */
  readonly targets: readonly (boolean | null)[];
}

/** The text of the article that a block spans decides about the block. */
function goldOf(row: InsertRow, starts: readonly number[], from: number, to: number, words: number): GoldLine {
  const lines = row.lines.filter((line, i) => {
    const start = starts[i] ?? 0;
    return start < to && start + line.t.length > from && line.t.trim() !== '';
  });
  const keep = lines.some((line) => line.keep === true)
    ? true
    : lines.every((line) => line.keep === false)
      ? false
      : null;
  return { keep, insert: lines.length > 0 && lines.every((line) => line.insert === 1), words: Math.max(1, words) };
}

/** Measures a document the way the labelling does. */
export function measureRow(row: InsertRow): MeasuredRow {
  const source = row.lines.map((line) => line.t).join('\n');
  const starts: number[] = [];
  row.lines.reduce((at, line) => {
    starts.push(at);
    return at + line.t.length + 1;
  }, 0);
  const draft = labelByForm(parseText(source));
  const lines = teaserLines(draft);
  const gold = lines.map(({ at }) => {
    const block = draft.blocks[at];
    return goldOf(row, starts, block?.range?.start ?? 0, block?.range?.end ?? 0, block?.words ?? 0);
  });
  const document = measureDocument(lines);
  const targets = document.windows.map((window) => {
    const members = gold.slice(window.start, window.end);
    if (members.some((line) => line.keep === true)) return false;
    const inserted = members.every((line, i) => line.insert || lines[window.start + i]?.shape === 'I');
    return inserted && members.some((line) => line.insert) ? true : null;
  });
  const features = document.windows.map((window) => firstFeatures(document, window));
  return { id: row.id, site: row.site, style: row.style, document, gold, features, targets };
}

/**
 * The same document with its first insert right before the first paragraph, where scrapes often have one; `null` when
 * there is no insert behind the first paragraph.
 */
export function moveToTop(row: InsertRow): InsertRow | null {
  const first = row.lines.findIndex((line) => line.keep === true);
  const start = row.lines.findIndex((line, i) => i > first && line.insert === 1);
  if (first < 0 || start < 0) return null;
  const length = insertLength(row, start);
  const lines = [...row.lines];
  const moved = lines.splice(start, length);
  lines.splice(first, 0, ...moved);
  return { ...row, id: `${row.id}~top`, lines };
}

/** Lines of the insert that begins at `start`: as many as its shape has letters. */
function insertLength(row: InsertRow, start: number): number {
  const shape = row.style.replace('insert-', '');
  let end = start;
  let parts = 0;
  while (end < row.lines.length && row.lines[end]?.insert === 1 && parts < shape.length) {
    if (row.lines[end]?.t.trim() !== '') parts++;
    end++;
  }
  return end - start;
}

/** Entries of one language that make a round-up together. */
const ROUND_UP_SIZES = [4, 6, 9, 5, 7] as const;

/**
 * Round-ups made of the rows: an introduction and entries about unlike things, all of it the article. Real ones are rare
 * among the rows and look like a page full of teasers, but they have no story around the entries.
 */
export function stackRoundUps(rows: readonly InsertRow[]): readonly InsertRow[] {
  const stacks = new Map<string, { site: string; lines: InsertRow['lines'] }[]>();
  for (const row of rows) {
    const entry = entryOf(row);
    if (entry) stacks.set(entry.stack, [...(stacks.get(entry.stack) ?? []), { site: row.site, lines: entry.lines }]);
  }
  const made: InsertRow[] = [];
  for (const [stack, entries] of stacks) {
    let from = 0;
    for (let n = 0; from < entries.length; n++) {
      const size = ROUND_UP_SIZES[n % ROUND_UP_SIZES.length] ?? 5;
      const chosen = entries.slice(from, from + size);
      from += size;
      if (chosen.length < 4) continue;
      const intro =
        rows[(made.length * 7) % rows.length]?.lines.filter((line) => line.keep === true).slice(0, 1 + (n % 2)) ?? [];
      const lines = [...intro, ...chosen.flatMap((entry) => entry.lines)].map((line) => ({ t: line.t, keep: true }));
      made.push({ id: `round-up~${stack}~${n}`, site: `${chosen[0]?.site}`, style: 'round-up', lines });
    }
  }
  return made;
}

/** What a row can give to a round-up: its first insert, or its headline and first paragraphs, with a picture or without. */
function entryOf(row: InsertRow): { readonly stack: string; readonly lines: InsertRow['lines'] } | null {
  const lines = row.lines.filter((line) => line.t.trim() !== '');
  const start = lines.findIndex((line) => line.insert === 1);
  const shape = row.style.replace('insert-', '');
  if (start >= 0) {
    const full = shape.includes('H') && shape.includes('X');
    return full ? { stack: `${row.lang}~${shape}`, lines: lines.slice(start, start + shape.length) } : null;
  }
  const [headline, lead, next] = lines;
  if (headline?.keep !== null || lead?.keep !== true || next?.keep !== true || headline.t.length > 120) return null;
  const order = ['HX', 'HXX', 'HIX', 'HXI'][row.id.length % 4] ?? 'HX';
  const picture = { t: '![]()', keep: true };
  const parts = {
    HX: [headline, lead],
    HXX: [headline, lead, next],
    HIX: [headline, picture, lead],
    HXI: [headline, lead, picture],
  };
  return { stack: `${row.lang}~own~${order}`, lines: parts[order as keyof typeof parts] };
}
