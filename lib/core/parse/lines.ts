import { isLineEnd, isWhite, staysFolded } from './fold.ts';

/** The lines of a source that hold more than white space, as parallel arrays. */
export interface LineTable {
  readonly count: number;
  /** Offset of the first character that is not white space. */
  readonly start: readonly number[];
  /** Offset after the last character that is not white space. */
  readonly end: readonly number[];
  /** Offset of the line's first character, white space included. */
  readonly from: readonly number[];
  /** Columns of spaces and TABs before `start`; a TAB counts as four. */
  readonly indent: readonly number[];
  /** Columns of `indent` that the text itself has: text browsers set all of it in by some. */
  readonly margin: number;
  /** TABs from the first character of the line to the line end. */
  readonly tabs: readonly number[];
  /** Whether the line holds a `|`, or one that is drawn. */
  readonly bar: readonly boolean[];
  /** Number of empty lines before this one; the first line counts as having one. */
  readonly blanks: readonly number[];
  /** Whether the line from `start` to `end` is known to be folded already, as nearly all are. */
  readonly folded: readonly boolean[];
}

const TAB_COLUMNS = 4;

/** Most columns of a margin, and the share of lines (headings, rules) that may stand further left. */
const MAX_MARGIN = 3;
const OUTSIDE_SHARE = 0.1;

/** Most columns that nearly all lines are set in by; 0 where that is more than a margin. */
function marginOf(indent: readonly number[]): number {
  const atMost = new Int32Array(MAX_MARGIN + 1);
  for (const columns of indent) if (columns <= MAX_MARGIN) atMost[columns] = (atMost[columns] as number) + 1;
  let lines = 0;
  const margin = atMost.findIndex((own) => {
    lines += own;
    return lines > indent.length * OUTSIDE_SHARE;
  });
  return Math.max(0, margin);
}

function indentOf(source: string, from: number, start: number): number {
  let columns = 0;
  for (let i = from; i < start; i++) {
    const code = source.charCodeAt(i);
    if (code === 9) columns += TAB_COLUMNS;
    else if (code === 32) columns++;
  }
  return columns;
}

/** Splits a source into lines at LF, CR, CRLF, VT, FF, U+2028 and U+2029. */
export function scanLines(source: string): LineTable {
  const start: number[] = [];
  const end: number[] = [];
  const from: number[] = [];
  const indent: number[] = [];
  const tabs: number[] = [];
  const bar: boolean[] = [];
  const blanks: number[] = [];
  const folded: boolean[] = [];
  let empty = 1;
  for (let at = 0; at < source.length; at++) {
    let tabsHere = 0;
    let barHere = false;
    let isFolded = true;
    let to = at;
    for (; to < source.length; to++) {
      const code = source.charCodeAt(to);
      if (code > 32 && code < 0x7f) {
        if (code === 124) barHere = true;
      } else if (code === 32) isFolded &&= source.charCodeAt(to + 1) > 32;
      else if (isLineEnd(code)) break;
      else {
        if (code === 9) tabsHere++;
        else if (code === 0x2502 || code === 0x2503 || code === 0x2551) barHere = true;
        isFolded &&= staysFolded(code);
      }
    }
    let first = at;
    while (first < to && isWhite(source.charCodeAt(first))) first++;
    if (first === to) {
      empty++;
    } else {
      let last = to;
      while (isWhite(source.charCodeAt(last - 1))) last--;
      start.push(first);
      end.push(last);
      from.push(at);
      indent.push(first === at ? 0 : indentOf(source, at, first));
      tabs.push(tabsHere);
      bar.push(barHere);
      blanks.push(empty);
      folded.push(isFolded);
      empty = 0;
    }
    if (source.charCodeAt(to) === 13 && source.charCodeAt(to + 1) === 10) to++;
    at = to;
  }
  return {
    count: start.length,
    start,
    end,
    from,
    indent,
    margin: marginOf(indent),
    tabs,
    bar,
    blanks,
    folded,
  };
}

/** True when a TAB stands between two characters of the line that are not white space. */
export function hasInnerTab(source: string, lines: LineTable, line: number): boolean {
  if (lines.tabs[line] === 0) return false;
  const tab = source.indexOf('\t', lines.start[line]);
  return tab >= 0 && tab < (lines.end[line] ?? 0);
}
