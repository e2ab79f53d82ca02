import { lineText, type MarkdownReading } from './markdown-reading.ts';

const DELIMITER = /^[|\-: \t]{1,2000}$/;

/** True for `| --- | :--: |`. */
export function isDelimiterRow(reading: MarkdownReading, line: number): boolean {
  if (reading.lines.blanks[line] !== 0) return false;
  const text = lineText(reading, line);
  return text.includes('|') && text.includes('-') && DELIMITER.test(text);
}

/** Splits a row at the bars that no backslash stands before. */
function splitCells(row: string): readonly string[] {
  const cells: string[] = [];
  let from = row.startsWith('|') ? 1 : 0;
  for (let at = from; at < row.length; at++) {
    if (row.charAt(at) === '\\') at++;
    else if (row.charAt(at) === '|') {
      cells.push(row.slice(from, at).trim());
      from = at + 1;
    }
  }
  const rest = row.slice(from).trim();
  if (rest !== '' || cells.length === 0) cells.push(rest);
  return cells;
}

/** Adds the rows of the table whose head stands in `line`; the dashed row belongs to the head. */
export function readMarkdownTable(reading: MarkdownReading, line: number): number {
  const { lines, drafts } = reading;
  const group = ++reading.group;
  for (let row = line; ; ) {
    const last = row === line ? line + 1 : row;
    const text = lineText(reading, row);
    const place = { start: lines.start[row] ?? 0, end: lines.end[last] ?? 0 };
    drafts.push({ kind: 'table-row', content: text, cells: splitCells(text), group, ...place });
    row = last + 1;
    if (row >= lines.count || lines.blanks[row] !== 0 || !lineText(reading, row).includes('|')) return row;
  }
}
