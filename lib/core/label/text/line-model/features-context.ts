import { log, share } from '../../model/feature.ts';
import { countLines, sharedWith, sharedWords } from '../cohesion.ts';
import type { LinePage } from './line-page.ts';
import { runningSums, type Sums, sumOver } from './sums.ts';

/** Names of the features that the second pass adds, in order: what the first pass found in the same document. */
export const CONTEXT_FEATURES = [
  'context:own',
  'context:before1',
  'context:before2',
  'context:after1',
  'context:after2',
  'context:around2',
  'context:around4',
  'context:around12',
  'context:before4',
  'context:after4',
  'context:before12',
  'context:after12',
  'context:core-cohesion',
  'context:removed-cohesion',
  'context:cohesion-gap',
  'context:core-before',
  'context:core-after',
  'context:core-rows-before',
  'context:core-rows-after',
  'context:to-core-before',
  'context:to-core-after',
  'context:with-core-before',
  'context:with-core-after',
  'context:core-share',
  'context:removed-share',
  'context:doubt-share',
  'context:expected',
  'context:heading',
  'context:section',
  'context:group',
  'context:shape',
  'context:size-of-core',
] as const;

/** Probability from which a line is the confident core, and below which it is surely none of the article. */
const CORE = 0.9;
const REMOVED = 0.15;

/** What the first pass says about one document. */
export interface FirstVerdict {
  readonly page: LinePage;
  /** Probability of each row to be of the article; 0 for what the form rules removed. */
  readonly probability: Float64Array;
  readonly weighed: Sums;
  readonly size: Sums;
  readonly coreSize: Sums;
  readonly coreRows: Sums;
  readonly core: Int32Array;
  readonly removed: Int32Array;
  readonly coreBefore: Int32Array;
  readonly coreAfter: Int32Array;
  /** Sum of the probabilities of the rows of each shape. */
  readonly shapes: Float64Array;
  readonly coreShare: number;
  readonly removedShare: number;
  readonly doubtShare: number;
  readonly expected: number;
  readonly meanCore: number;
}

/** Gathers the first pass over a document for the second one. */
export function gatherVerdict(page: LinePage, probability: Float64Array): FirstVerdict {
  const count = probability.length;
  const of = (row: number): number => probability[row] ?? 0;
  // Short lines count as three words: a menu of ten has a say beside a paragraph.
  const weightOf = (row: number): number => Math.max(3, page.size[row] ?? 0);
  const isCore = (row: number): boolean => of(row) >= CORE;
  const coreBefore = new Int32Array(count).fill(-1);
  const coreAfter = new Int32Array(count).fill(count);
  for (let row = 1; row < count; row++) coreBefore[row] = isCore(row - 1) ? row - 1 : (coreBefore[row - 1] ?? -1);
  for (let row = count - 2; row >= 0; row--) coreAfter[row] = isCore(row + 1) ? row + 1 : (coreAfter[row + 1] ?? count);
  const shapes = new Float64Array(page.repeats.shapeRows.length);
  page.repeats.shape.forEach((shape, row) => {
    shapes[shape] = (shapes[shape] ?? 0) + of(row);
  });
  const weighed = runningSums(count, (row) => of(row) * weightOf(row));
  const size = runningSums(count, weightOf);
  const coreSize = runningSums(count, (row) => (isCore(row) ? weightOf(row) : 0));
  const coreRows = runningSums(count, (row) => (isCore(row) ? 1 : 0));
  const removedSize = runningSums(count, (row) => (of(row) < REMOVED ? weightOf(row) : 0));
  const all = size[count] ?? 0;
  const own = coreSize[count] ?? 0;
  const gone = removedSize[count] ?? 0;
  return {
    page,
    probability,
    weighed,
    size,
    coreSize,
    coreRows,
    core: countLines(page.vocabulary, isCore),
    removed: countLines(page.vocabulary, (row) => of(row) < REMOVED),
    coreBefore,
    coreAfter,
    shapes,
    coreShare: share(own, all),
    removedShare: share(gone, all),
    doubtShare: share(all - own - gone, all),
    expected: share(weighed[count] ?? 0, all),
    meanCore: share(own, coreRows[count] ?? 0),
  };
}

/** Writes the features of one row, in the order of `CONTEXT_FEATURES`, from a place on. */
export function measureContext(verdict: FirstVerdict, row: number, into: Float32Array, place: number): void {
  const { probability } = verdict;
  into[place] = probability[row] ?? 0;
  into[place + 1] = probability[row - 1] ?? -1;
  into[place + 2] = probability[row - 2] ?? -1;
  into[place + 3] = probability[row + 1] ?? -1;
  into[place + 4] = probability[row + 2] ?? -1;
  measureWindows(verdict, row, into, place + 5);
  measureCohesion(verdict, row, into, place + 12);
  measureCore(verdict, row, into, place + 15);
  into[place + 23] = verdict.coreShare;
  into[place + 24] = verdict.removedShare;
  into[place + 25] = verdict.doubtShare;
  into[place + 26] = verdict.expected;
  measureKin(verdict, row, into, place + 27);
}

const WINDOWS = [
  [-2, 3],
  [-4, 5],
  [-12, 13],
  [-4, 0],
  [1, 5],
  [-12, 0],
  [1, 13],
] as const;

function measureWindows({ weighed, size, page }: FirstVerdict, row: number, into: Float32Array, place: number): void {
  const weight = Math.max(3, page.size[row] ?? 0);
  const own = (weighed[row + 1] ?? 0) - (weighed[row] ?? 0);
  for (let i = 0; i < WINDOWS.length; i++) {
    const [from, to] = WINDOWS[i] as (typeof WINDOWS)[number];
    const holdsOwn = from <= 0 && to > 0;
    const around = sumOver(size, row + from, row + to) - (holdsOwn ? weight : 0);
    into[place + i] = around > 0 ? (sumOver(weighed, row + from, row + to) - (holdsOwn ? own : 0)) / around : -1;
  }
}

function measureCohesion(verdict: FirstVerdict, row: number, into: Float32Array, place: number): void {
  const { page, core, removed, probability } = verdict;
  const own = probability[row] ?? 0;
  const withCore = sharedWords(page.vocabulary, row, core, own >= CORE ? 1 : 0);
  const withRemoved = sharedWords(page.vocabulary, row, removed, own < REMOVED ? 1 : 0);
  into[place] = withCore;
  into[place + 1] = withRemoved;
  into[place + 2] = withCore - withRemoved;
}

function measureCore(verdict: FirstVerdict, row: number, into: Float32Array, place: number): void {
  const { page, coreSize, coreRows, coreBefore, coreAfter } = verdict;
  const count = page.rows.length;
  const all = coreSize[count] ?? 0;
  const before = coreBefore[row] ?? -1;
  const after = coreAfter[row] ?? count;
  into[place] = share(coreSize[row] ?? 0, all);
  into[place + 1] = share(all - (coreSize[row + 1] ?? 0), all);
  into[place + 2] = log(coreRows[row] ?? 0);
  into[place + 3] = log((coreRows[count] ?? 0) - (coreRows[row + 1] ?? 0));
  into[place + 4] = before < 0 ? 9 : log(row - before);
  into[place + 5] = after >= count ? 9 : log(after - row);
  into[place + 6] = before < 0 ? -1 : sharedWith(page.vocabulary, row, before);
  into[place + 7] = after >= count ? -1 : sharedWith(page.vocabulary, row, after);
}

/** Rows looked at for the section of a line, behind it. */
const SECTION_ROWS = 30;

function measureKin(verdict: FirstVerdict, row: number, into: Float32Array, place: number): void {
  const { page, probability, weighed, size, shapes, meanCore } = verdict;
  const { headingAbove, headingBelow, blocks, groups, repeats } = page;
  const heading = headingAbove[row] ?? -1;
  into[place] = heading < 0 ? -1 : (probability[heading] ?? 0);
  const start = blocks[row]?.kind === 'heading' ? row + 1 : Math.max(0, heading + 1);
  const end = Math.min(headingBelow[row] ?? 0, row + SECTION_ROWS);
  into[place + 1] = meanOf(weighed, size, start, end);
  const group = groups[row];
  into[place + 2] = group === undefined ? -1 : meanOf(weighed, size, group.first, group.first + group.count);
  const shape = repeats.shape[row] ?? 0;
  const others = (repeats.shapeRows[shape] ?? 1) - 1;
  into[place + 3] = others > 0 ? ((shapes[shape] ?? 0) - (probability[row] ?? 0)) / others : -1;
  into[place + 4] = share(page.size[row] ?? 0, meanCore);
}

function meanOf(weighed: Sums, size: Sums, from: number, to: number): number {
  const all = sumOver(size, from, to);
  return all > 0 ? sumOver(weighed, from, to) / all : -1;
}
