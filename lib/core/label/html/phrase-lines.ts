import type { Block, Removal } from '../../document.ts';
import { phraseRemoval } from '../rules/phrase-removal.ts';

/** Lines inside the core whose whole wording says what they are; markup and shape have nothing against them. */
export function labelPhraseLines(blocks: readonly Block[], removals: (Removal | null)[]): void {
  for (let at = 0; at < blocks.length; at++) removals[at] ??= phraseRemoval(blocks[at] as Block);
}
