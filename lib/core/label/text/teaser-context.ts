import { countLines, likeness, sharedWords } from './cohesion.ts';
import type { TeaserDocument } from './teaser-document.ts';
import type { TeaserWindow } from './teaser-windows.ts';

/** Names of the features that the second pass adds, in order: what the first pass found in the same document. */
export const CONTEXT_FEATURES = [
  'first',
  'shapeBest',
  'shapeMean',
  'shapeTop',
  'shapeLikely',
  'coveredShare',
  'overlapBest',
  'adjacentBefore',
  'adjacentAfter',
  'shapeWins',
  'coreCohesion',
  'removedCohesion',
  'coreAcross',
  'coreContinuity',
] as const;

/** What the first pass says about one document. */
export interface FirstVerdict {
  readonly document: TeaserDocument;
  /** Probability of each window, in the order of `document.windows`. */
  readonly scores: readonly number[];
  /** Highest probability of the windows that hold a line. */
  readonly lineScores: Float64Array;
  readonly shapeScores: ReadonlyMap<string, readonly number[]>;
  readonly coveredSize: number;
  readonly core: Int32Array;
  readonly removed: Int32Array;
  readonly previousCore: Int32Array;
  readonly nextCore: Int32Array;
  /** Highest probability of the windows that end before, or start at, a line. */
  readonly endingAt: Float64Array;
  readonly startingAt: Float64Array;
  readonly bestShape: string;
}

/** Lines below this probability are taken for the article when cohesion is measured, lines above its complement not. */
const CORE_BELOW = 0.3;

/** Gathers the first pass over a document for the second one. */
export function gatherVerdict(document: TeaserDocument, scores: readonly number[]): FirstVerdict {
  const { lines, windows } = document;
  const lineScores = new Float64Array(lines.length);
  const endingAt = new Float64Array(lines.length + 1);
  const startingAt = new Float64Array(lines.length + 1);
  const shapeScores = new Map<string, number[]>();
  windows.forEach((window, w) => {
    const score = scores[w] ?? 0;
    for (let i = window.start; i < window.end; i++) lineScores[i] = Math.max(lineScores[i] ?? 0, score);
    endingAt[window.end] = Math.max(endingAt[window.end] ?? 0, score);
    startingAt[window.start] = Math.max(startingAt[window.start] ?? 0, score);
    const list = shapeScores.get(window.shape);
    if (list) list.push(score);
    else shapeScores.set(window.shape, [score]);
  });
  for (const list of shapeScores.values()) list.sort((a, b) => b - a);
  const previousCore = new Int32Array(lines.length + 1).fill(-1);
  const nextCore = new Int32Array(lines.length + 1).fill(-1);
  const isCore = (i: number): boolean => lines[i]?.shape === 'X' && (lineScores[i] ?? 0) < 0.5;
  for (let i = 1; i <= lines.length; i++) previousCore[i] = isCore(i - 1) ? i - 1 : (previousCore[i - 1] ?? -1);
  for (let i = lines.length - 1; i >= 0; i--) nextCore[i] = isCore(i) ? i : (nextCore[i + 1] ?? -1);
  let bestShape = '';
  let bestSum = 0;
  for (const [shape, list] of shapeScores) {
    const sum = list.reduce((total, score) => total + (score > 0.5 ? score * shape.length : 0), 0);
    if (sum > bestSum) {
      bestSum = sum;
      bestShape = shape;
    }
  }
  return {
    document,
    scores,
    lineScores,
    shapeScores,
    coveredSize: lines.reduce((sum, line, i) => sum + ((lineScores[i] ?? 0) > 0.5 ? line.size : 0), 0),
    core: countLines(document.vocabulary, (i) => (lineScores[i] ?? 0) < CORE_BELOW),
    removed: countLines(document.vocabulary, (i) => (lineScores[i] ?? 0) > 1 - CORE_BELOW),
    previousCore,
    nextCore,
    endingAt,
    startingAt,
    bestShape,
  };
}

function overlapBest(verdict: FirstVerdict, window: TeaserWindow, own: number): number {
  let best = 0;
  for (let i = window.start; i < window.end; i++) {
    const score = verdict.lineScores[i] ?? 0;
    if (score !== own) best = Math.max(best, score);
  }
  return best;
}

/** The features of the second pass for window number `w`, in the order of `CONTEXT_FEATURES`. */
export function contextFeatures(verdict: FirstVerdict, w: number): number[] {
  const { document } = verdict;
  const window = document.windows[w] as TeaserWindow;
  const own = verdict.scores[w] ?? 0;
  const list = verdict.shapeScores.get(window.shape) ?? [];
  const others = list.length - 1;
  const sum = list.reduce((total, score) => total + score, 0) - own;
  const top = list.slice(0, 4).reduce((total, score) => total + score, 0);
  const best = list[0] === own ? (list[1] ?? 0) : (list[0] ?? 0);
  const center = window.text >= 0 ? window.text : window.headline;
  const centerScore = verdict.lineScores[center] ?? 0;
  const previous = verdict.previousCore[window.start] ?? -1;
  const next = verdict.nextCore[window.end] ?? -1;
  const { vocabulary } = document;
  const across = previous < 0 || next < 0 ? -1 : likeness(vocabulary, previous, next);
  const before = previous < 0 ? -1 : likeness(vocabulary, previous, center);
  const after = next < 0 ? -1 : likeness(vocabulary, center, next);
  return [
    own,
    best,
    others > 0 ? sum / others : -1,
    others > 0 ? (top - (own >= (list[3] ?? 0) ? own : 0)) / Math.min(3, others) : -1,
    list.filter((score) => score > 0.5).length - (own > 0.5 ? 1 : 0),
    document.totalSize > 0 ? verdict.coveredSize / document.totalSize : 0,
    overlapBest(verdict, window, own),
    verdict.endingAt[window.start] ?? 0,
    verdict.startingAt[window.end] ?? 0,
    verdict.bestShape === window.shape ? 1 : 0,
    sharedWords(vocabulary, center, verdict.core, centerScore < CORE_BELOW ? [center] : []),
    sharedWords(vocabulary, center, verdict.removed, centerScore > 1 - CORE_BELOW ? [center] : []),
    across,
    across < 0 ? -1 : across - Math.max(before, after),
  ];
}
