import type { Block, Removal } from '../../document.ts';
import { endsSentence } from '../../parse/lines-kind.ts';
import type { Draft, Proposal } from './draft.ts';

const BEFORE_CREDIT: Removal = { class: 'caption', rule: 'caption-before-credit', confidence: 0.85 };
const SAID_AGAIN: Removal = { class: 'caption', rule: 'caption-said-again', confidence: 0.9 };

/** Longer than this it is a paragraph, whatever stands behind it. */
const MAX_WORDS = 40;
/** Least words of a line that is said again in the next: shorter ones are labels and headings. */
const MIN_WORDS = 5;
/** Most characters that the second telling of a caption adds: its credit. */
const MAX_CREDIT_LENGTH = 80;
const CREDIT_RULES: ReadonlySet<string> = new Set(['credit-photo', 'footer-copyright']);

/**
 * Captions that the lines around them give away: a picture's mark above and its credit below, or the same words said again in
 * the next line with a credit behind them, as a picture's description and its caption are.
 */
export function labelCaptionsByPlace(draft: Draft): Proposal {
  const found = new Map<number, Removal>();
  for (let i = draft.blocks.length - 1; i >= 0; i--) {
    const block = draft.blocks[i];
    if (block === undefined || draft.removals[i] !== null || block.words > MAX_WORDS) continue;
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    const removal = captionAt(draft, i, block, found.get(i + 1) ?? draft.removals[i + 1] ?? null);
    if (removal !== null) found.set(i, removal);
  }
  return found;
}

function captionAt(draft: Draft, at: number, block: Block, after: Removal | null): Removal | null {
  const isUnderPicture = at > 0 && draft.blocks[at - 1]?.kind === 'image';
  if (isUnderPicture && after !== null && CREDIT_RULES.has(after.rule)) return BEFORE_CREDIT;
  return block.words >= MIN_WORDS && isSaidAgain(block.text, draft.blocks[at + 1]?.text ?? '') ? SAID_AGAIN : null;
}

/** Whether the next line says the same and a credit, which is no sentence. */
function isSaidAgain(text: string, next: string): boolean {
  const added = next.length - text.length;
  return added > 0 && added <= MAX_CREDIT_LENGTH && next.startsWith(text) && !endsSentence(next);
}
