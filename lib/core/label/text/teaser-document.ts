import { share } from '../model/feature.ts';
import { buildVocabulary, likeness, sharedWords, topTerms, type Vocabulary } from './cohesion.ts';
import { contentOf } from './content-words.ts';
import { indicesOf } from './indices.ts';
import type { Line } from './lines.ts';
import { median } from './median.ts';
import { type Recurrence, recurrence } from './recurrence.ts';
import type { CardLine } from './teaser-lines.ts';
import { findSections, type Sections } from './teaser-section.ts';
import { type ShapeFacts, shapeFacts } from './teaser-shapes.ts';
import { gatherSubjects, type Subjects } from './teaser-subject.ts';
import { findWindows, TEASER_SHAPES, type TeaserShape, type TeaserWindow } from './teaser-windows.ts';

/** Everything that the windows of one document are compared with. */
export interface TeaserDocument {
  readonly cards: readonly CardLine[];
  readonly windows: readonly TeaserWindow[];
  readonly vocabulary: Vocabulary;
  /** Terms that carry the document. */
  readonly top: Uint8Array;
  /** Indices of the lines of prose and of those like a headline. */
  readonly prose: readonly number[];
  readonly headlines: readonly number[];
  /** First headline before all prose, and first line of prose; -1 without one. */
  readonly title: number;
  readonly lead: number;
  /** Share of each line's words that stand in other lines, and place of that among the lines of prose, 0..1. */
  readonly cohesion: Float64Array;
  readonly cohesionRank: Float64Array;
  readonly before: Recurrence;
  readonly after: Recurrence;
  readonly shapes: Readonly<Partial<Record<TeaserShape, ShapeFacts>>>;
  /** Lines of prose next to each line; -1 without one. */
  readonly previousProse: Int32Array;
  readonly nextProse: Int32Array;
  /** Likeness of each line of prose to the next one, and to the one after that; 0 for other lines. */
  readonly toNext: Float64Array;
  readonly toSecond: Float64Array;
  /** Lines of prose before each line. */
  readonly proseBefore: Int32Array;
  readonly facts: DocumentFacts;
  readonly sections: Sections;
  readonly subjects: Subjects;
}

/** Figures of a whole document. */
export interface DocumentFacts {
  readonly images: number;
  readonly medianProse: number;
  readonly medianCohesion: number;
  readonly meanNear: number;
  readonly likenessToNext: number;
  readonly glued: number;
  readonly ended: number;
  readonly straight: number;
  readonly curly: number;
  readonly meanHeadline: number;
  readonly meanCapitals: number;
  readonly marked: number;
  /** Mean share of the headlines that links, and share of the lines of prose with any link. */
  readonly linkedHeadlines: number;
  readonly linkedProse: number;
  readonly gapMedian: number;
  readonly totalSize: number;
}

/** Lines of prose that count as near. */
const NEAR = 3;
const TOP_TERMS = 12;

/** For every line the prose lines next to it, and their number before it. */
function placeProse(cards: readonly CardLine[]): Pick<TeaserDocument, 'previousProse' | 'nextProse' | 'proseBefore'> {
  const previousProse = new Int32Array(cards.length + 1).fill(-1);
  const nextProse = new Int32Array(cards.length + 1).fill(-1);
  const proseBefore = new Int32Array(cards.length + 1);
  let last = -1;
  cards.forEach((card, i) => {
    previousProse[i] = last;
    proseBefore[i + 1] = (proseBefore[i] ?? 0) + (card.shape === 'X' ? 1 : 0);
    if (card.shape === 'X') last = i;
  });
  previousProse[cards.length] = last;
  last = -1;
  for (let i = cards.length - 1; i >= 0; i--) {
    nextProse[i] = last;
    if (cards[i]?.shape === 'X') last = i;
  }
  return { previousProse, nextProse, proseBefore };
}

function ranks(cohesion: Float64Array, prose: readonly number[]): Float64Array {
  const rank = new Float64Array(cohesion.length);
  const order = [...prose].sort((a, b) => (cohesion[a] ?? 0) - (cohesion[b] ?? 0) || a - b);
  order.forEach((line, at) => {
    rank[line] = share(at, order.length - 1);
  });
  return rank;
}

function documentFacts(
  cards: readonly CardLine[],
  prose: readonly number[],
  headlines: readonly number[],
  cohesion: Float64Array,
  near: Float32Array,
  toNext: Float64Array,
): DocumentFacts {
  const sumOf = (list: readonly number[], read: (line: Line, at: number) => number): number => {
    let sum = 0;
    for (const at of list) sum += read((cards[at] as CardLine).line, at);
    return sum;
  };
  const neighbours = prose.slice(0, -1);
  const inProse = (sum: number): number => share(sum, prose.length);
  const inHeadlines = (sum: number): number => share(sum, headlines.length);
  return {
    images: cards.filter((card) => card.shape === 'I').length,
    medianProse: median(prose.map((at) => (cards[at] as CardLine).line.size)),
    medianCohesion: median(prose.map((at) => cohesion[at] as number)),
    meanNear: inProse(sumOf(prose, (_, at) => near[at] as number)),
    likenessToNext: share(
      sumOf(neighbours, (_, at) => toNext[at] as number),
      neighbours.length,
    ),
    glued: sumOf(prose, ({ glued }) => Math.min(1, glued)),
    ended: inProse(sumOf(prose, ({ ended }) => (ended ? 1 : 0))),
    straight: sumOf(prose, ({ straightQuotes }) => straightQuotes),
    curly: sumOf(prose, ({ curlyQuotes }) => curlyQuotes),
    meanHeadline: inHeadlines(sumOf(headlines, ({ size }) => size)),
    meanCapitals: inHeadlines(sumOf(headlines, ({ capitals }) => capitals)),
    marked: inHeadlines(sumOf(headlines, ({ marked }) => (marked ? 1 : 0))),
    linkedHeadlines: inHeadlines(sumOf(headlines, ({ linked }) => linked)),
    linkedProse: inProse(sumOf(prose, ({ linked }) => (linked > 0 ? 1 : 0))),
    gapMedian: median(cards.slice(1).map(({ line }) => line.gap)),
    totalSize: cards.reduce((total, { line }) => total + line.size, 0),
  };
}

/** By line, how like each line of prose is to the one so many lines of prose on. */
function likenessAhead(vocabulary: Vocabulary, prose: readonly number[], ahead: number): Float64Array {
  const like = new Float64Array(vocabulary.total.length);
  for (let i = ahead; i < prose.length; i++)
    like[prose[i - ahead] as number] = likeness(vocabulary, prose[i - ahead] as number, prose[i] as number);
  return like;
}

/** Measures one document, `vocabulary` being that of its cards; linear in its words but for sorting its lines. */
export function measureDocument(
  cards: readonly CardLine[],
  vocabulary: Vocabulary = buildVocabulary(cards.map(({ line }) => line.text)),
): TeaserDocument {
  const windows = findWindows(cards);
  const prose = indicesOf(cards, ({ shape }) => shape === 'X');
  const headlines = indicesOf(cards, ({ shape }) => shape === 'H');
  const cohesion = new Float64Array(cards.length);
  for (let line = 0; line < cards.length; line++)
    cohesion[line] = sharedWords(vocabulary, line, vocabulary.lineCount, 1);
  const all = cards.map((_, i) => i);
  const isProse = (line: number): boolean => cards[line]?.shape === 'X';
  const before = recurrence(vocabulary, all, isProse, NEAR);
  const after = recurrence(vocabulary, all.reverse(), isProse, NEAR);
  const toNext = likenessAhead(vocabulary, prose, 1);
  const toSecond = likenessAhead(vocabulary, prose, 2);
  const facts = documentFacts(cards, prose, headlines, cohesion, before.near, toNext);
  const totals = { headlines: headlines.length, prose, size: facts.totalSize };
  const shapes: Partial<Record<TeaserShape, ShapeFacts>> = {};
  for (const shape of TEASER_SHAPES) {
    const own = windows.filter((window) => window.shape === shape);
    if (own.length > 0) shapes[shape] = shapeFacts(shape, own, cards, vocabulary, totals);
  }
  const lead = prose[0] ?? -1;
  const title = headlines.find((line) => lead < 0 || line < lead) ?? -1;
  const places = placeProse(cards);
  return {
    cards,
    windows,
    vocabulary,
    top: topTerms(vocabulary, TOP_TERMS),
    prose,
    headlines,
    title,
    lead,
    cohesion,
    cohesionRank: ranks(cohesion, prose),
    toNext,
    toSecond,
    before,
    after,
    shapes,
    facts,
    previousProse: places.previousProse,
    nextProse: places.nextProse,
    proseBefore: places.proseBefore,
    sections: findSections(cards, headlines, places.proseBefore),
    subjects: gatherSubjects(contentOf(vocabulary), prose),
  };
}
