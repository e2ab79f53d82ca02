import type { Thoroughness } from '../../source.ts';
import type { TeaserShape, TeaserWindow } from './teaser-windows.ts';

/** A window that falls. */
export interface Fallen {
  readonly window: TeaserWindow;
  readonly probability: number;
}

/** Probability from which a window of several lines falls: where no window of its shape is certain, and where one is. */
interface CardThresholds {
  readonly once: number;
  readonly repeated: number;
}

/**
 * By shape. A card seldom comes alone: of windows with a picture that are judged .4 to .7, 70 of 100 are cards where another of their shape
 * is certain, 43 where none is; of headlines with a picture behind them 13 and 55. At one value for both (.7 to .8) as much falls and as
 * much is lost, but of other cards. Headline and text: .5 of the log odds lower 4 points more falls at .03 % of documents without cards lost.
 */
const CARD_THRESHOLDS: Readonly<Record<string, CardThresholds>> = {
  HXI: { once: 0.78, repeated: 0.5 },
  IHX: { once: 0.78, repeated: 0.5 },
  HIX: { once: 0.78, repeated: 0.5 },
  HX: { once: 0.83, repeated: 0.83 },
  HI: { once: 0.8, repeated: 0.88 },
  IH: { once: 0.85, repeated: 0.85 },
};

/**
 * The same for headline and text in a document with cards that have pictures: its cards are built like those. At .8 documents with
 * pictures keep .1 % less, since sections of the article fall, and 1 point more goes.
 */
const HX_BESIDE_PICTURES = 0.92;

/** Probability from which a headline or a text falls that is the only line of its window. */
interface LoneThresholds {
  /** In a document where windows of several lines fall: its teasers are built like these, so other lines need more. */
  readonly besideCards: number;
  /** Where at least two of the shape are likely, and where one is. */
  readonly repeated: number;
  readonly once: number;
  /** In a document that is nothing but prose under its headline. */
  readonly plain: number;
}

/**
 * Headlines: on two halves of the sites .5 of the log odds lower than .94, .9 and .96 was 7 and 10 points more of what falls, at .02
 * and .01 % of documents without cards lost; half of it was taken, since crossheads of own cases fell at the whole. Texts: .02 to
 * .03 lower 1 point more falls, at .02 % lost. At .6 120 documents without cards that are nothing but prose lose .1 % (.03 at .8), and of the
 * texts of other stories in 71 such documents 26 in place of 16 % fall.
 */
const LONE_THRESHOLDS: Readonly<Record<string, LoneThresholds>> = {
  H: { besideCards: 0.925, repeated: 0.875, once: 0.95, plain: 0.95 },
  X: { besideCards: 0.82, repeated: 0.765, once: 0.87, plain: 0.6 },
};

/**
 * Log odds by which every threshold is lower. A step of .5 moves 3 points of what falls of cards with pictures, 9 of headlines. At 0 and -.25
 * 31 invented texts that no model has seen keep 98.6 and 99.1 % and lose 82.1 and 80.7 % of all else.
 */
export const BOLDNESS: Readonly<Record<Thoroughness, number>> = { careful: -1.2, normal: -0.15, thorough: 0.5 };

/** A probability lowered by `boldness` on the scale of log odds. */
export function lower(probability: number, boldness: number): number {
  return boldness === 0 ? probability : 1 / (1 + (Math.exp(boldness) * (1 - probability)) / probability);
}

/** Probability from which a window is certain to be a card, so that others of its shape are likely ones. */
const CERTAIN = 0.9;

/** The thresholds of windows of several lines in a document with these likely windows. */
function cardThresholds(open: readonly Fallen[]): Readonly<Record<string, number>> {
  const certain = new Set(open.flatMap(({ window, probability }) => (probability >= CERTAIN ? [window.shape] : [])));
  return Object.fromEntries(
    Object.entries(CARD_THRESHOLDS).map(([shape, { once, repeated }]) => [
      shape,
      certain.has(shape as TeaserShape) ? repeated : once,
    ]),
  );
}

/** The threshold of every shape in a document with these likely windows; `isPlain` where all but its headline is prose. */
export function lowestThresholds(open: readonly Fallen[], isPlain: boolean): Readonly<Record<string, number>> {
  const several = cardThresholds(open);
  const cards = open.some(({ window, probability }) => probability >= (several[window.shape] ?? 1));
  const lone = Object.entries(LONE_THRESHOLDS).map(([shape, { besideCards, repeated, once, plain }]) => {
    const count = open.filter(({ window }) => window.shape === shape).length;
    const alone = isPlain ? plain : count > 1 ? repeated : once;
    return [shape, cards ? besideCards : alone] as const;
  });
  const pictured = open.some(
    ({ window, probability }) => window.shape.length === 3 && probability >= (several[window.shape] ?? 1),
  );
  const pair = pictured ? { HX: HX_BESIDE_PICTURES } : {};
  return { ...several, ...pair, ...Object.fromEntries(lone) };
}
