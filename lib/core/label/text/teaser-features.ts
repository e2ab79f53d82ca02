import { likeness, sharedWith, sharedWords } from './cohesion.ts';
import type { Line } from './lines.ts';
import { share, type TeaserDocument } from './teaser-document.ts';
import type { TeaserWindow } from './teaser-windows.ts';

/** Names of the features of the first pass, in order. */
export const FIRST_FEATURES = [
  'hasHeadline',
  'hasText',
  'hasImage',
  'imageFirst',
  'imageMiddle',
  'imageBefore',
  'imageAfter',
  'headlineSize',
  'headlineEnded',
  'headlineColon',
  'headlineMarked',
  'headlineCapitals',
  'headlineSizeGap',
  'headlineInText',
  'headlineInRest',
  'headlineTextGap',
  'headlineInCore',
  'headlineBefore',
  'headlineAfter',
  'textSize',
  'textSizeGap',
  'textEnded',
  'textGlued',
  'documentGlued',
  'textElided',
  'textMarked',
  'textLower',
  'quoteMismatch',
  'textCohesion',
  'textCohesionGap',
  'textInCore',
  'documentEnded',
  'acrossGap',
  'before',
  'after',
  'continuity',
  'documentLikeness',
  'shapeCount',
  'shapeHeadlines',
  'shapeProse',
  'shapeSize',
  'shapeCohesionGap',
  'shapeSizeGap',
  'shapeBackToBack',
  'sameBefore',
  'sameAfter',
  'headlines',
  'prose',
  'images',
  'position',
  'proseBefore',
  'proseAfter',
  'gapBefore',
  'gapAfter',
  'gapInside',
] as const;

/** How far the quotation marks of a line differ from those of the rest of the document, 0..1. */
function quoteMismatch(document: TeaserDocument, line: Line): number {
  const own = line.straightQuotes + line.curlyQuotes;
  const straight = document.straight - line.straightQuotes;
  const curly = document.curly - line.curlyQuotes;
  if (own === 0 || straight + curly === 0) return 0;
  return Math.abs(share(line.straightQuotes, own) - share(straight, straight + curly));
}

function headlineFeatures(document: TeaserDocument, window: TeaserWindow): number[] {
  const line = document.lines[window.headline];
  if (!line) return new Array(12).fill(-1);
  const { vocabulary } = document;
  const own = window.text >= 0 ? [window.headline, window.text] : [window.headline];
  const others = document.headlines.length - 1;
  const restMean = others > 0 ? (document.meanHeadline * (others + 1) - line.size) / others : line.size;
  const rest = sharedWords(vocabulary, window.headline, vocabulary.lineCount, own);
  const overlap = window.text >= 0 ? sharedWith(vocabulary, window.headline, window.text) : -1;
  const previous = document.previousProse[window.start] ?? -1;
  const next = document.nextProse[window.end] ?? -1;
  return [
    line.size,
    line.ended ? 1 : 0,
    line.ending === ':' ? 1 : 0,
    line.marked ? 1 : 0,
    line.capitals,
    line.size - restMean,
    overlap,
    rest,
    overlap < 0 ? -1 : overlap - rest,
    sharedWords(vocabulary, window.headline, document.shapes[window.shape].core, []),
    previous < 0 ? -1 : sharedWith(vocabulary, window.headline, previous),
    next < 0 ? -1 : sharedWith(vocabulary, window.headline, next),
  ];
}

function textFeatures(document: TeaserDocument, window: TeaserWindow): number[] {
  const line = document.lines[window.text];
  if (!line) return new Array(13).fill(-1);
  const { vocabulary, shapes } = document;
  const own = window.headline >= 0 ? [window.headline, window.text] : [window.text];
  const cohesion = sharedWords(vocabulary, window.text, vocabulary.lineCount, own);
  const others = Math.max(1, document.prose.length - 1);
  return [
    line.size,
    share(line.size, document.medianProse),
    line.ended ? 1 : 0,
    line.glued,
    (document.glued - Math.min(1, line.glued)) / others,
    line.elided ? 1 : 0,
    line.marked ? 1 : 0,
    line.startsLower ? 1 : 0,
    quoteMismatch(document, line),
    cohesion,
    cohesion - document.medianCohesion,
    window.shape === 'X' ? -1 : sharedWords(vocabulary, window.text, shapes[window.shape].core, []),
    document.ended,
  ];
}

function storyFeatures(document: TeaserDocument, window: TeaserWindow): number[] {
  const { vocabulary } = document;
  const previous = document.previousProse[window.start] ?? -1;
  const next = document.nextProse[window.end] ?? -1;
  const center = window.text >= 0 ? window.text : window.headline;
  const across = previous < 0 || next < 0 ? -1 : likeness(vocabulary, previous, next);
  const before = previous < 0 ? -1 : likeness(vocabulary, previous, center);
  const after = next < 0 ? -1 : likeness(vocabulary, center, next);
  return [across, before, after, across < 0 ? -1 : across - Math.max(before, after), document.likenessToNext];
}

function repetitionFeatures(document: TeaserDocument, window: TeaserWindow): number[] {
  const facts = document.shapes[window.shape];
  return [
    facts.count,
    facts.headlineShare,
    facts.proseShare,
    facts.sizeShare,
    facts.cohesionGap,
    facts.sizeGap,
    facts.backToBack,
    facts.covers[window.start - 1] ?? 0,
    facts.covers[window.end] ?? 0,
    document.headlines.length,
    document.prose.length,
    document.images,
  ];
}

function placeFeatures(document: TeaserDocument, window: TeaserWindow): number[] {
  const { lines } = document;
  const before = document.proseBefore[window.start] ?? 0;
  const after = document.prose.length - before - (window.text >= 0 ? 1 : 0);
  let inside = 0;
  for (let i = window.start + 1; i < window.end; i++) inside = Math.max(inside, lines[i]?.gap ?? 1);
  return [
    window.start / Math.max(1, lines.length),
    before,
    after,
    (lines[window.start]?.gap ?? 1) - document.gapMedian,
    (lines[window.end]?.gap ?? 1) - document.gapMedian,
    inside - document.gapMedian,
  ];
}

/** The features of one window, in the order of `FIRST_FEATURES`. */
export function firstFeatures(document: TeaserDocument, window: TeaserWindow): number[] {
  const { lines } = document;
  const image = window.shape.indexOf('I');
  return [
    window.headline >= 0 ? 1 : 0,
    window.text >= 0 ? 1 : 0,
    image >= 0 ? 1 : 0,
    image === 0 ? 1 : 0,
    image === 1 && window.shape.length === 3 ? 1 : 0,
    lines[window.start - 1]?.shape === 'I' ? 1 : 0,
    lines[window.end]?.shape === 'I' ? 1 : 0,
    ...headlineFeatures(document, window),
    ...textFeatures(document, window),
    ...storyFeatures(document, window),
    ...repetitionFeatures(document, window),
    ...placeFeatures(document, window),
  ];
}
