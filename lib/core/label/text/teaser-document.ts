import { buildVocabulary, countLines, likeness, sharedWords, type Vocabulary } from './cohesion.ts';
import type { Line } from './lines.ts';
import { findWindows, TEASER_SHAPES, type TeaserShape, type TeaserWindow } from './teaser-windows.ts';

/** Everything that the windows of one document are compared with. */
export interface TeaserDocument {
  readonly lines: readonly Line[];
  readonly windows: readonly TeaserWindow[];
  readonly vocabulary: Vocabulary;
  readonly prose: readonly number[];
  readonly headlines: readonly number[];
  readonly images: number;
  readonly medianProse: number;
  readonly medianCohesion: number;
  readonly cohesion: Float64Array;
  readonly likenessToNext: number;
  readonly glued: number;
  readonly ended: number;
  readonly straight: number;
  readonly curly: number;
  readonly meanHeadline: number;
  readonly gapMedian: number;
  readonly totalSize: number;
  readonly shapes: Readonly<Record<TeaserShape, ShapeFacts>>;
  readonly previousProse: Int32Array;
  readonly nextProse: Int32Array;
  /** Prose lines before each line. */
  readonly proseBefore: Int32Array;
}

/** What the windows of one shape have in common. */
export interface ShapeFacts {
  readonly count: number;
  /** 1 for lines that lie in a window of the shape. */
  readonly covers: Uint8Array;
  /** Lines per term outside the shape. */
  readonly core: Int32Array;
  readonly headlineShare: number;
  readonly proseShare: number;
  readonly sizeShare: number;
  /** How much better the lines outside hang together than those inside. */
  readonly cohesionGap: number;
  readonly sizeGap: number;
  readonly backToBack: number;
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** `part` of `whole`; 0 of nothing. */
export function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

function shapeFacts(
  shape: TeaserShape,
  windows: readonly TeaserWindow[],
  lines: readonly Line[],
  vocabulary: Vocabulary,
  totals: { readonly headlines: number; readonly prose: readonly number[]; readonly size: number },
): ShapeFacts {
  const own = windows.filter((window) => window.shape === shape);
  const covers = new Uint8Array(lines.length);
  for (const window of own) covers.fill(1, window.start, window.end);
  // Nothing asks what stands outside all prose.
  const core =
    shape === 'X' || own.length === 0 ? vocabulary.lineCount : countLines(vocabulary, (i) => covers[i] === 0);
  const parts = shape.includes('X') && shape !== 'X' && own.length > 0;
  const inside: number[] = [];
  const outside: number[] = [];
  const insideSizes: number[] = [];
  const outsideSizes: number[] = [];
  for (const line of totals.prose) {
    const covered = covers[line] === 1;
    (covered ? inside : outside).push(parts ? sharedWords(vocabulary, line, core, covered ? [] : [line]) : 0);
    (covered ? insideSizes : outsideSizes).push(lines[line]?.size ?? 0);
  }
  let headlines = 0;
  let size = 0;
  lines.forEach((line, i) => {
    if (covers[i] === 0) return;
    size += line.size;
    if (line.shape === 'H') headlines++;
  });
  let runs = 0;
  for (let i = 1; i < own.length; i++) if (own[i]?.start === own[i - 1]?.end) runs++;
  return {
    count: own.length,
    covers,
    core,
    headlineShare: share(headlines, totals.headlines),
    proseShare: share(inside.length, totals.prose.length),
    sizeShare: share(size, totals.size),
    cohesionGap: inside.length > 0 && outside.length > 0 ? mean(outside) - mean(inside) : 0,
    sizeGap: outsideSizes.length > 0 ? share(mean(insideSizes) - mean(outsideSizes), mean(outsideSizes)) : 0,
    backToBack: share(runs, own.length),
  };
}

/** For every line the prose lines next to it, and their number before it. */
function placeProse(lines: readonly Line[]): Pick<TeaserDocument, 'previousProse' | 'nextProse' | 'proseBefore'> {
  const previousProse = new Int32Array(lines.length + 1).fill(-1);
  const nextProse = new Int32Array(lines.length + 1).fill(-1);
  const proseBefore = new Int32Array(lines.length + 1);
  let last = -1;
  lines.forEach((line, i) => {
    previousProse[i] = last;
    proseBefore[i + 1] = (proseBefore[i] ?? 0) + (line.shape === 'X' ? 1 : 0);
    if (line.shape === 'X') last = i;
  });
  last = -1;
  for (let i = lines.length - 1; i >= 0; i--) {
    if (lines[i]?.shape === 'X') last = i;
    nextProse[i] = last;
  }
  return { previousProse, nextProse, proseBefore };
}

/** Measures one document; linear in its words. */
export function measureDocument(lines: readonly Line[]): TeaserDocument {
  const vocabulary = buildVocabulary(lines.map((line) => line.text));
  const windows = findWindows(lines);
  const prose = lines.flatMap((line, i) => (line.shape === 'X' ? [i] : []));
  const headlines = lines.flatMap((line, i) => (line.shape === 'H' ? [i] : []));
  const totalSize = lines.reduce((sum, line) => sum + line.size, 0);
  const cohesion = new Float64Array(lines.length);
  for (const line of prose) cohesion[line] = sharedWords(vocabulary, line, vocabulary.lineCount, [line]);
  const neighbours: number[] = [];
  for (let i = 1; i < prose.length; i++) neighbours.push(likeness(vocabulary, prose[i - 1] ?? 0, prose[i] ?? 0));
  const totals = { headlines: headlines.length, prose, size: totalSize };
  const facts = TEASER_SHAPES.map((shape) => [shape, shapeFacts(shape, windows, lines, vocabulary, totals)] as const);
  const places = placeProse(lines);
  const of = (read: (line: Line) => number): number[] => prose.map((i) => read(lines[i] as Line));
  return {
    lines,
    windows,
    vocabulary,
    prose,
    headlines,
    images: lines.filter((line) => line.shape === 'I').length,
    medianProse: median(of((line) => line.size)),
    medianCohesion: median(prose.map((i) => cohesion[i] ?? 0)),
    cohesion,
    likenessToNext: mean(neighbours),
    glued: of((line) => line.glued).reduce((sum, value) => sum + Math.min(1, value), 0),
    ended: mean(of((line) => (line.ended ? 1 : 0))),
    straight: of((line) => line.straightQuotes).reduce((sum, value) => sum + value, 0),
    curly: of((line) => line.curlyQuotes).reduce((sum, value) => sum + value, 0),
    meanHeadline: mean(headlines.map((i) => lines[i]?.size ?? 0)),
    gapMedian: median(lines.slice(1).map((line) => line.gap)),
    totalSize,
    shapes: Object.fromEntries(facts) as Record<TeaserShape, ShapeFacts>,
    ...places,
  };
}
