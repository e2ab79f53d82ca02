import { foldCodeLine, foldText } from './fold.ts';
import type { LineTable } from './lines.ts';
import { endsSentence, shapeOf } from './lines-kind.ts';
import { countWords } from './words.ts';

/** Columns from which lines after an empty one are code; of a line alone beyond the margin, since text browsers set headings in. */
const CODE_INDENT = 4;
/** Words from which an indented piece that ends as a sentence is prose. */
const PROSE_WORDS = 8;
/** The target of a link, as text browsers list them below a page, with a label above. */
const NUMBERED_ADDRESS = /^\d{1,4}\.[ \t]{1,4}[a-z]{3,8}:\/\//;
const CODE_MARKS = /[{}=;<>\\_]|\(\)|:\/\//;

/** End of the run of lines from `first` that are all indented; a piece whose last line is not is left out. */
function indentedEnd(lines: LineTable, first: number): number {
  let end = first;
  let whole = first;
  while (end < lines.count && (lines.indent[end] ?? 0) >= CODE_INDENT) {
    if (lines.blanks[end] !== 0) whole = end;
    end++;
  }
  return end === lines.count || lines.blanks[end] !== 0 ? end : whole;
}

/**
 * True when at least half of the words, or of the pieces between empty lines, are sentences: scrapes indent whole articles, and
 * comments with a name and a day over each.
 */
function isIndentedProse(source: string, lines: LineTable, first: number, end: number): boolean {
  const all = { pieces: 0, words: 0 };
  const prose = { pieces: 0, words: 0 };
  for (let from = first; from < end; ) {
    let to = from + 1;
    while (to < end && lines.blanks[to] === 0) to++;
    const text = source.slice(lines.start[from], lines.end[to - 1]);
    const words = countWords(text);
    const isProse = words >= PROSE_WORDS && endsSentence(text) && !CODE_MARKS.test(text);
    for (const sum of isProse ? [all, prose] : [all]) {
      sum.pieces++;
      sum.words += words;
    }
    from = to;
  }
  return 2 * prose.pieces >= all.pieces || 2 * prose.words >= all.words;
}

/**
 * The lines from `first` that are code because all of them are indented by four columns or more after an empty line:
 * `{ end }`; otherwise the number of the first line that may begin code.
 */
export function findIndentedCode(source: string, lines: LineTable, first: number): { end: number } | number {
  const indent = lines.indent[first] ?? 0;
  if (lines.blanks[first] === 0 || indent < CODE_INDENT) return first + 1;
  const end = indentedEnd(lines, first);
  if (end === first || (end === first + 1 && indent < lines.margin + CODE_INDENT)) return first + 1;
  const lineText = (line: number): string => source.slice(lines.start[line], lines.end[line]);
  // As it will be read again: without signs that nobody sees.
  const isList = shapeOf(foldText(lineText(first))).kind !== 'prose';
  return isList ||
    (first + 1 < end && NUMBERED_ADDRESS.test(lineText(first + 1))) ||
    isIndentedProse(source, lines, first, end)
    ? end
    : { end };
}

/** Columns of indent that code keeps, at most. */
const MAX_KEPT_INDENT = 200;

function leadingSpaces(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * Text of code lines `first` to `end`, exclusive: without the indent that all share, empty lines kept but not at the
 * ends; '' when nothing can be seen.
 */
export function codeText(source: string, lines: LineTable, first: number, end: number): string {
  const out: string[] = [];
  for (let line = first; line < end; line++) {
    for (let blank = out.length > 0 ? (lines.blanks[line] ?? 0) : 0; blank > 0; blank--) out.push('');
    const body = foldCodeLine(source.slice(lines.start[line], lines.end[line]));
    const inner = leadingSpaces(body);
    const indent = Math.min((lines.indent[line] ?? 0) + inner, MAX_KEPT_INDENT);
    if (body !== '' || out.length > 0) out.push(body === '' ? '' : ' '.repeat(indent) + body.slice(inner));
  }
  const shared = out.reduce(
    (least, line) => (line === '' ? least : Math.min(least, leadingSpaces(line))),
    MAX_KEPT_INDENT,
  );
  return out
    .map((line) => line.slice(shared))
    .join('\n')
    .trimEnd();
}
