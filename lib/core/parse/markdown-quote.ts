import { isWrapped, joinLines } from './lines-wrap.ts';
import { lineText, type MarkdownReading } from './markdown-reading.ts';

const MARKS = /^(?:>[ \t]?){1,20}/;

function inner(reading: MarkdownReading, line: number): string {
  const text = lineText(reading, line);
  return text.slice(MARKS.exec(text.slice(0, 60))?.[0].length ?? 0).trim();
}

function isQuoteContinued(reading: MarkdownReading, line: number): boolean {
  const isQuote = lineText(reading, line + 1).startsWith('>') && inner(reading, line + 1) !== '';
  return isQuote && isWrapped(reading, line, reading.wrap);
}

/**
 * Adds the quote that begins in `line`, a block a paragraph. Lines with the mark alone belong to the paragraph before
 * them, or to the first one.
 */
export function readQuote(reading: MarkdownReading, line: number): number {
  const { lines, drafts } = reading;
  let end = line;
  // First line that is in no block yet: lines with the mark alone wait for the paragraph after them.
  let open = line;
  let found = false;
  while (end < lines.count && (end === line || lines.blanks[end] === 0) && lineText(reading, end).startsWith('>')) {
    const raw = [inner(reading, end)];
    end++;
    if (raw[0] === '' && !found) continue;
    const start = lines.start[open] ?? 0;
    open = end;
    const last = drafts.at(-1);
    if (raw[0] === '' && last !== undefined) {
      drafts[drafts.length - 1] = { ...last, end: lines.end[end - 1] ?? last.end };
      continue;
    }
    while (isQuoteContinued(reading, end - 1)) raw.push(inner(reading, end++));
    open = end;
    found = true;
    const content = joinLines(raw).replace(/^#{1,6}[ \t]+/, '');
    drafts.push({ kind: 'quote', content, start, end: lines.end[end - 1] ?? start });
  }
  if (!found) {
    drafts.push({ kind: 'separator', content: '', start: lines.start[line] ?? 0, end: lines.end[end - 1] ?? 0 });
  }
  return end;
}
