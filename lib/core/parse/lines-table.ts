import { foldText } from './fold.ts';
import { hasInnerTab, type LineTable } from './lines.ts';
import { isSeparator, shapeOf } from './lines-kind.ts';

/** Rows of a table: `rows[n]` holds the cells of line `first + n`. A rule between head and body has no cells. */
export interface TableRun {
  readonly first: number;
  readonly rows: readonly (readonly string[])[];
}

/** Rows from which cells parted by ` | ` count as a table: with one bar a line is as often a byline or a title. */
const MIN_ROWS_ONE_BAR = 3;
const MIN_ROWS_BARS = 2;

function slice(source: string, lines: LineTable, line: number): string {
  return source.slice(lines.start[line], lines.end[line]);
}

/** Columns that are empty in every row at the left or right edge are margin, not data. */
function trimColumns(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const filled = rows.map((cells) => cells.flatMap((cell, index) => (cell === '' ? [] : [index])));
  const first = filled.reduce((least, indexes) => Math.min(least, indexes[0] ?? least), Number.POSITIVE_INFINITY);
  const last = filled.reduce((most, indexes) => Math.max(most, indexes.at(-1) ?? most), -1);
  return rows.map((cells) => cells.slice(Number.isFinite(first) ? first : 0, last + 1));
}

function tabCells(source: string, lines: LineTable, line: number): readonly string[] {
  const cells = source.slice(lines.from[line], lines.end[line]).split('\t').map(foldText);
  while (cells.length <= (lines.tabs[line] ?? 0)) cells.push('');
  return cells;
}

/** Bullets that word processors set apart by a TAB; a dash before a TAB is an empty cell. */
const TABBED_BULLET = /^[•‣◦▪●■*]\t/;

function isTabbedItem(source: string, lines: LineTable, line: number): boolean {
  return TABBED_BULLET.test(source.slice(lines.start[line], (lines.start[line] ?? 0) + 2));
}

/** End of the run of lines from `first` that have as many TABs as it and no empty line between them. */
function tabRunEnd(lines: LineTable, first: number): number {
  let end = first + 1;
  while (end < lines.count && lines.blanks[end] === 0 && lines.tabs[end] === lines.tabs[first]) end++;
  return end;
}

function tabRun(source: string, lines: LineTable, first: number): TableRun | number {
  const end = tabRunEnd(lines, first);
  let inner = false;
  let items = true;
  for (let line = first; line < end; line++) {
    inner ||= hasInnerTab(source, lines, line);
    items &&= isTabbedItem(source, lines, line);
  }
  if (!inner || items) return end;
  const rows: (readonly string[])[] = [];
  for (let line = first; line < end; line++) rows.push(tabCells(source, lines, line));
  const isTable = rows.some((cells) => cells.filter((cell) => cell !== '').length > 1);
  return isTable ? { first, rows: trimColumns(rows) } : end;
}

/** Bars and rules of tables that text browsers draw. */
const DRAWN_BARS = /[│┃║]/g;
const DRAWN_RULE = /[─━═]/;

function barCells(line: string): readonly string[] {
  const inner = line.replace(/^\| /, '').replace(/ \|$/, '');
  return inner.split(' | ').map((cell) => cell.trim());
}

function barRun(source: string, lines: LineTable, first: number): TableRun | number {
  const rows: (readonly string[])[] = [];
  let end = first;
  for (; end < lines.count && (end === first || lines.blanks[end] === 0); end++) {
    const line = foldText(slice(source, lines, end)).replace(DRAWN_BARS, '|');
    const isRule = (line.includes('|') || DRAWN_RULE.test(line)) && isSeparator(line);
    const cells = isRule ? [] : barCells(line);
    if (!isRule && cells.length !== (rows[0]?.length ?? cells.length)) break;
    if ((isRule ? rows.length === 0 : cells.length < 2) || shapeOf(line).kind === 'bullet') break;
    rows.push(cells);
  }
  const width = rows[0]?.length ?? 0;
  const filled = rows.filter((cells) => cells.length > 0).length;
  return filled >= (width > 2 ? MIN_ROWS_BARS : MIN_ROWS_ONE_BAR) ? { first, rows } : Math.max(end, first + 1);
}

/**
 * The table that begins in line `first`: lines with the same number of TABs, or of ` | ` or drawn bars, and no empty line between.
 * Otherwise the number of the first line that may begin one, so that a run is looked at once.
 */
export function findTable(source: string, lines: LineTable, first: number): TableRun | number {
  if ((lines.tabs[first] ?? 0) > 0) return tabRun(source, lines, first);
  if (lines.bar[first] !== true) return first + 1;
  return barRun(source, lines, first);
}
