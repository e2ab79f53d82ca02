import type { Block, Removal } from '../../document.ts';
import type { Thoroughness } from '../../source.ts';
import { evaluateTrees } from '../model/trees.ts';
import { renumberTerms } from './chosen-terms.ts';
import { weighTerms } from './cohesion.ts';
import { type Draft, NOTHING, openBlocks, type Proposal, sumWords } from './draft.ts';
import { findForeignLinks } from './foreign-links.ts';
import { indicesOf } from './indices.ts';
import { isPageDump } from './page-dump.ts';
import { isSpared } from './spared-windows.ts';
import { contextFeatures } from './teaser-context.ts';
import { measureDocument, type TeaserDocument } from './teaser-document.ts';
import { FIRST_FEATURES, measureWindows } from './teaser-features.ts';
import { type CardLine, cardLines } from './teaser-lines.ts';
import { readTeaserModel, TEASER_FEATURES, type TeaserModel } from './teaser-model.ts';
import { TEASER_NOTE_RULE } from './teaser-rules.ts';
import { BOLDNESS, type Fallen, lower, lowestThresholds } from './teaser-thresholds.ts';
import { gatherVerdict, LIKELY } from './teaser-verdict.ts';
import { TEASER_WEIGHTS } from './teaser-weights.ts';
import type { TeaserShape } from './teaser-windows.ts';
import { write } from './write.ts';

let trained: TeaserModel | null = null;

/** The trained model; read at first use, so that a model for other features can be replaced by training. */
function trainedModel(): TeaserModel {
  trained ??= readTeaserModel(TEASER_WEIGHTS);
  return trained;
}

/** First-pass probability below which the second pass is not asked: nothing it lifts from there reaches a threshold. */
export const DISCARDED_BELOW = 0.03;
/** Words from which a line with few links is never removed on shape alone. */
const MAX_TEASER_WORDS = 150;
const FEW_LINKS = 0.3;
/** Share of the words that must survive, or the stage is taken to have misread the document. */
const MIN_SURVIVORS = 0.45;

/**
 * Probability of every window of a document that it is a card of another story. What the first pass does not discard is judged
 * again: windows of several lines by a pass that knows what the first found in the document; a headline alone, whose like in the
 * document says little, by a forest of its own; a text alone by both ways.
 */
function scoreWindows(document: TeaserDocument, model: TeaserModel): Float64Array {
  const width = TEASER_FEATURES.length;
  const { windows } = document;
  const matrix = measureWindows(document, width);
  const scores = evaluateTrees(model.first, matrix, width);
  const likely = (is: (shape: TeaserShape) => boolean): readonly number[] =>
    indicesOf(windows, ({ shape }, w) => is(shape) && (scores[w] ?? 0) >= DISCARDED_BELOW);
  const result = scores.slice();
  const copyRows = (chosen: readonly number[]): Float32Array => {
    const rows = new Float32Array(chosen.length * width);
    chosen.forEach((w, row) => {
      rows.set(matrix.subarray(w * width, (w + 1) * width), row * width);
    });
    return rows;
  };
  const settle = (chosen: readonly number[], judged: Float64Array): void => {
    chosen.forEach((w, row) => {
      result[w] = judged[row] ?? 0;
    });
  };
  const headlines = likely((shape) => shape === 'H');
  if (headlines.length > 0) settle(headlines, evaluateTrees(model.headline, copyRows(headlines), width));
  const texts = likely((shape) => shape === 'X');
  const several = likely((shape) => shape.length > 1);
  if (texts.length + several.length === 0) return result;
  const verdict = gatherVerdict(document, scores);
  const rowsInContext = (chosen: readonly number[]): Float32Array => {
    const rows = copyRows(chosen);
    chosen.forEach((w, row) => {
      write(contextFeatures(verdict, w), rows, row * width + FIRST_FEATURES.length);
    });
    return rows;
  };
  const textRows = rowsInContext(texts);
  const again = evaluateTrees(model.textAgain, textRows, width);
  const once = evaluateTrees(model.text, textRows, width);
  settle(
    texts,
    once.map((probability, row) => meanOdds(probability, again[row] ?? 0)),
  );
  settle(several, evaluateTrees(model.second, rowsInContext(several), width));
  return result;
}

/** The probability whose log odds are the mean of those of two. */
function meanOdds(one: number, other: number): number {
  const yes = Math.sqrt(one * other);
  const no = Math.sqrt((1 - one) * (1 - other));
  return yes + no > 0 ? yes / (yes + no) : 0.5;
}

/** Labels cards of other stories between the paragraphs: headline, some lines of text, a picture, in any order. */
export function labelTeasers(draft: Draft, model = trainedModel(), thoroughness: Thoroughness = 'normal'): Proposal {
  const cards = cardLines(draft);
  if (!cards.some(({ shape }) => shape === 'X')) return NOTHING;
  const lines = cards.map(({ line }) => line.at);
  const document = measureDocument(cards, weighTerms(renumberTerms(draft.terms(), lines)));
  const scores = scoreWindows(document, model);
  const isPage = isPageDump(draft);
  const foreign = findForeignLinks(draft.blocks);
  document.windows.forEach(({ headline }, w) => {
    if (foreign.has(cards[headline]?.line.at ?? -1)) scores[w] = 0;
  });
  // With too little left the document was misread, or too boldly: then only what is surest of all falls.
  for (const level of new Set<Thoroughness>([thoroughness, 'careful'])) {
    const found = proposeCards(draft, cards, chooseWindows(document, scores, BOLDNESS[level], isPage));
    if (found.size === 0 || leavesEnough(draft, found)) return found;
  }
  return NOTHING;
}

/** Removals of the lines of the windows that fall, with what annotates them. */
function proposeCards(draft: Draft, cards: readonly CardLine[], windows: readonly Fallen[]): Proposal {
  const found = new Map<number, Removal>();
  for (const { window, probability } of windows) {
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
  return found;
}

/** Whether enough of what is open survives a proposal. */
function leavesEnough(draft: Draft, found: Proposal): boolean {
  const open = openBlocks(draft);
  const survivors = open.filter((i) => !found.has(i));
  return sumWords(draft, survivors) >= MIN_SURVIVORS * sumWords(draft, open);
}

/** The windows that fall, the longest shapes first; a picture belongs to one card only. */
function chooseWindows(
  document: TeaserDocument,
  scores: Float64Array,
  boldness: number,
  isPage: boolean,
): readonly Fallen[] {
  const open: Fallen[] = [];
  document.windows.forEach((window, w) => {
    const probability = scores[w] ?? 0;
    if (probability >= LIKELY && !isSpared(document, window, probability, isPage)) open.push({ window, probability });
  });
  if (open.length === 0) return open;
  const thresholds = lowestThresholds(open, isPlain(document));
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

/** Whether a document is nothing but prose under its headline. */
function isPlain({ facts, headlines, title }: TeaserDocument): boolean {
  return facts.images === 0 && headlines.every((line) => line === title);
}

/** Long paragraphs, and items of numbered lists: their number is no part of their text. */
function isProtected(block: Block | undefined): boolean {
  if (block?.kind === 'list-item' && block.ordered === true) return true;
  return block !== undefined && block.words >= MAX_TEASER_WORDS && block.linkDensity < FEW_LINKS;
}
