import { foldText } from './fold.ts';
import { codeText, findIndentedCode } from './lines-code.ts';
import { couldHead, shapeOf } from './lines-kind.ts';
import { joinLines } from './lines-wrap.ts';
import { readItem } from './markdown-list.ts';
import { readQuote } from './markdown-quote.ts';
import { isContinued, lineText, type MarkdownReading, range } from './markdown-reading.ts';
import { isDelimiterRow, readMarkdownTable } from './markdown-table.ts';
import { countWords } from './words.ts';

/** Lines of front matter looked at, at most. */
const MAX_FRONT_MATTER_LINES = 200;
const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const HEADING = /^(#{1,6})(?:[ \t]+(?![ \t])(.*))?$/;
/** A heading whose mark stands within its link, as readers for language models print cards. */
const LINKED_HEADING = /^\[(#{1,6})[ \t]{1,4}(?![ \t])([^[\]\n]{1,400}\]\([^()\s]{0,2000}\))$/;
const DEFINITION = /^\[([^\]\n]{1,200})\]:[ \t]*(\S{1,4000})/;
const HIDDEN = /^<(script|style|noscript|template)\b/i;
const KEY = /^["'\w][\w .'"-]{0,60}:/;
/** Marks of Pandoc: the fence of a division, and names and classes behind a heading. */
const DIVISION = /^:{3,60}(?:[ \t]{0,4}(?:\{[^{}]{0,400}\}|[\w.-]{1,80}))?(?:[ \t]{1,4}:{3,60})?$/;
const HEADING_ATTRIBUTES = /[ \t]\{[#.][^{}]{0,400}\}$/;
/** Adds the code lines from `open` + 1 to `close`, exclusive, with the marks around them in the block's range. */
function addCode(reading: MarkdownReading, open: number, close: number): number {
  const content = codeText(reading.source, reading.lines, open + 1, close);
  reading.drafts.push({ kind: 'code', content, ...range(reading, open, close + 1) });
  return close + 1;
}

function readFrontMatter(reading: MarkdownReading, line: number): number {
  if (line !== 0 || lineText(reading, 0) !== '---') return -1;
  const limit = Math.min(reading.lines.count, MAX_FRONT_MATTER_LINES);
  let keys = 0;
  for (let at = 1; at < limit; at++) {
    const text = lineText(reading, at);
    if (text === '---' || text === '...') return keys > 0 ? addCode(reading, 0, at) : -1;
    if (KEY.test(text)) keys++;
  }
  return -1;
}

/** A fence that nothing closes is a line of its own: a cut scrape must not turn the rest of the article into code. */
function readFence(reading: MarkdownReading, line: number, text: string): number {
  const fence = FENCE.exec(text)?.[0];
  if (fence === undefined) return -1;
  const mark = fence.slice(0, 3);
  if (!reading.missing.has(mark)) {
    for (let at = line + 1; at < reading.lines.count; at++) {
      const close = lineText(reading, at);
      if (close.startsWith(mark) && isFenceEnd(close)) return addCode(reading, line, at);
    }
    reading.missing.add(mark);
  }
  reading.drafts.push({ kind: 'separator', content: '', ...range(reading, line, line + 1) });
  return line + 1;
}

function isFenceEnd(text: string): boolean {
  const mark = text.charAt(0);
  for (let i = 1; i < text.length; i++) if (text.charAt(i) !== mark) return false;
  return true;
}

/** Scripts, styles and comments that begin a line and reach over several. */
function readHidden(reading: MarkdownReading, line: number, text: string): number {
  const tag = HIDDEN.exec(text.slice(0, 20))?.[1]?.toLowerCase();
  const close = text.startsWith('<!--') ? '-->' : tag === undefined ? null : `</${tag}>`;
  if (close === null || reading.missing.has(close)) return -1;
  const at = reading.source.indexOf(close, (reading.lines.start[line] ?? 0) + 4);
  if (at < 0) reading.missing.add(close);
  if (at < 0) return -1;
  let end = line + 1;
  while (end < reading.lines.count && (reading.lines.start[end] ?? 0) <= at) end++;
  const place = range(reading, line, end);
  reading.drafts.push({ kind: 'paragraph', content: reading.source.slice(place.start, place.end), ...place });
  return end;
}

function readHeading(reading: MarkdownReading, line: number, text: string): number {
  const heading = HEADING.exec(text);
  const content = (heading?.[2] ?? '')
    .replace(HEADING_ATTRIBUTES, '')
    .trimEnd()
    .replace(/[ \t]#{1,6}$/, '');
  if (heading === null || content === '') return -1;
  reading.drafts.push({ kind: 'heading', content, level: heading[1]?.length ?? 1, ...range(reading, line, line + 1) });
  return line + 1;
}

function readLinkedHeading(reading: MarkdownReading, line: number, text: string): number {
  const heading = LINKED_HEADING.exec(text);
  if (heading === null) return -1;
  const [, marks = '', rest = ''] = heading;
  reading.drafts.push({ kind: 'heading', content: `[${rest}`, level: marks.length, ...range(reading, line, line + 1) });
  return line + 1;
}

/** The fence of a division is markup; what it holds is read like all else. */
function readDivision(reading: MarkdownReading, line: number, text: string): number {
  if (!DIVISION.test(text)) return -1;
  reading.drafts.push({ kind: 'separator', content: '', ...range(reading, line, line + 1) });
  return line + 1;
}

/** A dashed line under a sentence parts it from what follows; only a line that could head is a heading. */
function readSetext(reading: MarkdownReading, line: number, text: string): number {
  if (reading.lines.blanks[line + 1] !== 0) return -1;
  const rule = lineText(reading, line + 1);
  if (rule.length < 2 || !(/^=+$/.test(rule) || /^-+$/.test(rule))) return -1;
  const folded = foldText(text);
  const heads = shapeOf(folded).kind === 'prose' && !folded.startsWith('>') && couldHead(folded, countWords(folded));
  if (!heads) return -1;
  const level = rule.startsWith('=') ? 1 : 2;
  reading.drafts.push({ kind: 'heading', content: text, level, ...range(reading, line, line + 2) });
  return line + 2;
}

function readDefinition(reading: MarkdownReading, line: number, text: string): number {
  const definition = DEFINITION.exec(text.slice(0, 4300));
  if (definition === null) return -1;
  const [, label = '', url = ''] = definition;
  const isNote = label.startsWith('^');
  const name = foldText(label).toLowerCase();
  if (!reading.references.has(name)) reading.references.set(name, isNote ? null : url.replace(/^<|>$/g, ''));
  const content = isNote ? text.slice(text.indexOf(']:') + 2) : '';
  reading.drafts.push({ kind: isNote ? 'paragraph' : 'separator', content, ...range(reading, line, line + 1) });
  return line + 1;
}

/** Columns from which a line may belong to the list item above it. */
const MIN_ITEM_INDENT = 2;
/** Columns beyond the last item from which a line in it is code. */
const ITEM_CODE_INDENT = 8;

/** Whether the indent of a line is that of the list item it stands in, or a link ends in it that began there. */
function isInItem(reading: MarkdownReading, line: number): boolean {
  if (reading.drafts.at(-1)?.kind === 'list-item' || lineText(reading, line).startsWith('](')) return true;
  return reading.inItem && (reading.lines.indent[line] ?? 0) < (reading.indents.at(-1) ?? 0) + ITEM_CODE_INDENT;
}

function readCode(reading: MarkdownReading, line: number): number {
  if (line < reading.nextCode || isInItem(reading, line)) return -1;
  const code = findIndentedCode(reading.source, reading.lines, line);
  if (typeof code === 'number') {
    reading.nextCode = code;
    return -1;
  }
  const content = codeText(reading.source, reading.lines, line, code.end);
  reading.drafts.push({ kind: 'code', content, ...range(reading, line, code.end) });
  return code.end;
}

function readParagraph(reading: MarkdownReading, line: number, text: string): number {
  let end = line + 1;
  const raw = [text];
  for (; isContinued(reading, end - 1); end++) raw.push(lineText(reading, end));
  const place = range(reading, line, end);
  reading.drafts.push({ kind: 'paragraph', content: joinLines(raw), start: place.start, end: place.end });
  return end;
}

/** Adds the block that begins in `line`; returns the line after it. */
export function readMarkdownBlock(reading: MarkdownReading, line: number): number {
  const text = lineText(reading, line);
  if ((reading.lines.indent[line] ?? 0) < MIN_ITEM_INDENT) reading.inItem = false;
  const code = readCode(reading, line);
  if (code >= 0) return code;
  const readers = READERS[text.charAt(0)] ?? [];
  for (const read of readers) {
    const end = read(reading, line, text);
    if (end >= 0) return end;
  }
  if (text.includes('|') && isDelimiterRow(reading, line + 1)) return readMarkdownTable(reading, line);
  const item = readItem(reading, line, text);
  if (item >= 0) return item;
  const setext = readSetext(reading, line, text);
  return setext >= 0 ? setext : readParagraph(reading, line, text);
}

type Reader = (reading: MarkdownReading, line: number, text: string) => number;

/** Blocks that are told by the first character of their line. */
const READERS: Readonly<Record<string, readonly Reader[]>> = {
  '-': [readFrontMatter],
  '`': [readFence],
  '~': [readFence],
  ':': [readDivision],
  '<': [readHidden],
  '#': [readHeading],
  '[': [readDefinition, readLinkedHeading],
  '>': [readQuote],
};
