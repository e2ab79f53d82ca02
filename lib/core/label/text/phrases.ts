import type { Block, Removal } from '../../document.ts';
import { phraseRemoval } from '../rules/phrase-removal.ts';
import type { Draft, Proposal } from './draft.ts';

/** Pictures and code have no wording, even where their text is that of a line. */
function isText({ kind }: Block): boolean {
  return kind !== 'image' && kind !== 'separator' && kind !== 'code';
}

/** Labels blocks that a phrase rule knows. */
export function labelPhrases(draft: Draft): Proposal {
  const found = new Map<number, Removal>();
  draft.blocks.forEach((block, i) => {
    const facts = draft.facts[i];
    if (facts === undefined || draft.removals[i] !== null || !isText(block)) return;
    if (facts.phrase === undefined) facts.phrase = phraseRemoval(block, facts.lower);
    if (facts.phrase !== null) found.set(i, facts.phrase);
  });
  return found;
}
