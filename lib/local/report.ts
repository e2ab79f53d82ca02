import { styleText } from 'node:util';
import type { Result } from './mirror.ts';
import type { LoggedOutcome } from './outcomes.ts';
import { type Column, cell, line, shorten, shortenMiddle } from './table.ts';

/** Columns of the whole table: what fits a terminal of usual width. */
const TABLE_WIDTH = 100;

const COLUMNS = [
  { heading: 'key', width: 22, align: 'left' },
  { heading: 'outcome', width: 11, align: 'left' },
  { heading: 'title', width: 20, align: 'left' },
  { heading: 'kept', width: 5, align: 'right' },
  { heading: 'words removed by class', width: 28, align: 'left' },
  { heading: 'ms', width: 4, align: 'right' },
] as const satisfies readonly Column[];

const [KEY, OUTCOME, TITLE, KEPT, REMOVED, MS] = COLUMNS;
/** In place of title and words, for an object that has none. */
const REASON: Column = { heading: '', width: TITLE.width + KEPT.width + REMOVED.width + 4, align: 'left' };

const COLOURS = { cleaned: 'green', quarantined: 'yellow', ignored: 'gray', failed: 'red' } as const;

/** What became of one object. `failed`: the function did not finish it in all its tries. */
export type Row =
  | { readonly outcome: 'cleaned'; readonly logged: LoggedOutcome; readonly result: Result }
  | { readonly outcome: 'quarantined' | 'ignored'; readonly logged: LoggedOutcome; readonly result: Result | null }
  | { readonly outcome: 'failed'; readonly key: string; readonly why: string };

export type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

/** @param colours Whether the reader sees colours. */
export function painter(colours: boolean): Paint {
  return (format, text) => (colours ? styleText(format, text, { validateStream: false }) : text);
}

export function headingLines(paint: Paint): string {
  const headings = COLUMNS.map((column) => column.heading);
  return `${paint('bold', line(headings, COLUMNS))}\n${paint('dim', '─'.repeat(TABLE_WIDTH))}`;
}

export function rowLine(row: Row, paint: Paint): string {
  const outcome = paint(COLOURS[row.outcome], cell(row.outcome, OUTCOME));
  if (row.outcome === 'failed') return [cell(row.key, KEY), outcome, shorten(row.why, REASON.width)].join('  ');
  const { logged } = row;
  const ms = cell(String(logged.ms), MS);
  if (row.outcome !== 'cleaned') {
    // The message ends in the name of the object, which begins the row.
    const message = row.result?.message?.replace(/ \(s3:\/\/.*/, '') ?? '';
    const reason = [logged.reason ?? '', message].filter((part) => part !== '').join(': ');
    return [cell(logged.key, KEY), outcome, cell(shortenMiddle(reason, REASON.width), REASON), ms].join('  ');
  }
  const removed = cell(describeRemoved(logged.removedWords), REMOVED);
  const title = cell(titleOf(logged, row.result), TITLE);
  return [cell(logged.key, KEY), outcome, title, cell(String(logged.keptWords), KEPT), removed, ms].join('  ');
}

function titleOf(logged: LoggedOutcome, { title }: Result): string {
  const all = logged.records + logged.quarantinedRecords;
  if (all > 1)
    return logged.quarantinedRecords > 0 ? `${all} records, ${logged.quarantinedRecords} bad` : `${all} records`;
  return title ?? '-';
}

/** The largest classes by name, as many as fit, and the words of the rest as a sum: `related 60, share 9, +12`. */
export function describeRemoved(removedWords: Readonly<Record<string, number>>, width: number = REMOVED.width): string {
  const classes = Object.entries(removedWords)
    .filter(([, words]) => words > 0)
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  for (let named = classes.length; named > 0; named--) {
    const rest = classes.slice(named).reduce((sum, [, words]) => sum + words, 0);
    const parts = classes.slice(0, named).map(([name, words]) => `${name} ${words}`);
    const text = [...parts, ...(rest > 0 ? [`+${rest}`] : [])].join(', ');
    if (text.length <= width || named === 1) return text;
  }
  return '-';
}

/** What all rows come to. */
export class Summary {
  readonly #counts = new Map<Row['outcome'], number>();
  #keptWords = 0;
  #removedWords = 0;

  add(row: Row): void {
    this.#counts.set(row.outcome, this.count(row.outcome) + 1);
    if (row.outcome !== 'cleaned') return;
    this.#keptWords += row.logged.keptWords;
    for (const words of Object.values(row.logged.removedWords)) this.#removedWords += words;
  }

  count(outcome: Row['outcome']): number {
    return this.#counts.get(outcome) ?? 0;
  }

  /** Such as `3 objects: 2 cleaned, 1 quarantined. 410 words kept, 80 removed.` */
  toString(): string {
    const outcomes = (['cleaned', 'quarantined', 'ignored', 'failed'] as const).filter(
      (outcome) => this.count(outcome) > 0,
    );
    const total = outcomes.reduce((sum, outcome) => sum + this.count(outcome), 0);
    const counts = outcomes.map((outcome) => `${this.count(outcome)} ${outcome}`).join(', ');
    return `${total === 1 ? '1 object' : `${total} objects`}: ${counts}. ${this.#keptWords} words kept, ${this.#removedWords} removed.`;
  }
}

/** A record in a few lines: its first fields, the beginning of the text, and what was removed. */
export function recordInShort(record: Readonly<Record<string, unknown>>, paint: Paint): string {
  const fields = ['title', 'authors', 'section', 'datePublished', 'dateline', 'credits', 'language', 'text', 'removed'];
  return fields
    .flatMap((field) => {
      const value = record[field];
      if (value === undefined) return [];
      const shown = Array.isArray(value) && field === 'removed' ? describeFirst(value) : JSON.stringify(value);
      return [`  ${paint('cyan', field.padEnd(13))} ${shorten(shown, TABLE_WIDTH - 16)}`];
    })
    .join('\n');
}

function describeFirst(removed: readonly unknown[]): string {
  const [first] = removed;
  if (first === undefined) return '[]';
  const { class: name, rule, text } = first as { class?: string; rule?: string; text?: string };
  const shown = JSON.stringify({ class: name, rule, text: shorten(text ?? '', 30) });
  return removed.length > 1 ? `[${shown}, ${removed.length - 1} more]` : `[${shown}]`;
}
