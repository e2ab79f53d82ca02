import type { Block, ElementTable } from '../document.ts';
import { HIDDEN_TEXT_RULE } from '../label/html/hidden-text.ts';
import { readDate } from '../metadata/dates.ts';
import { MAX_NAME_CHARS } from '../metadata/values.ts';
import { findVisibleDate } from '../metadata/visible-dates.ts';
import type { ReaderComment } from '../record.ts';
import { type CommentMark, CommentUnits } from './comment-units.ts';
import type { Piece } from './pieces.ts';

/** Comments of one record; all their text stands in `removed` too. */
export const MAX_COMMENTS = 100;
/** Words of a line that is about the comment, not of it, and of a name. */
const MAX_LINE_WORDS = 15;
const MAX_NAME_WORDS = 6;
/** Words below which a line that is a link alone is a control: `Reply`, `Report this comment`. */
const MAX_CONTROL_WORDS = 4;
/** A line of nothing but a number, or one and its thing: `22 Likes`. */
const COUNT = /^[+-]?\d+(?:\s\p{L}{1,12})?$/u;
/** Comments from which a short line that most of them have is a control. */
const MIN_REPEATED = 3;
/** Words that a comment has of which neither who wrote it nor when is known: fewer are a label. */
const MIN_BARE_WORDS = 4;
/** What stands between a name and what it says. */
const AFTER_NAME =
  /[\s,](?:says?|said|wrote|writes|replied|schrieb|schreibt|sagt|sagte|meint|dit|a (?:dit|écrit)|dice|dijo|escribió|ha scritto|ha detto|scrive|diz|disse|escreveu|zegt|schreef|schrijft|pisze|napisał\(?a?\)?|skriver|skrev|sier|siger|sanoo|kirjoitti|napsal\(?a?\)?|dedi ki|diyor|пишет|написал\(?а?\)?|каже|пише)\s?[,:：]?$/iu;
const BEFORE_NAME = /^(?:by|von|par|por|di|door|av|af|posted by|verfasst von|від|от)\s(?=\p{Lu})/iu;
/** What joins a name to the day behind it. */
const BEFORE_DAY = /\s(?:on|at|am|vom|le|el|il|em|op|den|dne)\s{0,3}$/iu;
const EDGES = /^[\s·•|,:–—-]{1,9}|(?<![\s·•|,:：–—@-])[\s·•|,:：–—@-]{1,9}$/gu;

/** What readers wrote under the article, a comment a reply, in order; who and when only where the markup says so. */
export function collectComments(pieces: readonly Piece[], elements: ElementTable | null): readonly ReaderComment[] {
  if (elements === null || !pieces.some((piece) => !piece.kept && piece.removal.class === 'comments')) return [];
  const units = new CommentUnits(elements);
  const blocksOf = new Map<number, Block[]>();
  const told = new Set<number>();
  for (const piece of pieces) {
    if (piece.kept || piece.block.text === '' || piece.removal.rule === HIDDEN_TEXT_RULE) continue;
    const unit = units.unitOf(piece.block.element);
    if (unit < 0) continue;
    if (piece.removal.class === 'comments') told.add(unit);
    const known = blocksOf.get(unit);
    if (known) known.push(piece.block);
    else if (blocksOf.size < MAX_COMMENTS) blocksOf.set(unit, [piece.block]);
  }
  const repeated = repeatedLines([...blocksOf.values()]);
  const reading = { units, elements, repeated };
  return [...blocksOf].flatMap(([unit, blocks]) => (told.has(unit) ? commentOf(unit, blocks, reading) : []));
}

interface Reading {
  readonly units: CommentUnits;
  readonly elements: ElementTable;
  readonly repeated: ReadonlySet<string>;
}

/** Letters of short lines that more than half of the comments have: `Reply`, `22 Likes`, in whatever language. */
function repeatedLines(comments: readonly (readonly Block[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const blocks of comments) {
    const short = blocks.filter(({ words }) => words <= MAX_CONTROL_WORDS).map(({ text }) => lettersOf(text));
    for (const letters of new Set(short)) counts.set(letters, (counts.get(letters) ?? 0) + 1);
  }
  const isRepeated = (count: number) => count >= MIN_REPEATED && count > comments.length / 2;
  return new Set([...counts].flatMap(([letters, count]) => (isRepeated(count) ? [letters] : [])));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]+/gu, '');
}

function commentOf(unit: number, blocks: readonly Block[], reading: Reading): readonly ReaderComment[] {
  const { units, elements } = reading;
  const marks = units.marksOf(unit);
  const lines: string[] = [];
  let author: string | null = null;
  let published = dateOfMarks(marks, elements);
  let words = 0;
  for (const block of blocks) {
    const about = block.words > MAX_LINE_WORDS ? [] : marksOfLine(block.element, unit, marks, units);
    if (block.words <= MAX_CONTROL_WORDS && about.length === 0 && isControl(block, reading)) continue;
    if (about.length > 0) {
      if (about.includes('author')) author ??= nameIn(block.text, about.includes('date'));
      if (about.includes('date')) published ??= dayIn(block.text);
    } else {
      lines.push(block.text);
      words += block.words;
    }
  }
  if (words === 0) return [];
  if (author === null && published === null && (words < MIN_BARE_WORDS || units.isLoose(unit))) return [];
  return [{ text: lines.join('\n\n'), ...(author !== null && { author }), ...(published !== null && { published }) }];
}

/** Whether a short line without an author or a time is something to press, or counts who did. */
function isControl({ text, element, linkDensity }: Block, { units, repeated }: Reading): boolean {
  if (linkDensity >= 0.8 || COUNT.test(text) || repeated.has(lettersOf(text))) return true;
  return units.markAround(element)?.[0] === 'control';
}

type Marks = ReturnType<CommentUnits['marksOf']>;

/** What a line is about: the marks that hold it, or that it holds where it is not the whole comment. */
function marksOfLine(element: number, unit: number, marks: Marks, units: CommentUnits): readonly CommentMark[] {
  const around = units.markAround(element);
  if (around !== null && around[0] !== 'control') return [around[0], ...within(around[1], marks, units)];
  return element === unit ? [] : within(element, marks, units);
}

function within(element: number, marks: Marks, units: CommentUnits): readonly CommentMark[] {
  return marks.flatMap(({ mark, element: inner }) => (units.holds(element, inner) ? [mark] : []));
}

function dateOfMarks(marks: Marks, elements: ElementTable): string | null {
  for (const { mark, element } of marks) {
    const attributes = elements.attributes[element];
    const date = mark === 'date' ? readDate(attributes?.datetime ?? attributes?.content) : null;
    if (date !== null) return date;
  }
  return null;
}

/** The day in a line, when it has one reading. */
function dayIn(text: string): string | null {
  const [one, other] = [readDate(text, 'day-first'), readDate(text, 'month-first')];
  return one === other ? one : null;
}

/** The name in a line, without the day beside it and the words between it and the comment; `null` where they cannot be parted. */
function nameIn(text: string, hasDate: boolean): string | null {
  const date = findVisibleDate(text, 'day-first');
  if (hasDate && date === null) return null;
  const rest =
    date === null ? text : date.start > 0 ? text.slice(0, date.start).replace(BEFORE_DAY, '') : text.slice(date.end);
  const name = rest.replace(EDGES, '').replace(AFTER_NAME, '').replace(BEFORE_NAME, '').replace(EDGES, '');
  const words = name.split(/\s+/).length;
  return name !== '' && words <= MAX_NAME_WORDS && name.length <= MAX_NAME_CHARS ? name : null;
}
