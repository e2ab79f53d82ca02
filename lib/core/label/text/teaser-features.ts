import { sharedWith } from './cohesion.ts';
import type { TeaserDocument } from './teaser-document.ts';
import { HEADLINE_FEATURES, writeHeadline } from './teaser-headline.ts';
import { SECTION_FEATURES, sectionFeatures } from './teaser-section.ts';
import { TEXT_FEATURES, writeText } from './teaser-text.ts';
import type { TeaserWindow } from './teaser-windows.ts';
import { write } from './write.ts';

const WINDOW_FEATURES = [
  'imageFirst',
  'imageMiddle',
  'imageLast',
  'imageBefore',
  'imageAfter',
  'headlineBeforeIt',
  'headlineBehindIt',
  'shortText',
  'notesBefore',
  'notesInside',
  'notesAfter',
  'headlineInText',
  'headlineTextGap',
  'headlineInCore',
  'textInCore',
  'shapeCount',
  'shapeHeadlines',
  'shapeProse',
  'shapeSize',
  'shapeCohesionGap',
  'shapeSizeGap',
  'shapeBackToBack',
  'sameBefore',
  'sameAfter',
  'position',
  'proseBefore',
  'proseAfter',
  'gapBefore',
  'gapAfter',
  'gapInside',
] as const;

const DOCUMENT_FEATURES = [
  'headlines',
  'prose',
  'images',
  'documentEnded',
  'documentLikeness',
  'documentMarked',
  'medianProse',
  'titleFirst',
  'headlinesLinked',
  'proseLinked',
] as const;

/** Names of the features of the first pass, in order. */
export const FIRST_FEATURES: readonly string[] = [
  ...HEADLINE_FEATURES,
  ...TEXT_FEATURES,
  ...WINDOW_FEATURES,
  ...SECTION_FEATURES,
  ...DOCUMENT_FEATURES,
];

const NO_HEADLINE: readonly number[] = HEADLINE_FEATURES.map(() => -1);
const NO_TEXT: readonly number[] = TEXT_FEATURES.map(() => -1);

/** Writes the features of a window in the order of `WINDOW_FEATURES`, from a place on. */
function windowFeatures(document: TeaserDocument, window: TeaserWindow, into: Float32Array, place: number): void {
  const { cards, shapes, vocabulary, facts } = document;
  const { start, end, headline, text, shape } = window;
  const own = shapes[shape];
  const image = shape.indexOf('I');
  const shapeBefore = start > 0 ? cards[start - 1]?.shape : undefined;
  const overlap = headline >= 0 && text >= 0 ? sharedWith(vocabulary, headline, text) : -1;
  const before = document.proseBefore[start] ?? 0;
  let notes = 0;
  let gap = 0;
  for (let i = start + 1; i < end; i++) {
    notes += cards[i]?.notes.length ?? 0;
    gap = Math.max(gap, cards[i]?.line.gap ?? 1);
  }
  let next = place;
  into[next++] = image === 0 ? 1 : 0;
  into[next++] = image === 1 && shape.length === 3 ? 1 : 0;
  into[next++] = image > 0 && image === shape.length - 1 ? 1 : 0;
  into[next++] = shapeBefore === 'I' ? 1 : 0;
  into[next++] = cards[end]?.shape === 'I' ? 1 : 0;
  into[next++] = shapeBefore === 'H' ? 1 : 0;
  into[next++] = cards[end]?.shape === 'H' ? 1 : 0;
  into[next++] = text >= 0 && cards[text]?.shape !== 'X' ? 1 : 0;
  into[next++] = cards[start]?.notes.length ?? 0;
  into[next++] = notes;
  into[next++] = cards[end]?.notes.length ?? 0;
  into[next++] = overlap;
  into[next++] = overlap < 0 ? -1 : overlap - (document.cohesion[headline] as number);
  into[next++] = headline < 0 ? -1 : (own?.inCore[headline] ?? 0);
  into[next++] = text < 0 || shape === 'X' ? -1 : (own?.inCore[text] ?? 0);
  into[next++] = own?.count ?? 0;
  into[next++] = own?.headlineShare ?? 0;
  into[next++] = own?.proseShare ?? 0;
  into[next++] = own?.sizeShare ?? 0;
  into[next++] = own?.cohesionGap ?? 0;
  into[next++] = own?.sizeGap ?? 0;
  into[next++] = own?.backToBack ?? 0;
  into[next++] = own?.covers[start - 1] ?? 0;
  into[next++] = own?.covers[end] ?? 0;
  into[next++] = start / Math.max(1, cards.length);
  into[next++] = before;
  into[next++] = document.prose.length - before - (text >= 0 ? 1 : 0);
  into[next++] = (cards[start]?.line.gap ?? 1) - facts.gapMedian;
  into[next++] = (cards[end]?.line.gap ?? 1) - facts.gapMedian;
  into[next++] = gap - facts.gapMedian;
}

/** Index of the first line that is no picture; -1 without one. */
export function firstLine(cards: TeaserDocument['cards']): number {
  return cards.findIndex(({ shape }) => shape !== 'I');
}

/**
 * The features of all windows of a document, row by row in the order of `FIRST_FEATURES`; `width` columns a row, of which
 * those behind the first pass are left 0. Lines are measured once, whatever number of windows holds them.
 */
export function measureWindows(document: TeaserDocument, width: number): Float32Array {
  const { windows, cards, facts } = document;
  const matrix = new Float32Array(windows.length * width);
  const writeHeadlineOf = eachLineOnce(cards.length, matrix, HEADLINE_FEATURES.length, (line, place) => {
    writeHeadline(document, line, matrix, place);
  });
  const writeTextOf = eachLineOnce(cards.length, matrix, TEXT_FEATURES.length, (line, place) => {
    writeText(document, line, matrix, place);
  });
  const whole = [
    document.headlines.length,
    document.prose.length,
    facts.images,
    facts.ended,
    facts.likenessToNext,
    facts.marked,
    facts.medianProse,
    document.title === firstLine(cards) ? 1 : 0,
    facts.linkedHeadlines,
    facts.linkedProse,
  ];
  const behindText = HEADLINE_FEATURES.length + TEXT_FEATURES.length;
  const behindWindow = behindText + WINDOW_FEATURES.length;
  windows.forEach((window, w) => {
    const at = w * width;
    const { headline, text } = window;
    if (headline < 0) write(NO_HEADLINE, matrix, at);
    else writeHeadlineOf(headline, at);
    if (text < 0) write(NO_TEXT, matrix, at + HEADLINE_FEATURES.length);
    else writeTextOf(text, at + HEADLINE_FEATURES.length);
    windowFeatures(document, window, matrix, at + behindText);
    write(sectionFeatures(document, window), matrix, at + behindWindow);
    write(whole, matrix, at + behindWindow + SECTION_FEATURES.length);
  });
  return matrix;
}

/** Writes the values of a line where they are asked for: worked out the first time, copied from there later. */
function eachLineOnce(
  lines: number,
  matrix: Float32Array,
  width: number,
  measure: (line: number, place: number) => void,
): (line: number, place: number) => void {
  const places = new Int32Array(lines).fill(-1);
  return (line, place) => {
    const from = places[line] as number;
    if (from < 0) {
      places[line] = place;
      measure(line, place);
    } else for (let column = 0; column < width; column++) matrix[place + column] = matrix[from + column] as number;
  };
}
