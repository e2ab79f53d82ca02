import type { Block, Removal } from '../../document.ts';
import { type Draft, NOTHING, openBlocks, type Proposal, sumWords } from './draft.ts';
import type { Line } from './lines.ts';
import { contextFeatures, gatherVerdict } from './teaser-context.ts';
import { firstFeatures, measureDocument, type TeaserDocument } from './teaser-features.ts';
import { FIRST_PASS, SECOND_PASS } from './teaser-weights.ts';
import type { TeaserWindow } from './teaser-windows.ts';
import { probability, type TreeModel } from './tree-model.ts';

/**
 * Probability from which a window falls. Out of fold by site over 1,095 documents without inserts, article words kept:
 * 0.7 99.6, 0.8 99.8, 0.85 99.9, 0.9 99.9, 0.95 99.99 %; words of inserts removed: 75, 71, 69, 65, 59 %.
 */
const THRESHOLD = 0.85;
/** The same for windows without both headline and text, which carry over half of the errors. */
const BARE_THRESHOLD = 0.9;
/** Words from which a line with few links is never removed on shape alone. */
const MAX_TEASER_WORDS = 150;
const FEW_LINKS = 0.3;
/** Share of the words that must survive, or the stage is taken to have misread the document. */
const MIN_SURVIVORS = 1 / 3;

/** The two passes of the model. */
export interface TeaserModel {
  readonly first: TreeModel;
  readonly second: TreeModel;
}

/** A window and the probability that it is a card of another story. */
export interface ScoredWindow {
  readonly window: TeaserWindow;
  readonly probability: number;
}

/**
 * The lines that the stage looks at: blocks that are still open, and pictures. Neighbouring pictures count as one, and
 * separators as none.
 */
export function teaserLines(draft: Pick<Draft, 'blocks' | 'lines' | 'removals'>): readonly Line[] {
  const lines: Line[] = [];
  draft.lines.forEach((line, i) => {
    const picture = line.shape === 'I';
    if (!picture && draft.removals[i] !== null) return;
    if (draft.blocks[i]?.kind === 'separator' || (picture && lines.at(-1)?.shape === 'I')) return;
    lines.push(line);
  });
  return lines;
}

/** Scores every window of a document; the second pass knows what the first found in it. */
export function scoreWindows(document: TeaserDocument, model: TeaserModel): readonly ScoredWindow[] {
  const rows = document.windows.map((window) => firstFeatures(document, window));
  const verdict = gatherVerdict(
    document,
    rows.map((row) => probability(model.first, row)),
  );
  return rows.map((row, w) => ({
    window: document.windows[w] as TeaserWindow,
    probability: probability(model.second, [...row, ...contextFeatures(verdict, w)]),
  }));
}

/** Labels cards of other stories between the paragraphs: headline, some lines of text, a picture, in any order. */
export function labelTeasers(draft: Draft, model: TeaserModel = { first: FIRST_PASS, second: SECOND_PASS }): Proposal {
  const lines = teaserLines(draft);
  if (!lines.some((line) => line.shape === 'X')) return NOTHING;
  const document = measureDocument(lines);
  const found = new Map<number, Removal>();
  const scored = [...scoreWindows(document, model)].sort((a, b) => b.probability - a.probability);
  for (const { window, probability: confidence } of scored) {
    if (confidence < (window.shape.includes('HX') || window.shape === 'HIX' ? THRESHOLD : BARE_THRESHOLD)) continue;
    const members = lines.slice(window.start, window.end);
    if (members.some((line) => isProtected(draft.blocks[line.at]))) continue;
    const removal: Removal = {
      class: 'teaser',
      rule: `teaser-${window.shape.toLowerCase()}`,
      confidence: Math.round(confidence * 1000) / 1000,
    };
    for (const line of members) if (line.shape !== 'I' && !found.has(line.at)) found.set(line.at, removal);
  }
  const open = openBlocks(draft);
  const survivors = open.filter((i) => !found.has(i));
  return sumWords(draft, survivors) < MIN_SURVIVORS * sumWords(draft, open) ? NOTHING : found;
}

function isProtected(block: Block | undefined): boolean {
  return block !== undefined && block.words >= MAX_TEASER_WORDS && block.linkDensity < FEW_LINKS;
}
