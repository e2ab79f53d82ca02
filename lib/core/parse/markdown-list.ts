import { foldText } from './fold.ts';
import { isSeparator } from './lines-kind.ts';
import { joinLines } from './lines-wrap.ts';
import type { Draft } from './markdown-draft.ts';
import { HEAD_LENGTH, isContinued, lineText, type MarkdownReading, range, STARTS_BLOCK } from './markdown-reading.ts';

const ITEM = /^(?:([-+*•‣◦▪●■])|([1-9]\d{0,2})[.)])[ \t\u00a0]+(?=\S)/;

/** Adds the list item that begins in `line`; -1 when none does. */
export function readItem(reading: MarkdownReading, line: number, text: string): number {
  const { lines } = reading;
  const mark = ITEM.exec(text.slice(0, 40));
  if (mark === null || isSeparator(foldText(text.slice(0, 401)))) return -1;
  const indent = lines.indent[line] ?? 0;
  let end = line + 1;
  while (end < lines.count && lines.blanks[end] === 0) {
    const next = lineText(reading, end);
    const plain = !ITEM.test(next.slice(0, 40)) && !STARTS_BLOCK.test(next.slice(0, HEAD_LENGTH));
    if (!plain || !((lines.indent[end] ?? 0) >= indent + 2 || isContinued(reading, end - 1))) break;
    end++;
  }
  const raw = [text.slice(mark[0].length)];
  for (let at = line + 1; at < end; at++) raw.push(lineText(reading, at));
  const ordered = mark[2] !== undefined;
  const level = openItem(reading, indent, ordered);
  reading.inItem = true;
  const { group } = reading;
  const { start, end: to } = range(reading, line, end);
  const item: Draft & { ordinal?: number } = {
    kind: 'list-item',
    content: joinLines(raw),
    level,
    ordered,
    group,
    start,
    end: to,
  };
  if (ordered) item.ordinal = Number(mark[2]);
  reading.drafts.push(item);
  return end;
}

function openItem(reading: MarkdownReading, indent: number, ordered: boolean): number {
  const isOpen = reading.drafts.at(-1)?.kind === 'list-item';
  if (!isOpen) {
    reading.indents = [];
    reading.group++;
  }
  const { indents } = reading;
  while (indent < (indents.at(-1) ?? 0)) indents.pop();
  if (indents.length === 0 || indent > (indents.at(-1) ?? 0) + 1) indents.push(indent);
  if (indents.length === 1) {
    if (isOpen && reading.topOrdered !== ordered) reading.group++;
    reading.topOrdered = ordered;
  }
  return indents.length;
}
