import type { Removal } from '../../document.ts';
import { type Draft, NOTHING, openBlocks, type Proposal } from './draft.ts';
import type { Line } from './lines.ts';

/** Words from which a line is a summary under the headline or a lede: of 32 lines so long that came first, 2 were a headline. */
const TOO_LONG = 20;
/** The removal of a headline, which becomes the title. */
export const HEADLINE: Removal = { class: 'headline', rule: 'headline', confidence: 0.9 };

/**
 * Labels the first block of the article when it is the headline: heading-like, with prose right behind it. When another
 * heading-like line follows, both stay, so that cleaning a clean text whose first line is a crosshead changes nothing.
 */
export function labelHeadline(draft: Draft): Proposal {
  const [first, second] = openBlocks(draft);
  if (first === undefined || second === undefined) return NOTHING;
  const line = draft.lines[first];
  const follower = draft.lines[second];
  const kind = draft.blocks[first]?.kind;
  if (kind !== 'heading' && kind !== 'paragraph') return NOTHING;
  if (line?.shape !== 'H' || line.size >= TOO_LONG || line.ending === ':' || line.startsLower || !isProse(follower))
    return NOTHING;
  return new Map([[first, HEADLINE]]);
}

/** Least words of a short sentence that counts as prose behind a headline. */
const SENTENCE_WORDS = 5;

function isProse(line: Line | undefined): boolean {
  return line?.shape === 'X' || (line?.shape === 'S' && line.ended && line.size >= SENTENCE_WORDS);
}
