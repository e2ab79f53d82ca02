import { share } from '../model/feature.ts';
import { centrality, commonWords, countMarked, likeness, sharedWith } from './cohesion.ts';
import type { Line } from './lines.ts';
import type { TeaserDocument } from './teaser-document.ts';
import type { CardLine } from './teaser-lines.ts';
import { SUBJECT_FEATURES, subjectFeatures } from './teaser-subject.ts';
import { write } from './write.ts';

/** Names of what is measured of a line of text, in order. */
export const TEXT_FEATURES = [
  'textSize',
  'textSizeGap',
  'textEnded',
  'textGlued',
  'documentGlued',
  'textElided',
  'textMarked',
  'textLower',
  'quoteMismatch',
  'textStartsQuote',
  'textQuotes',
  'textSentences',
  'textDigits',
  'textCohesion',
  'textCohesionGap',
  'textCohesionRank',
  'textCentrality',
  'textSeenBefore',
  'textSeenAfter',
  'textNearBefore',
  'textNearAfter',
  'textNearGap',
  'before',
  'after',
  'acrossGap',
  'continuity',
  'before2',
  'after2',
  'textInTitle',
  'likeLead',
  'textTop',
  'textCommon',
  'nextQuotes',
  'nextLower',
  'textIsLead',
  'sentenceSize',
  'textLinked',
  ...SUBJECT_FEATURES,
] as const;

const OPENING_QUOTES = '"“„«‘\'»「『';
const NO_SUBJECT: readonly number[] = SUBJECT_FEATURES.map(() => -2);

/** How far the quotation marks of a line differ from those of the rest of the document, 0..1. */
function quoteMismatch(document: TeaserDocument, line: Line): number {
  const own = line.straightQuotes + line.curlyQuotes;
  const straight = document.facts.straight - line.straightQuotes;
  const curly = document.facts.curly - line.curlyQuotes;
  if (own === 0 || straight + curly === 0) return 0;
  return Math.abs(share(line.straightQuotes, own) - share(straight, straight + curly));
}

function startsQuote(line: Line | undefined): number {
  return line && line.text !== '' && OPENING_QUOTES.includes(line.text.charAt(0)) ? 1 : 0;
}

/** Writes what the text says to the prose around it; gives the place behind it. */
function writeNeighbours(document: TeaserDocument, at: number, into: Float32Array, place: number): number {
  const { previousProse, nextProse, toNext, toSecond, vocabulary } = document;
  const previous = previousProse[at] ?? -1;
  const next = nextProse[at] ?? -1;
  const second = previous < 0 ? -1 : (previousProse[previous] ?? -1);
  const third = next < 0 ? -1 : (nextProse[next] ?? -1);
  const isProse = document.cards[at]?.shape === 'X';
  const like = (a: number, b: number): number => (a < 0 || b < 0 ? -1 : likeness(vocabulary, a, b));
  const ahead = (column: Float64Array, a: number, b: number): number => (a < 0 || b < 0 ? -1 : (column[a] as number));
  const across = ahead(isProse ? toSecond : toNext, previous, next);
  const before = isProse ? ahead(toNext, previous, at) : like(previous, at);
  const after = isProse ? ahead(toNext, at, next) : like(at, next);
  into[place] = before;
  into[place + 1] = after;
  into[place + 2] = across;
  into[place + 3] = across < 0 ? -1 : across - Math.max(before, after);
  into[place + 4] = isProse ? ahead(toSecond, second, at) : like(second, at);
  into[place + 5] = isProse ? ahead(toSecond, at, third) : like(at, third);
  return place + 6;
}

/** Writes what is measured of line `at` in the order of `TEXT_FEATURES`, from a place on. */
export function writeText(document: TeaserDocument, at: number, into: Float32Array, place: number): void {
  const { line, shape } = document.cards[at] as CardLine;
  const { vocabulary, facts, before, after, title, lead } = document;
  const prose = shape === 'X';
  const { sentences, digits } = line.facts.counts;
  const cohesion = document.cohesion[at] as number;
  const nextProse = document.nextProse[at] ?? -1;
  const following = nextProse < 0 ? undefined : document.cards[nextProse]?.line;
  const nearBefore = before.near[at] ?? 0;
  const nearAfter = after.near[at] ?? 0;
  let next = place;
  into[next++] = line.size;
  into[next++] = share(line.size, facts.medianProse);
  into[next++] = line.ended ? 1 : 0;
  into[next++] = line.glued;
  into[next++] = (facts.glued - Math.min(1, line.glued)) / Math.max(1, document.prose.length - 1);
  into[next++] = line.elided ? 1 : 0;
  into[next++] = line.marked ? 1 : 0;
  into[next++] = line.startsLower ? 1 : 0;
  into[next++] = quoteMismatch(document, line);
  into[next++] = startsQuote(line);
  into[next++] = share(line.straightQuotes + line.curlyQuotes, line.size);
  into[next++] = sentences;
  into[next++] = share(digits, line.size);
  into[next++] = cohesion;
  into[next++] = cohesion - facts.medianCohesion;
  into[next++] = prose ? (document.cohesionRank[at] ?? 0) : -1;
  into[next++] = centrality(vocabulary, at);
  into[next++] = before.seen[at] ?? 0;
  into[next++] = after.seen[at] ?? 0;
  into[next++] = nearBefore;
  into[next++] = nearAfter;
  into[next++] = Math.max(nearBefore, nearAfter) - facts.meanNear;
  next = writeNeighbours(document, at, into, next);
  into[next++] = title < 0 ? -1 : sharedWith(vocabulary, title, at);
  into[next++] = lead < 0 || lead === at ? -1 : likeness(vocabulary, lead, at);
  into[next++] = countMarked(vocabulary, at, document.top);
  into[next++] = commonWords(vocabulary, at, 4);
  into[next++] = startsQuote(following);
  into[next++] = following?.startsLower ? 1 : 0;
  into[next++] = lead === at ? 1 : 0;
  into[next++] = line.size / Math.max(1, sentences);
  into[next++] = line.linked;
  write(prose ? subjectFeatures(document.subjects, document, at) : NO_SUBJECT, into, next);
}
