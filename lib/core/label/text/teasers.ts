import type { Block, Removal } from '../../document.ts';
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
 * Probability from which a window of several lines falls, by shape. On sites that neither this stage nor the line model behind it
 * has seen, 926 documents with cards keep 99.3 % of their words; of what is none of the article in those with pictures 85 % falls,
 * with headline and text 75 %.
 */
const CARD_THRESHOLDS: Readonly<Record<string, number>> = {
  HXI: 0.7,
  IHX: 0.8,
  HIX: 0.75,
  HX: 0.8,
  HI: 0.85,
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
 * With both models held back 69 % of what is none of the article falls in documents with bare headlines, and 34 % in those with bare
 * texts. Swept with folds that let renderings of a page be seen: .04 higher for headlines and .05 for texts 6 and 5 points less; .05
 * lower for texts 3 more, and .08 points more of the article lost there.
 */
const LONE_THRESHOLDS: Readonly<Record<string, LoneThresholds>> = {
  H: { besideCards: 0.94, repeated: 0.9, once: 0.96 },
  X: { besideCards: 0.85, repeated: 0.8, once: 0.9 },
};

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
export function labelTeasers(draft: Draft, model: TeaserModel = trainedModel()): Proposal {
  const cards = cardLines(draft);
  if (!cards.some(({ shape }) => shape === 'X')) return NOTHING;
  const lines = cards.map(({ line }) => line.at);
  const document = measureDocument(cards, weighTerms(renumberTerms(draft.terms(), lines)));
  const found = new Map<number, Removal>();
  for (const { window, probability } of chooseWindows(document, scoreWindows(document, model))) {
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
function chooseWindows(document: TeaserDocument, scores: Float64Array): readonly Fallen[] {
  const open = document.windows
    .map((window, w) => ({ window, probability: scores[w] ?? 0 }))
    .filter(({ window, probability }) => probability >= LIKELY && !isSpared(document, window));
  const thresholds = lowestThresholds(open);
  const ownerOf = new Map<number, number>();
  return open
    .filter(({ window, probability }) => probability >= (thresholds[window.shape] ?? 1))
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
