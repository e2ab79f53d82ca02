import type { Thoroughness } from '../../source.ts';
import type { TeaserWindow } from './teaser-windows.ts';

/** A window that falls. */
export interface Fallen {
  readonly window: TeaserWindow;
  readonly probability: number;
}

/**
 * Probability from which a window of several lines falls, by shape. On sites held back from both models 926 documents with cards keep
 * 99.4 % of their words; of what is none of the article in those with pictures 86 % falls, with headline and text 73 %. Swept by .5 of
 * the log odds on two halves of the sites: HX lower 4 points more falls at .03 % of documents without cards lost, higher 1 point less.
 */
const CARD_THRESHOLDS: Readonly<Record<string, number>> = {
  HXI: 0.7,
  IHX: 0.73,
  HIX: 0.75,
  HX: 0.8,
  HI: 0.8,
  IH: 0.85,
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

/** Log odds by which every threshold is lower. A step of .5 moves 3 points of what falls of cards with pictures, 9 of headlines. */
export const BOLDNESS: Readonly<Record<Thoroughness, number>> = { careful: -1, normal: 0, thorough: 0.5 };

/** A probability lowered by `boldness` on the scale of log odds. */
export function lower(probability: number, boldness: number): number {
  return boldness === 0 ? probability : 1 / (1 + (Math.exp(boldness) * (1 - probability)) / probability);
}

/** The threshold of every shape in a document with these likely windows; `isPlain` where all but its headline is prose. */
export function lowestThresholds(open: readonly Fallen[], isPlain: boolean): Readonly<Record<string, number>> {
  const cards = open.some(({ window, probability }) => probability >= (CARD_THRESHOLDS[window.shape] ?? 1));
  const lone = Object.entries(LONE_THRESHOLDS).map(([shape, { besideCards, repeated, once, plain }]) => {
    const count = open.filter(({ window }) => window.shape === shape).length;
    const alone = isPlain ? plain : count > 1 ? repeated : once;
    return [shape, cards ? besideCards : alone] as const;
  });
  const pictured = open.some(
    ({ window, probability }) => window.shape.length === 3 && probability >= (CARD_THRESHOLDS[window.shape] ?? 1),
  );
  const pair = pictured ? { HX: HX_BESIDE_PICTURES } : {};
  return { ...CARD_THRESHOLDS, ...pair, ...Object.fromEntries(lone) };
}
