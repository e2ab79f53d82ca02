import { share } from '../model/feature.ts';
import { commonWords, countMarked, sharedWith } from './cohesion.ts';
import type { TeaserDocument } from './teaser-document.ts';
import type { CardLine } from './teaser-lines.ts';

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
  'headlineLinked',
] as const;

/** Writes what is measured of line `at` in the order of `HEADLINE_FEATURES`, from a place on. */
export function writeHeadline(document: TeaserDocument, at: number, into: Float32Array, place: number): void {
  const { line } = document.cards[at] as CardLine;
  const { vocabulary, facts, before, after } = document;
  const others = document.headlines.length - 1;
  const without = (mean: number, own: number): number => (others > 0 ? (mean * (others + 1) - own) / others : own);
  const previous = document.previousProse[at] ?? -1;
  const following = document.nextProse[at] ?? -1;
  const last = line.ending;
  const { counts, letters } = line.facts;
  let next = place;
  into[next++] = line.size;
  into[next++] = line.ended ? 1 : 0;
  into[next++] = last === ':' ? 1 : 0;
  into[next++] = line.marked ? 1 : 0;
  into[next++] = line.capitals;
  into[next++] = line.capitals - without(facts.meanCapitals, line.capitals);
  into[next++] = line.size - without(facts.meanHeadline, line.size);
  into[next++] = counts.digits;
  into[next++] = line.straightQuotes + line.curlyQuotes;
  into[next++] = last === '?' || last === '!' ? 1 : 0;
  into[next++] = letters.hasParts ? 1 : 0;
  into[next++] = document.cohesion[at] as number;
  into[next++] = previous < 0 ? -1 : sharedWith(vocabulary, at, previous);
  into[next++] = following < 0 ? -1 : sharedWith(vocabulary, at, following);
  into[next++] = before.seen[at] ?? 0;
  into[next++] = after.seen[at] ?? 0;
  into[next++] = before.near[at] ?? 0;
  into[next++] = after.near[at] ?? 0;
  into[next++] = document.title < 0 || document.title === at ? -1 : sharedWith(vocabulary, at, document.title);
  into[next++] = countMarked(vocabulary, at, document.top);
  into[next++] = commonWords(vocabulary, at, 3);
  into[next++] = share(line.text.length, line.size);
  into[next++] = document.title === at ? 1 : 0;
  into[next++] = letters.upper;
  into[next++] = line.text.startsWith('**') ? 1 : 0;
  into[next++] = line.linked;
}
