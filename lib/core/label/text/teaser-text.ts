import { share } from '../model/feature.ts';
import { centrality, commonWords, countMarked, likeness, sharedWith, sharedWords } from './cohesion.ts';
import type { Line } from './lines.ts';
import type { TeaserDocument } from './teaser-document.ts';
import { SUBJECT_FEATURES, subjectFeatures } from './teaser-subject.ts';

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

/** What the text says to the prose around it. */
function neighbourFeatures(document: TeaserDocument, at: number): readonly number[] {
  const { previousProse, nextProse, toNext, toSecond, vocabulary } = document;
  const previous = previousProse[at] ?? -1;
  const next = nextProse[at] ?? -1;
  const second = previous < 0 ? -1 : (previousProse[previous] ?? -1);
  const third = next < 0 ? -1 : (nextProse[next] ?? -1);
  if (document.cards[at]?.shape === 'X') {
    const across = previous < 0 || next < 0 ? -1 : (toSecond[previous] ?? 0);
    const before = previous < 0 ? -1 : (toNext[previous] ?? 0);
    const after = next < 0 ? -1 : (toNext[at] ?? 0);
    const before2 = second < 0 ? -1 : (toSecond[second] ?? 0);
    const after2 = third < 0 ? -1 : (toSecond[at] ?? 0);
    return [before, after, across, continuityOf(across, before, after), before2, after2];
  }
  const like = (a: number, b: number): number => (a < 0 || b < 0 ? -1 : likeness(vocabulary, a, b));
  const across = previous < 0 || next < 0 ? -1 : (toNext[previous] ?? 0);
  const before = like(previous, at);
  const after = like(at, next);
  return [before, after, across, continuityOf(across, before, after), like(second, at), like(at, third)];
}

function continuityOf(across: number, before: number, after: number): number {
  return across < 0 ? -1 : across - Math.max(before, after);
}

/** Measures line `at`, in the order of `TEXT_FEATURES`. */
export function textFeatures(document: TeaserDocument, at: number): readonly number[] {
  const line = document.cards[at]?.line;
  if (!line) return [];
  const { vocabulary, facts, before, after, title, lead } = document;
  const prose = document.cards[at]?.shape === 'X';
  const { sentences, digits } = line.facts;
  const cohesion = prose ? (document.cohesion[at] ?? 0) : sharedWords(vocabulary, at, vocabulary.lineCount, 1);
  const nextProse = document.nextProse[at] ?? -1;
  const next = nextProse < 0 ? undefined : document.cards[nextProse]?.line;
  const nearBefore = before.near[at] ?? 0;
  const nearAfter = after.near[at] ?? 0;
  return [
    line.size,
    share(line.size, facts.medianProse),
    line.ended ? 1 : 0,
    line.glued,
    (facts.glued - Math.min(1, line.glued)) / Math.max(1, document.prose.length - 1),
    line.elided ? 1 : 0,
    line.marked ? 1 : 0,
    line.startsLower ? 1 : 0,
    quoteMismatch(document, line),
    startsQuote(line),
    share(line.straightQuotes + line.curlyQuotes, line.size),
    sentences,
    share(digits, line.size),
    cohesion,
    cohesion - facts.medianCohesion,
    prose ? (document.cohesionRank[at] ?? 0) : -1,
    centrality(vocabulary, at),
    before.seen[at] ?? 0,
    after.seen[at] ?? 0,
    nearBefore,
    nearAfter,
    Math.max(nearBefore, nearAfter) - facts.meanNear,
    ...neighbourFeatures(document, at),
    title < 0 ? -1 : sharedWith(vocabulary, title, at),
    lead < 0 || lead === at ? -1 : likeness(vocabulary, lead, at),
    countMarked(vocabulary, at, document.top),
    commonWords(vocabulary, at, 4),
    startsQuote(next),
    next?.startsLower ? 1 : 0,
    lead === at ? 1 : 0,
    line.size / Math.max(1, sentences),
    ...(prose ? subjectFeatures(document.subjects, document, at) : NO_SUBJECT),
  ];
}
