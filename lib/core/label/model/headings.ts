import { leanTogether } from './lean-together.ts';
import type { ModelPage } from './model-page.ts';

/** Probability from which a heading right above kept text stays, and the words of that text from which it does. */
interface HeadingLimits {
  readonly probability: number;
  readonly words: number;
}

/** A crosshead of an article. */
const CROSSHEAD: HeadingLimits = { probability: 0.35, words: 15 };
/** The title of a card, whose text is short: a list of goods keeps what they are called. */
const CARD_TITLE: HeadingLimits = { probability: 0.05, words: 5 };
/** Probability up to which a heading goes when nothing of its section is kept. */
const ORPHAN_PROBABILITY = 0.7;

/** Probabilities in which the items of one list, or rows of one table, lean towards each other. */
export function joinGroups({ groups, blocks }: ModelPage, probability: Float64Array): Float64Array {
  const joined = probability.slice();
  for (let first = 0; first < groups.length; first++) {
    const group = groups[first];
    if (group === undefined || group.first !== first || group.blocks < 2) continue;
    leanTogether(blocks, probability, joined, { start: first, end: Math.min(groups.length, first + group.blocks) });
  }
  return joined;
}

/** A doubtful heading between kept text and kept text of its own is a crosshead, on pages that are no article the title of an entry. */
export function keepCrossheads(
  { blocks }: ModelPage,
  probability: Float64Array,
  kept: Uint8Array,
  isArticle: boolean,
): void {
  const limits = isArticle ? CROSSHEAD : CARD_TITLE;
  const first = kept.indexOf(1);
  if (first < 0) return;
  for (let row = first + 1; row + 1 < blocks.length; row++) {
    const next = blocks[row + 1];
    if (blocks[row]?.kind !== 'heading' || kept[row] === 1 || kept[row + 1] !== 1) continue;
    if (next?.kind === 'heading' || (next?.words ?? 0) < limits.words) continue;
    if ((probability[row] ?? 0) >= limits.probability) kept[row] = 1;
  }
}

/** A doubtful heading goes when nothing is kept before the next heading of its rank. */
export function dropOrphanHeadings({ blocks }: ModelPage, probability: Float64Array, kept: Uint8Array): void {
  // Highest rank of a heading since the last kept text, read from the end of the page.
  let textUntilLevel = 0;
  for (let row = blocks.length - 1; row >= 0; row--) {
    const block = blocks[row];
    if (block?.kind !== 'heading') {
      if (kept[row] === 1) textUntilLevel = 7;
      continue;
    }
    const level = block.level ?? 6;
    if (textUntilLevel <= level && (probability[row] ?? 0) < ORPHAN_PROBABILITY) kept[row] = 0;
    // What stands below this heading is no part of the section of a heading of the same rank above it.
    textUntilLevel = Math.min(textUntilLevel, level);
  }
}
