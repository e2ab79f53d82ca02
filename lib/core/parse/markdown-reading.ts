import type { LineTable } from './lines.ts';
import { isWrapped } from './lines-wrap.ts';
import type { Draft } from './markdown-draft.ts';

/** State of the pass over the lines of one Markdown source. */
export interface MarkdownReading {
  readonly source: string;
  readonly lines: LineTable;
  readonly wrap: number;
  readonly drafts: Draft[];
  readonly references: Map<string, string | null>;
  /** Closing marks that do not come any more. */
  readonly missing: Set<string>;
  /** Indents of the open list items, from the outermost. */
  indents: number[];
  /** Whether a list item is open: no line has stood at the margin since. */
  inItem: boolean;
  /** Lines before this one begin no code: they were looked at. */
  nextCode: number;
  /** Whether the outermost items of the open list are numbered. */
  topOrdered: boolean;
  group: number;
}

/** Marks that begin a block of their own; looked for in the first `HEAD_LENGTH` characters. */
export const STARTS_BLOCK = /^(?:#{1,6}[ \t]|>|```|~~~|:::|\+ |[1-9]\d{0,2}\) |\[[^\]\n]{1,200}\]:|<!--)/;
export const HEAD_LENGTH = 210;

/** The line without white space at its ends; '' past the last one. */
export function lineText({ source, lines }: MarkdownReading, line: number): string {
  return source.slice(lines.start[line] ?? source.length, lines.end[line] ?? source.length);
}

/** Source range of lines `first` to `end`, exclusive. */
export function range({ lines }: MarkdownReading, first: number, end: number): { start: number; end: number } {
  return { start: lines.start[first] ?? 0, end: lines.end[end - 1] ?? 0 };
}

/** True when `line + 1` is the rest of the paragraph in `line`. */
export function isContinued(reading: MarkdownReading, line: number): boolean {
  return (
    isWrapped(reading, line, reading.wrap) && !STARTS_BLOCK.test(lineText(reading, line + 1).slice(0, HEAD_LENGTH))
  );
}
