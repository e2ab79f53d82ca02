import type { ArticleDocument, Block, Removal } from '../../document.ts';
import type { Line } from './lines.ts';
import { lineOf } from './lines.ts';
import { type NumberedTerms, numberTerms } from './terms.ts';
import { KnownTexts, type TextFacts } from './text-facts.ts';

/** A document on its way through the detectors: its blocks, how each looks as a line, and what is decided so far. */
export interface Draft {
  readonly document: ArticleDocument;
  readonly blocks: readonly Block[];
  readonly lines: readonly Line[];
  readonly removals: readonly (Removal | null)[];
  /** What the text of each block says of itself. */
  readonly facts: readonly TextFacts[];
  /** The terms of the blocks, numbered when first asked for. */
  readonly terms: () => NumberedTerms;
}

/** What a detector proposes: removals by index of the block. */
export type Proposal = ReadonlyMap<number, Removal>;

/** Nothing to remove. */
export const NOTHING: Proposal = new Map();

/**
 * Begins a draft.
 *
 * @param given The removals that came with the split of the first blocks.
 * @param known Texts that were looked at in an earlier reading of the document.
 */
export function startDraft(
  document: ArticleDocument,
  blocks: readonly Block[],
  given: Proposal,
  known: KnownTexts = new KnownTexts(),
): Draft {
  // Filled one by one: lists that `map` makes change their class once it is compiled, and all that reads them is compiled again.
  const facts: TextFacts[] = [];
  const lines: Line[] = [];
  const removals: (Removal | null)[] = [];
  blocks.forEach((block, i) => {
    const own = known.of(block.text);
    facts.push(own);
    lines.push(lineOf(block, i, i > 0 ? blocks[i - 1] : undefined, document.source, own));
    removals.push(given.get(i) ?? null);
  });
  let numbered: NumberedTerms | null = null;
  const terms = (): NumberedTerms => {
    numbered ??= numberTerms(facts.map(({ words }) => words));
    return numbered;
  };
  return { document, blocks, lines, removals, facts, terms };
}

/** Adds a proposal to a draft; what was decided before stays. */
export function decide(draft: Draft, proposal: Proposal): Draft {
  if (proposal.size === 0) return draft;
  const { document, blocks, lines, facts, terms } = draft;
  const removals = draft.removals.slice();
  for (const [i, removal] of proposal) removals[i] ??= removal;
  return { document, blocks, lines, removals, facts, terms };
}

/** Indices of the blocks that are still the article, images and separators left out. */
export function openBlocks(draft: Draft): readonly number[] {
  const open: number[] = [];
  draft.removals.forEach((removal, i) => {
    const kind = draft.blocks[i]?.kind;
    if (removal === null && kind !== 'image' && kind !== 'separator') open.push(i);
  });
  return open;
}

/** Words of the given blocks. */
export function sumWords(draft: Draft, indices: readonly number[]): number {
  return indices.reduce((sum, i) => sum + (draft.blocks[i]?.words ?? 0), 0);
}

/** Index of the last open block that reads as prose; -1 when there is none. */
export function lastProse(draft: Draft): number {
  for (let i = draft.blocks.length - 1; i >= 0; i--) {
    if (draft.removals[i] === null && draft.lines[i]?.shape === 'X') return i;
  }
  return -1;
}
