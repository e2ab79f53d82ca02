import { foldText } from './fold.ts';
import { hasInnerTab, type LineTable } from './lines.ts';
import { endsSentence, isLatinLetter, shapeOf } from './lines-kind.ts';

/** Columns between which a hard wrap is looked for; mail and terminal browsers wrap at 65 to 80. */
const MIN_WRAP = 40;
const MAX_WRAP = 100;
/** Pairs of lines without which nothing is called wrapped. */
const MIN_PAIRS = 3;
/** Share of the lines that must have had no room for the next word. */
const FULL_SHARE = 0.75;
/** Share of the full lines that must break off inside a sentence: headlines of one length do not wrap. */
const OPEN_SHARE = 0.6;
/** Columns that a full line may stay short of the wrap column: editors and people do not fill lines alike. */
const SLACK = 4;
/** Shares of lines wider than the wrap column that are let pass, tried in turn: addresses, and the heads of printed pages, cannot be wrapped. */
const OVERLONG_SHARES = [0.02, 0.1];
/** The address of a link by reference, which stands on a line of its own. */
const DEFINITION = /^\[[^\]\n]{1,200}\]:/;

/** A small letter, as none begins a sentence with. */
const SMALL = /^\p{Ll}/u;

/** Lines as the wrap test sees them: the table, or the table without quote marks. */
export interface WrapView {
  readonly source: string;
  readonly lines: LineTable;
}

function isWide(code: number): boolean {
  return code >= 0x2e80 && code < 0xd800 ? code < 0xa4d0 || code >= 0xac00 : code >= 0xff00 && code <= 0xff60;
}

/** Columns of a slice; Han, kana and Hangul take two. Stops counting at `limit`. */
function columns(source: string, start: number, end: number, limit: number): number {
  let width = 0;
  for (let i = start; i < end && width < limit; i++) width += isWide(source.charCodeAt(i)) ? 2 : 1;
  return width;
}

/** Columns that the first word takes; a wide character may stand alone at a line start. */
function firstWordColumns({ source, lines }: WrapView, line: number): number {
  const start = lines.start[line] ?? 0;
  const end = Math.min(lines.end[line] ?? 0, start + MAX_WRAP);
  if (isWide(source.charCodeAt(start))) return 2;
  let to = start;
  while (to < end && source.charCodeAt(to) > 32 && !isWide(source.charCodeAt(to))) to++;
  return to - start;
}

function lineColumns({ source, lines }: WrapView, line: number): number {
  const indent = lines.indent[line] ?? 0;
  return indent + columns(source, lines.start[line] ?? 0, lines.end[line] ?? 0, 4 * MAX_WRAP);
}

/** True when line `next` follows without an empty line and is not the start of something by its own form. */
function goesOn({ source, lines }: WrapView, next: number): boolean {
  if (next >= lines.count || lines.blanks[next] !== 0 || hasInnerTab(source, lines, next)) return false;
  const start = lines.start[next] ?? 0;
  if (isLatinLetter(source.charCodeAt(start))) return true;
  const head = foldText(source.slice(start, Math.min(lines.end[next] ?? 0, start + 2 * MAX_WRAP)));
  return shapeOf(head).kind === 'prose' && !head.startsWith('![') && !head.startsWith('[![') && !DEFINITION.test(head);
}

interface FollowedLine {
  readonly line: number;
  readonly width: number;
}

/** Widths of the wide-enough lines that another line follows at once. */
function followedLines(view: WrapView): readonly FollowedLine[] {
  const found: FollowedLine[] = [];
  for (let line = 0; line + 1 < view.lines.count; line++) {
    if (view.lines.blanks[line + 1] !== 0) continue;
    const width = lineColumns(view, line);
    if (width >= MIN_WRAP && goesOn(view, line + 1)) found.push({ line, width });
  }
  return found;
}

/**
 * The column at which the document's lines were wrapped, 40 to 100; 0 when they were not. Lines are wrapped when nearly
 * all that are followed by another had no room for its first word and broke off inside a sentence.
 */
export function findWrapColumn(view: WrapView): number {
  const pairs = followedLines(view);
  if (pairs.length < MIN_PAIRS) return 0;
  const widths = pairs.map((pair) => pair.width).sort((a, b) => a - b);
  const columns = OVERLONG_SHARES.map((share) => widths[Math.ceil(widths.length * (1 - share)) - 1] ?? 0);
  return columns.find((wrap) => isWrapColumn(view, pairs, wrap)) ?? 0;
}

/** Whether nearly all lines that are followed by another were broken at a column, inside a sentence. */
function isWrapColumn(view: WrapView, pairs: readonly FollowedLine[], wrap: number): boolean {
  if (wrap > MAX_WRAP) return false;
  const full = pairs.filter((pair) => pair.width + 1 + firstWordColumns(view, pair.line + 1) > wrap - SLACK);
  if (full.length < FULL_SHARE * pairs.length) return false;
  const open = full.filter(({ line }) => {
    const end = view.lines.end[line] ?? 0;
    return !endsSentence(view.source.slice(Math.max(end - 8, view.lines.start[line] ?? 0), end));
  });
  return open.length >= OPEN_SHARE * full.length;
}

/** True when line `line + 1` is the rest of the paragraph that stands in `line`. */
export function isWrapped(view: WrapView, line: number, wrap: number): boolean {
  if (wrap === 0 || !goesOn(view, line + 1)) return false;
  const deeper = (view.lines.indent[line + 1] ?? 0) > (view.lines.indent[line] ?? 0) + 1;
  if (deeper) return false;
  const width = lineColumns(view, line);
  return width + 1 + firstWordColumns(view, line + 1) > wrap - SLACK || (width > wrap / 2 && breaksOff(view, line));
}

/** Whether a line ends inside a sentence that the next one goes on with in small letters. */
function breaksOff({ source, lines }: WrapView, line: number): boolean {
  const end = lines.end[line] ?? 0;
  if (!SMALL.test(source.charAt(lines.start[line + 1] ?? 0))) return false;
  return !endsSentence(source.slice(Math.max(end - 8, lines.start[line] ?? 0), end));
}

const SUSPENDED = /^(?:und|oder|bzw|and|or|to|och|og|en|of|eller)\b/;
const LETTER = /^\p{L}/u;
const HYPHENATED = /\p{L}-$/u;
const SOFT_HYPHEN = 0xad;

/** True for the characters that are written without spaces between words. */
function isUnspaced(code: number): boolean {
  return (code >= 0x3001 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xe00 && code <= 0xe7f);
}

/** What stands between two lines of one paragraph once they are joined. */
function joint(first: string, second: string): '' | ' ' {
  if (first === '' || second === '') return '';
  const last = first.charCodeAt(first.length - 1);
  if (last === SOFT_HYPHEN || (isUnspaced(last) && isUnspaced(second.charCodeAt(0)))) return '';
  return HYPHENATED.test(first.slice(-3)) && LETTER.test(second) && !SUSPENDED.test(second) ? '' : ' ';
}

/**
 * Joins the raw lines of one paragraph: a space between them, but none after a hyphen inside a word, at a soft hyphen, or
 * between Han, kana and Thai. The result is not folded.
 */
export function joinLines(rawLines: readonly string[]): string {
  let previous = '';
  const parts: string[] = [];
  for (const raw of rawLines) {
    const between = joint(previous, raw);
    if (between !== '') parts.push(between);
    parts.push(raw);
    previous = raw;
  }
  return parts.join('');
}
