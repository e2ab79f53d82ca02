import type { Block, Removal } from '../../document.ts';
import type { Thoroughness } from '../../source.ts';
import { evaluateTrees, type Trees } from '../model/trees.ts';
import { weighTerms } from './cohesion.ts';
import { type Draft, NOTHING, openBlocks, type Proposal, sumWords } from './draft.ts';
import { contextFeatures } from './teaser-context.ts';
import { measureDocument, type TeaserDocument } from './teaser-document.ts';
import { FIRST_FEATURES, firstLine, measureWindows } from './teaser-features.ts';
import { cardLines } from './teaser-lines.ts';
import { readTeaserModel, TEASER_FEATURES, type TeaserModel } from './teaser-model.ts';
import { TEASER_NOTE_RULE } from './teaser-rules.ts';
import { gatherVerdict, LIKELY } from './teaser-verdict.ts';
import { TEASER_WEIGHTS } from './teaser-weights.ts';
import type { TeaserShape, TeaserWindow } from './teaser-windows.ts';
import { renumberTerms } from './terms.ts';

let trained: TeaserModel | null = null;

/** The trained model; read at first use, so that a model for other features can be replaced by training. */
function trainedModel(): TeaserModel {
  trained ??= readTeaserModel(TEASER_WEIGHTS);
  return trained;
}

/**
 * Probability from which a window of several lines falls, by shape. On sites held back from both models 926 documents with cards keep
 * 99.5 % of their words; of what is none of the article in those with pictures 86 % falls, with headline and text 71 %. Swept by .5 of
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

/** Probability from which a headline or a text falls that is the only line of its window. */
interface LoneThresholds {
  /** In a document where windows of several lines fall: its teasers are built like these, so other lines need more. */
  readonly besideCards: number;
  /** Where at least two of the shape are likely, and where one is. */
  readonly repeated: number;
  readonly once: number;
}

/**
 * On two halves of the sites .5 of the log odds lower than .94, .9 and .96 was for headlines 7 and 10 points more of what falls, at .02
 * and .01 % of documents without cards lost; half of it was taken, since crossheads of own cases fell at the whole. For texts it was 5 and 7
 * points at .03 and .01 %, and .07 % lost where cards are: less than half of it was taken.
 */
const LONE_THRESHOLDS: Readonly<Record<string, LoneThresholds>> = {
  H: { besideCards: 0.925, repeated: 0.875, once: 0.95 },
  X: { besideCards: 0.83, repeated: 0.77, once: 0.88 },
};

/** Log odds by which every threshold is lower. A step of .5 moves 3 points of what falls of cards with pictures, 9 of headlines. */
const BOLDNESS: Readonly<Record<Thoroughness, number>> = { careful: -1, normal: 0, thorough: 0.5 };

/** First-pass probability below which the second pass is not asked: nothing it lifts from there reaches a threshold. */
export const DISCARDED_BELOW = 0.03;
/** Words from which a line with few links is never removed on shape alone. */
const MAX_TEASER_WORDS = 150;
const FEW_LINKS = 0.3;
/** Share of the words that must survive, or the stage is taken to have misread the document. */
const MIN_SURVIVORS = 0.45;

/**
 * Probability of every window of a document that it is a card of another story. What the first pass does not discard is judged
 * again: windows of several lines by a pass that knows what the first found in the document; a headline or a text alone, whose
 * like in the document says little, by forests of their own.
 */
function scoreWindows(document: TeaserDocument, model: TeaserModel): Float64Array {
  const width = TEASER_FEATURES.length;
  const { windows } = document;
  const matrix = measureWindows(document, width);
  const scores = evaluateTrees(model.first, matrix, width);
  const likely = (is: (shape: TeaserShape) => boolean): readonly number[] =>
    windows.flatMap(({ shape }, w) => (is(shape) && (scores[w] ?? 0) >= DISCARDED_BELOW ? [w] : []));
  const result = scores.slice();
  const judge = (trees: Trees, chosen: readonly number[], context: (w: number) => readonly number[]): void => {
    const rows = new Float32Array(chosen.length * width);
    chosen.forEach((w, row) => {
      rows.set(matrix.subarray(w * width, (w + 1) * width), row * width);
      rows.set(context(w), row * width + FIRST_FEATURES.length);
    });
    const judged = evaluateTrees(trees, rows, width);
    chosen.forEach((w, row) => {
      result[w] = judged[row] ?? 0;
    });
  };
  judge(
    model.headline,
    likely((shape) => shape === 'H'),
    noContext,
  );
  judge(
    model.text,
    likely((shape) => shape === 'X'),
    noContext,
  );
  const several = likely((shape) => shape.length > 1);
  if (several.length === 0) return result;
  const verdict = gatherVerdict(document, scores);
  judge(model.second, several, (w) => contextFeatures(verdict, w));
  return result;
}

function noContext(): readonly number[] {
  return [];
}

/** A window that falls. */
interface Fallen {
  readonly window: TeaserWindow;
  readonly probability: number;
}

/** Labels cards of other stories between the paragraphs: headline, some lines of text, a picture, in any order. */
export function labelTeasers(draft: Draft, model = trainedModel(), thoroughness: Thoroughness = 'normal'): Proposal {
  const cards = cardLines(draft);
  if (!cards.some(({ shape }) => shape === 'X')) return NOTHING;
  const lines = cards.map(({ line }) => line.at);
  const document = measureDocument(cards, weighTerms(renumberTerms(draft.terms(), lines)));
  const found = new Map<number, Removal>();
  for (const { window, probability } of chooseWindows(
    document,
    scoreWindows(document, model),
    BOLDNESS[thoroughness],
  )) {
    const members = cards.slice(window.start, window.end);
    if (members.some(({ line }) => isProtected(draft.blocks[line.at]))) continue;
    const confidence = Math.round(probability * 1000) / 1000;
    const removal: Removal = { class: 'teaser', rule: `teaser-${window.shape.toLowerCase()}`, confidence };
    members.forEach(({ line, shape, notes }, i) => {
      if (i > 0 || window.shape.includes('HX'))
        for (const at of notes) if (!found.has(at)) found.set(at, { ...removal, rule: TEASER_NOTE_RULE });
      if (shape !== 'I' && !found.has(line.at)) found.set(line.at, removal);
    });
  }
  const open = openBlocks(draft);
  const survivors = open.filter((i) => !found.has(i));
  return sumWords(draft, survivors) < MIN_SURVIVORS * sumWords(draft, open) ? NOTHING : found;
}

/** The windows that fall, the longest shapes first; a picture belongs to one card only. */
function chooseWindows(document: TeaserDocument, scores: Float64Array, boldness: number): readonly Fallen[] {
  const open = document.windows
    .map((window, w) => ({ window, probability: scores[w] ?? 0 }))
    .filter(({ window, probability }) => probability >= LIKELY && !isSpared(document, window));
  const thresholds = lowestThresholds(open);
  const ownerOf = new Map<number, number>();
  return open
    .filter(({ window, probability }) => probability >= lower(thresholds[window.shape] ?? 1, boldness))
    .sort((a, b) => b.window.shape.length - a.window.shape.length || b.probability - a.probability)
    .filter(({ window }) => {
      const picture = window.start + window.shape.indexOf('I');
      if (picture < window.start) return true;
      const owner = picture === window.start ? window.start + 1 : window.start;
      if ((ownerOf.get(picture) ?? owner) !== owner) return false;
      ownerOf.set(picture, owner);
      return true;
    });
}

/** A probability lowered by `boldness` on the scale of log odds. */
function lower(probability: number, boldness: number): number {
  return boldness === 0 ? probability : 1 / (1 + (Math.exp(boldness) * (1 - probability)) / probability);
}

/** The threshold of every shape in a document with these likely windows. */
function lowestThresholds(open: readonly Fallen[]): Readonly<Record<string, number>> {
  const cards = open.some(({ window, probability }) => probability >= (CARD_THRESHOLDS[window.shape] ?? 1));
  const lone = Object.entries(LONE_THRESHOLDS).map(([shape, { besideCards, repeated, once }]) => {
    const count = open.filter(({ window }) => window.shape === shape).length;
    return [shape, cards ? besideCards : count > 1 ? repeated : once] as const;
  });
  return { ...CARD_THRESHOLDS, ...Object.fromEntries(lone) };
}

/** Cards carry no marks: a headline with a number, a time of day, a bullet or a mark of Markdown is the article's own. */
const OWN_HEAD = /^(?:\d{1,2}[.:h]\d{2}\b|#{1,6}\s|[-*•·▪►»]\s|\(?\d{1,3}[.):]\s|\*\*)/;

/** Windows that no probability makes fall: the headline that the document begins with, and marked heads. */
function isSpared(document: TeaserDocument, window: TeaserWindow): boolean {
  const head = document.cards[window.headline];
  if (head === undefined) return window.shape === 'X' && window.text === document.lead;
  return window.headline === firstLine(document.cards) || OWN_HEAD.test(head.line.text);
}

/** Long paragraphs, and items of numbered lists: their number is no part of their text. */
function isProtected(block: Block | undefined): boolean {
  if (block?.kind === 'list-item' && block.ordered === true) return true;
  return block !== undefined && block.words >= MAX_TEASER_WORDS && block.linkDensity < FEW_LINKS;
}
