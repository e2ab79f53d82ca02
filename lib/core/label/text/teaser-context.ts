import { likeness, sharedWords } from './cohesion.ts';
import { CORE_BELOW, type FirstVerdict, LIKELY, type ShapeScores } from './teaser-verdict.ts';
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
  'coreCohesionGap',
  'removedCohesion',
  'coreAcross',
  'coreContinuity',
  'documentBest',
  'documentLikely',
  'headlineFirst',
  'textFirst',
  'likelyShapes',
  'shapeGap',
  'shapeMeanGap',
] as const;

function overlapBest(verdict: FirstVerdict, window: TeaserWindow, own: number): number {
  let best = 0;
  for (let i = window.start; i < window.end; i++) {
    const score = verdict.lineScores[i] ?? 0;
    if (score !== own) best = Math.max(best, score);
  }
  return best;
}

const NO_SCORES: ShapeScores = { list: new Float64Array(0), sum: 0, top: 0, likely: 0 };

/** What the other windows of the same shape got. */
function shapeContext(verdict: FirstVerdict, window: TeaserWindow, own: number): readonly number[] {
  const { list, sum: all, top, likely } = verdict.shapeScores.get(window.shape) ?? NO_SCORES;
  const others = list.length - 1;
  const sum = all - own;
  const best = list[0] === own ? (list[1] ?? 0) : (list[0] ?? 0);
  const mean = others > 0 ? sum / others : -1;
  return [
    best,
    mean,
    others > 0 ? (top - (own >= (list[3] ?? 0) ? own : 0)) / Math.min(3, others) : -1,
    likely - (own > LIKELY ? 1 : 0),
    own - best,
    own - mean,
  ];
}

/** What the window has in common with the lines that are taken for the article, and for teasers. */
function coreContext(verdict: FirstVerdict, window: TeaserWindow): readonly number[] {
  const { vocabulary } = verdict.document;
  const center = window.text >= 0 ? window.text : window.headline;
  const centerScore = verdict.lineScores[center] ?? 0;
  const previous = verdict.previousCore[window.start] ?? -1;
  const next = verdict.nextCore[window.end] ?? -1;
  const like = (a: number, b: number): number => (a < 0 || b < 0 ? -1 : likeness(vocabulary, a, b));
  const across = like(previous, next);
  const shared = sharedWords(vocabulary, center, verdict.core, centerScore < CORE_BELOW ? 1 : 0);
  return [
    shared,
    shared - verdict.medianCore,
    sharedWords(vocabulary, center, verdict.removed, centerScore > 1 - CORE_BELOW ? 1 : 0),
    across,
    across < 0 ? -1 : across - Math.max(like(previous, center), like(center, next)),
  ];
}

/** The features of the second pass for window number `w`, in the order of `CONTEXT_FEATURES`. */
export function contextFeatures(verdict: FirstVerdict, w: number): readonly number[] {
  const window = verdict.document.windows[w] as TeaserWindow;
  const own = verdict.scores[w] ?? 0;
  const [best = 0, mean = 0, top = 0, likely = 0, bestGap = 0, meanGap = 0] = shapeContext(verdict, window, own);
  const [shared = 0, sharedGap = 0, removed = 0, across = 0, continuity = 0] = coreContext(verdict, window);
  return [
    own,
    best,
    mean,
    top,
    likely,
    verdict.coveredShare,
    overlapBest(verdict, window, own),
    verdict.endingAt[window.start] ?? 0,
    verdict.startingAt[window.end] ?? 0,
    verdict.bestShape === window.shape ? 1 : 0,
    shared,
    sharedGap,
    removed,
    across,
    continuity,
    verdict.best,
    verdict.likelyLines,
    window.headline < 0 ? -1 : (verdict.aloneScores[window.headline] ?? 0),
    window.text < 0 ? -1 : (verdict.aloneScores[window.text] ?? 0),
    verdict.likelyShapes,
    bestGap,
    meanGap,
  ];
}
