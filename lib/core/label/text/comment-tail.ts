import type { Removal } from '../../document.ts';
import { type Draft, lastProse, NOTHING, type Proposal } from './draft.ts';

/** Classes that begin the machinery under an article: nothing of the article stands behind them. */
const TAILS = new Set(['comments', 'wordpress', 'footer']);
/** Words of a line that goes with the tail, below. */
const MAX_TAIL_WORDS = 12;

/** Labels the short lines behind a comment form or page footer that stands after the last paragraph. */
export function labelCommentTail(draft: Draft): Proposal {
  const last = lastProse(draft);
  const tail = draft.removals.findIndex((removal, i) => i > last && removal !== null && TAILS.has(removal.class));
  const opener = tail < 0 ? null : draft.removals[tail];
  if (last < 0 || !opener) return NOTHING;
  const found = new Map<number, Removal>();
  for (let i = tail + 1; i < draft.blocks.length; i++) {
    const block = draft.blocks[i];
    if (block && draft.removals[i] === null && block.words < MAX_TAIL_WORDS) {
      found.set(i, { class: opener.class, rule: `after-${opener.class}`, confidence: 0.85 });
    }
  }
  return found;
}
