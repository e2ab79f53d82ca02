import type { Removal } from '../../document.ts';
import { phraseRemoval } from '../rules/phrase-removal.ts';
import type { Draft, Proposal } from './draft.ts';

/** Labels blocks that a phrase rule knows. */
export function labelPhrases(draft: Draft): Proposal {
  const found = new Map<number, Removal>();
  draft.blocks.forEach((block, i) => {
    const removal = draft.removals[i] === null ? phraseRemoval(block) : null;
    if (removal !== null) found.set(i, removal);
  });
  return found;
}
