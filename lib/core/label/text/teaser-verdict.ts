import { share } from '../model/feature.ts';
import { countLines, sharedWords } from './cohesion.ts';
import { median } from './median.ts';
import type { TeaserDocument } from './teaser-document.ts';

/** What the windows of one shape got. */
export interface ShapeScores {
  /** Probabilities, the highest first. */
  readonly list: Float64Array;
  readonly sum: number;
  /** Sum of the four highest. */
  readonly top: number;
  /** How many are likely. */
  readonly likely: number;
}

/** What the first pass says about one document. */
export interface FirstVerdict {
  readonly document: TeaserDocument;
  /** Probability of each window, in the order of `document.windows`. */
  readonly scores: ArrayLike<number>;
  /** Highest probability of the windows that hold a line. */
  readonly lineScores: Float64Array;
  /** Probability of the window that is this line alone. */
  readonly aloneScores: Float64Array;
  readonly shapeScores: ReadonlyMap<string, ShapeScores>;
  readonly coveredShare: number;
  /** Lines per term of what the first pass takes for the article, and for teasers. */
  readonly core: Int32Array;
  readonly removed: Int32Array;
  readonly medianCore: number;
  readonly previousCore: Int32Array;
  readonly nextCore: Int32Array;
  /** Highest probability of the windows that end before, or start at, a line. */
  readonly endingAt: Float64Array;
  readonly startingAt: Float64Array;
  readonly bestShape: string;
  readonly best: number;
  readonly likelyLines: number;
  readonly likelyShapes: number;
}

/** Lines below this probability are taken for the article when cohesion is measured, lines above its complement not. */
export const CORE_BELOW = 0.3;
/** Probability from which a window counts as likely. */
export const LIKELY = 0.5;

type Scores = Pick<FirstVerdict, 'lineScores' | 'aloneScores' | 'shapeScores' | 'endingAt' | 'startingAt'>;

function spreadScores(document: TeaserDocument, scores: ArrayLike<number>): Scores {
  const { cards, windows } = document;
  const lineScores = new Float64Array(cards.length);
  const aloneScores = new Float64Array(cards.length);
  const endingAt = new Float64Array(cards.length + 1);
  const startingAt = new Float64Array(cards.length + 1);
  const shapeScores = new Map<string, number[]>();
  windows.forEach(({ start, end, shape }, w) => {
    const score = scores[w] ?? 0;
    for (let i = start; i < end; i++) lineScores[i] = Math.max(lineScores[i] ?? 0, score);
    if (end === start + 1) aloneScores[start] = score;
    endingAt[end] = Math.max(endingAt[end] ?? 0, score);
    startingAt[start] = Math.max(startingAt[start] ?? 0, score);
    const list = shapeScores.get(shape);
    if (list) list.push(score);
    else shapeScores.set(shape, [score]);
  });
  const summed = new Map([...shapeScores].map(([shape, list]) => [shape, sumScores(list)] as const));
  return { lineScores, aloneScores, shapeScores: summed, endingAt, startingAt };
}

function sumScores(scores: readonly number[]): ShapeScores {
  const list = new Float64Array(scores).sort().reverse();
  const add = (total: number, score: number): number => total + score;
  const likely = list.findIndex((score) => !(score > LIKELY));
  return {
    list,
    sum: list.reduce(add, 0),
    top: list.subarray(0, 4).reduce(add, 0),
    likely: likely < 0 ? list.length : likely,
  };
}

/** The lines of prose next to each line that the first pass takes for the article. */
function placeCore(
  { cards }: TeaserDocument,
  lineScores: Float64Array,
): Pick<FirstVerdict, 'previousCore' | 'nextCore'> {
  const previousCore = new Int32Array(cards.length + 1).fill(-1);
  const nextCore = new Int32Array(cards.length + 1).fill(-1);
  const isCore = (i: number): boolean => cards[i]?.shape === 'X' && (lineScores[i] ?? 0) < LIKELY;
  for (let i = 1; i <= cards.length; i++) previousCore[i] = isCore(i - 1) ? i - 1 : (previousCore[i - 1] ?? -1);
  for (let i = cards.length - 1; i >= 0; i--) nextCore[i] = isCore(i) ? i : (nextCore[i + 1] ?? -1);
  return { previousCore, nextCore };
}

/** The shape whose likely windows cover most, and how many shapes have likely windows at all. */
function winningShape(shapeScores: Scores['shapeScores']): Pick<FirstVerdict, 'bestShape' | 'best' | 'likelyShapes'> {
  let bestShape = '';
  let bestSum = 0;
  let best = 0;
  let likelyShapes = 0;
  for (const [shape, { list }] of shapeScores) {
    const sum = list.reduce((total, score) => total + (score > LIKELY ? score * shape.length : 0), 0);
    best = Math.max(best, list[0] ?? 0);
    if (sum > 0) likelyShapes++;
    if (sum > bestSum) {
      bestSum = sum;
      bestShape = shape;
    }
  }
  return { bestShape, best, likelyShapes };
}

/** Gathers the first pass over a document for the second one. */
export function gatherVerdict(document: TeaserDocument, scores: ArrayLike<number>): FirstVerdict {
  const { cards, vocabulary, facts } = document;
  const spread = spreadScores(document, scores);
  const { lineScores } = spread;
  const { previousCore, nextCore } = placeCore(document, lineScores);
  const { bestShape, best, likelyShapes } = winningShape(spread.shapeScores);
  const core = countLines(vocabulary, (i) => (lineScores[i] ?? 0) < CORE_BELOW);
  const coreProse = document.prose.filter((i) => (lineScores[i] ?? 0) < CORE_BELOW);
  let covered = 0;
  let likelyLines = 0;
  cards.forEach(({ line }, i) => {
    if ((lineScores[i] ?? 0) <= LIKELY) return;
    covered += line.size;
    likelyLines++;
  });
  return {
    document,
    scores,
    lineScores,
    aloneScores: spread.aloneScores,
    shapeScores: spread.shapeScores,
    coveredShare: share(covered, facts.totalSize),
    core,
    removed: countLines(vocabulary, (i) => (lineScores[i] ?? 0) > 1 - CORE_BELOW),
    medianCore: median(coreProse.map((i) => sharedWords(vocabulary, i, core, 1))),
    previousCore,
    nextCore,
    endingAt: spread.endingAt,
    startingAt: spread.startingAt,
    bestShape,
    best,
    likelyLines,
    likelyShapes,
  };
}
