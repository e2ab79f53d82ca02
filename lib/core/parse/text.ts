import type { ArticleDocument, Block } from '../document.ts';
import { foldText } from './fold.ts';
import { soleImages } from './inline.ts';
import { type LineTable, scanLines } from './lines.ts';
import { asHeading, lineBlock, lineDocument, plainBlock } from './lines-block.ts';
import { codeText, findIndentedCode } from './lines-code.ts';
import { couldHead, isLatinLetter, isProse, type LineShape, shapeOf } from './lines-kind.ts';
import { findTable, type TableRun } from './lines-table.ts';
import { findWrapColumn, isWrapped, joinLines } from './lines-wrap.ts';

interface Reading {
  readonly source: string;
  readonly lines: LineTable;
  readonly wrap: number;
  readonly blocks: Block[];
  /** Lines before these begin no table or code: they were looked at. */
  nextTable: number;
  nextCode: number;
  /** Indents of the open list items, from the outermost. */
  indents: number[];
  /** Whether the outermost items of the open list are numbered. */
  topOrdered: boolean;
  group: number;
}

function isInList(reading: Reading, line: number): boolean {
  const { lines, blocks } = reading;
  return lines.blanks[line] === 0 && blocks.length > 0 && blocks[blocks.length - 1]?.kind === 'list-item';
}

/** Depth of an item, from 1: an item that is indented more than the one above lies one level deeper. */
function openItem(reading: Reading, line: number, ordered: boolean): number {
  const indent = reading.lines.indent[line] ?? 0;
  const isOpen = isInList(reading, line);
  if (!isOpen) {
    reading.indents = [];
    reading.group++;
  }
  const { indents } = reading;
  while (indent < (indents.at(-1) ?? 0)) indents.pop();
  if (indents.length === 0 || indent > (indents.at(-1) ?? 0)) indents.push(indent);
  if (indents.length === 1) {
    if (isOpen && reading.topOrdered !== ordered) reading.group++;
    reading.topOrdered = ordered;
  }
  return indents.length;
}

/** Marks of text browsers for items within items. */
const NESTED_MARKS = new Set('+o#@');
const NESTED: LineShape = { kind: 'bullet', from: 2 };
/** Columns that such an item stands further in, at least: the lines of a wrapped item begin two columns in, and may begin so. */
const NESTED_INDENT = 4;

/** True when a line begins an item within the open list by a mark that would be a word or a sign anywhere else. */
function isNestedItem({ source, lines, indents }: Reading, line: number): boolean {
  const start = lines.start[line] ?? 0;
  if (source.charCodeAt(start + 1) !== 32 || !NESTED_MARKS.has(source.charAt(start))) return false;
  const indent = lines.indent[line] ?? 0;
  return indent >= (indents.at(-1) ?? indent) + NESTED_INDENT || indents.indexOf(indent) > 0;
}

function itemEnd(reading: Reading, first: number): number {
  const { source, lines, wrap } = reading;
  let end = first + 1;
  const indent = lines.indent[first] ?? 0;
  while (end < lines.count && lines.blanks[end] === 0 && !isNestedItem(reading, end)) {
    const deeper = (lines.indent[end] ?? 0) >= indent + 2;
    const start = lines.start[end] ?? 0;
    const plain =
      isLatinLetter(source.charCodeAt(start)) ||
      shapeOf(foldText(source.slice(start, lines.end[end]))).kind === 'prose';
    if (!plain || !(deeper || isWrapped({ source, lines }, end - 1, wrap))) break;
    end++;
  }
  return end;
}

function readItem(reading: Reading, line: number, shape: LineShape): number {
  const { source, lines } = reading;
  const ordered = shape.kind === 'number';
  const level = openItem(reading, line, ordered);
  const end = itemEnd(reading, line);
  const text = joinSlices(reading, line, end).slice(shape.from);
  const start = lines.start[line] ?? 0;
  const to = lines.end[end - 1] ?? source.length;
  const ordinal = shape.kind === 'number' ? shape.ordinal : undefined;
  reading.blocks.push(
    lineBlock({ kind: 'list-item', text, start, end: to, level, ordered, ordinal, group: reading.group }),
  );
  return end;
}

function joinSlices(reading: Reading, first: number, end: number): string {
  if (end === first + 1) return foldedLine(reading, first);
  const { source, lines } = reading;
  const raw: string[] = [];
  for (let line = first; line < end; line++) raw.push(source.slice(lines.start[line], lines.end[line]));
  return foldText(joinLines(raw));
}

function foldedLine({ source, lines }: Reading, line: number): string {
  const raw = source.slice(lines.start[line], lines.end[line]);
  return lines.folded[line] === true ? raw : foldText(raw);
}

function readTable(reading: Reading, { first, rows }: TableRun): number {
  const { lines, blocks } = reading;
  reading.group++;
  for (let index = 0; index < rows.length; index++) {
    const cells = rows[index] ?? [];
    const start = lines.start[first + index] ?? 0;
    // A rule between head and body belongs to the row above it.
    while (rows[index + 1]?.length === 0) index++;
    const end = lines.end[first + index] ?? 0;
    const text = cells.join('\t').trim();
    if (text === '') blocks.push(plainBlock('separator', text, start, end));
    else blocks.push(lineBlock({ kind: 'table-row', text, cells, start, end, group: reading.group }));
  }
  return first + rows.length;
}

function readPlain(reading: Reading, line: number): number {
  const { source, lines, wrap, blocks } = reading;
  const start = lines.start[line] ?? 0;
  const folded = foldedLine(reading, line);
  const shape = shapeOf(folded);
  if (shape.kind === 'bullet' || shape.kind === 'number') return readItem(reading, line, shape);
  if (isInList(reading, line) && isNestedItem(reading, line)) return readItem(reading, line, NESTED);
  const lineEnd = lines.end[line] ?? source.length;
  if (shape.kind === 'separator') {
    blocks.push(plainBlock('separator', '', start, lineEnd));
    return line + 1;
  }
  const image = soleImages(folded)?.[0];
  if (image !== undefined) {
    blocks.push(lineBlock({ kind: 'image', text: '', start, end: lineEnd, image }));
    return line + 1;
  }
  let end = line + 1;
  while (isWrapped({ source, lines }, end - 1, wrap)) end++;
  const text = end === line + 1 ? folded : joinSlices(reading, line, end);
  blocks.push(plainBlock('paragraph', text, start, lines.end[end - 1] ?? lineEnd));
  return end;
}

function readBlock(reading: Reading, line: number): number {
  const { source, lines } = reading;
  if (line >= reading.nextTable) {
    const table = findTable(source, lines, line);
    if (typeof table !== 'number') return readTable(reading, table);
    reading.nextTable = table;
  }
  if (line >= reading.nextCode && !isInList(reading, line)) {
    const code = findIndentedCode(source, lines, line);
    if (typeof code !== 'number') {
      const text = codeText(source, lines, line, code.end);
      const end = lines.end[code.end - 1] ?? source.length;
      reading.blocks.push(plainBlock(text === '' ? 'separator' : 'code', text, lines.start[line] ?? 0, end));
      return code.end;
    }
    reading.nextCode = code;
  }
  return readPlain(reading, line);
}

/** Paragraphs that could be a heading and stand right before running text become headings. */
export function markHeadings(blocks: readonly Block[]): readonly Block[] {
  const marked: Block[] = [];
  blocks.forEach((block, index) => {
    const next = index + 1 < blocks.length ? blocks[index + 1] : undefined;
    const isFollowed = block.kind === 'paragraph' && next?.kind === 'paragraph' && isProse(next.text, next.words);
    marked.push(isFollowed && couldHead(block.text, block.words) ? asHeading(block) : block);
  });
  return marked;
}

/**
 * Reads plain text: a line is a block, but the lines of a hard-wrapped paragraph are one. The ranges of the blocks are
 * ascending and disjoint, begin and end with what is not white space, and leave out nothing but white space.
 */
export function parseText(source: string): ArticleDocument {
  const lines = scanLines(source);
  const wrap = findWrapColumn({ source, lines });
  const reading: Reading = {
    source,
    lines,
    wrap,
    blocks: [],
    nextTable: 0,
    nextCode: 0,
    indents: [],
    topOrdered: false,
    group: -1,
  };
  for (let line = 0; line < lines.count; ) line = readBlock(reading, line);
  return lineDocument('text', source, markHeadings(reading.blocks));
}
