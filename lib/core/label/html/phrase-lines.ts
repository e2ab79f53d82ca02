import type { Block, Removal } from '../../document.ts';
import { phraseRemoval } from '../rules/phrase-removal.ts';

/** Lines inside the core whose whole wording says what they are; markup and shape have nothing against them. */
export function labelPhraseLines(blocks: readonly Block[], removals: (Removal | null)[]): void {
  for (const [index, block] of blocks.entries()) removals[index] ??= phraseRemoval(block);
}
