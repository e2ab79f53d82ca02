import { share } from '../model/feature.ts';
import { commonWords, countMarked, sharedWith, sharedWords } from './cohesion.ts';
import type { TeaserDocument } from './teaser-document.ts';

/** Names of what is measured of a line like a headline, in order. */
export const HEADLINE_FEATURES = [
  'headlineSize',
  'headlineEnded',
  'headlineColon',
  'headlineMarked',
  'headlineCapitals',
  'headlineCapitalsGap',
  'headlineSizeGap',
  'headlineDigits',
  'headlineQuotes',
  'headlineAsks',
  'headlineParts',
  'headlineInRest',
  'headlineBefore',
  'headlineAfter',
  'headlineSeenBefore',
  'headlineSeenAfter',
  'headlineNearBefore',
  'headlineNearAfter',
  'headlineInTitle',
  'headlineTop',
  'headlineCommon',
  'headlineLetters',
  'headlineIsTitle',
  'headlineUpper',
  'headlineBold',
] as const;

/** Measures line `at`, in the order of `HEADLINE_FEATURES`. */
export function headlineFeatures(document: TeaserDocument, at: number): readonly number[] {
  const line = document.cards[at]?.line;
  if (!line) return [];
  const { vocabulary, facts, before, after } = document;
  const others = document.headlines.length - 1;
  const without = (mean: number, own: number): number => (others > 0 ? (mean * (others + 1) - own) / others : own);
  const previous = document.previousProse[at] ?? -1;
  const next = document.nextProse[at] ?? -1;
  const last = line.ending;
  const { digits, letters } = line.facts;
  return [
    line.size,
    line.ended ? 1 : 0,
    last === ':' ? 1 : 0,
    line.marked ? 1 : 0,
    line.capitals,
    line.capitals - without(facts.meanCapitals, line.capitals),
    line.size - without(facts.meanHeadline, line.size),
    digits,
    line.straightQuotes + line.curlyQuotes,
    last === '?' || last === '!' ? 1 : 0,
    letters.hasParts ? 1 : 0,
    sharedWords(vocabulary, at, vocabulary.lineCount, 1),
    previous < 0 ? -1 : sharedWith(vocabulary, at, previous),
    next < 0 ? -1 : sharedWith(vocabulary, at, next),
    before.seen[at] ?? 0,
    after.seen[at] ?? 0,
    before.near[at] ?? 0,
    after.near[at] ?? 0,
    document.title < 0 || document.title === at ? -1 : sharedWith(vocabulary, at, document.title),
    countMarked(vocabulary, at, document.top),
    commonWords(vocabulary, at, 3),
    share(line.text.length, line.size),
    document.title === at ? 1 : 0,
    letters.upper,
    line.text.startsWith('**') ? 1 : 0,
  ];
}
