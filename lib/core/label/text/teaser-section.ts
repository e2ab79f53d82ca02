import { share } from '../model/feature.ts';
import type { Vocabulary } from './cohesion.ts';
import { markLines, sharedMarked } from './marked-lines.ts';
import type { TeaserDocument } from './teaser-document.ts';
import type { CardLine } from './teaser-lines.ts';
import { follow } from './teaser-subject.ts';
import type { TeaserWindow } from './teaser-windows.ts';
import { NAME_TERM } from './terms.ts';

/**
 * Names of what tells the head of a section of the article from a card, in order: under a head of its own the text goes on
 * with the words of the head, behind a card with the words of what stood before the card.
 */
export const SECTION_FEATURES = [
  'bodySize',
  'bodySizeGap',
  'bodyLike',
  'headlineInBody',
  'headlineInPast',
  'headlineElsewhere',
  'headlineNames',
  'textInBody',
  'textInPast',
  'bodyInPast',
  'bodyInWindow',
  'bodyGap',
  'headlineBodyGap',
  'textBodyGap',
  'shapeImages',
] as const;

const NONE: readonly number[] = SECTION_FEATURES.map(() => -1);

/** Lines of prose on either side of a window that it is compared with. */
const REACH = 3;

/** The sections of a document: from one line like a headline to the next. */
export interface Sections {
  /** Index of the first line like a headline at or behind each line; the number of lines without one. */
  readonly nextHeadline: Int32Array;
  /** Mean number of lines of prose under a headline, and by that number the sections that have it. */
  readonly mean: number;
  readonly counts: ReadonlyMap<number, number>;
}

/** Finds the sections of a document. */
export function findSections(
  cards: readonly CardLine[],
  headlines: readonly number[],
  proseBefore: Int32Array,
): Sections {
  const nextHeadline = new Int32Array(cards.length + 1).fill(cards.length);
  for (let i = cards.length - 1; i >= 0; i--)
    nextHeadline[i] = cards[i]?.shape === 'H' ? i : (nextHeadline[i + 1] as number);
  const counts = new Map<number, number>();
  let sum = 0;
  for (const head of headlines) {
    const size = (proseBefore[nextHeadline[head + 1] as number] ?? 0) - (proseBefore[head] ?? 0);
    counts.set(size, (counts.get(size) ?? 0) + 1);
    sum += size;
  }
  return { nextHeadline, mean: share(sum, headlines.length), counts };
}

/** Shares (0..1) of the words of a headline, by weight, and of its names that stand in neither its own line nor its text alone. */
function headlineElsewhere(content: Vocabulary, headline: number, text: number): readonly [number, number] {
  const { numbers, starts, weight, lineCount, kinds, total, mark } = content;
  const sign = markLines(content, text < 0 ? [] : [text]);
  const end = starts[headline + 1] as number;
  let shared = 0;
  let names = 0;
  let found = 0;
  for (let i = starts[headline] as number; i < end; i++) {
    const term = numbers[i] as number;
    const elsewhere = (lineCount[term] as number) > (mark[term] === sign ? 2 : 1);
    if (elsewhere) shared += weight[term] as number;
    if (((kinds[term] as number) & NAME_TERM) === 0) continue;
    names++;
    if (elsewhere) found++;
  }
  return [share(shared, total[headline] ?? 0), names > 0 ? found / names : -1];
}

/** Measures the surroundings of a window with a headline, in the order of `SECTION_FEATURES`; -1 for what is not there. */
export function sectionFeatures(document: TeaserDocument, window: TeaserWindow): readonly number[] {
  const { sections, shapes, facts, cards, nextProse, previousProse, proseBefore } = document;
  const { start, end, headline, text, shape } = window;
  if (headline < 0) return NONE;
  const { content } = document.subjects;
  const next = cards[end]?.shape === 'X' ? end : (nextProse[end] ?? -1);
  const sectionEnd = sections.nextHeadline[end] as number;
  const body = follow(nextProse, next, REACH, sectionEnd);
  const past = follow(previousProse, previousProse[start] ?? -1, REACH);
  const size = (proseBefore[sectionEnd] ?? 0) - (proseBefore[end] ?? 0);
  const whole = size + (text >= 0 && cards[text]?.shape === 'X' ? 1 : 0);
  const first = body[0] ?? -1;
  const sharedBy = (line: number, lines: readonly number[], sign: number): number =>
    line < 0 || lines.length === 0 ? -1 : sharedMarked(content, line, sign);
  const bodySign = markLines(content, body);
  const headlineInBody = sharedBy(headline, body, bodySign);
  const textInBody = sharedBy(text, body, bodySign);
  const pastSign = markLines(content, past);
  const headlineInPast = sharedBy(headline, past, pastSign);
  const textInPast = sharedBy(text, past, pastSign);
  const bodyInPast = sharedBy(first, past, pastSign);
  const own = text < 0 ? [headline] : [headline, text];
  const [elsewhere, namesElsewhere] = headlineElsewhere(content, headline, text);
  const bodyInWindow = sharedBy(first, own, markLines(content, own));
  return [
    size,
    size - sections.mean,
    share((sections.counts.get(whole) ?? 1) - 1, document.headlines.length - 1),
    headlineInBody,
    headlineInPast,
    elsewhere,
    namesElsewhere,
    textInBody,
    textInPast,
    bodyInPast,
    bodyInWindow,
    first < 0 || past.length === 0 ? 0 : bodyInPast - bodyInWindow,
    headlineInBody - headlineInPast,
    textInBody - textInPast,
    shape.includes('I') ? share(shapes[shape]?.count ?? 0, facts.images) : -1,
  ];
}
