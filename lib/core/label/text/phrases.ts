import type { Block, Removal } from '../../document.ts';
import { matchRule } from '../rules/match-rule.ts';
import type { Draft, Proposal } from './draft.ts';

/** The forms of the rules fit whole lines, which leaves little doubt. */
const RULE_CONFIDENCE = 0.95;

/** Labels blocks that a phrase rule knows. */
export function labelPhrases(draft: Draft): Proposal {
  const found = new Map<number, Removal>();
  draft.blocks.forEach((block: Block, i) => {
    if (draft.removals[i] !== null || block.kind === 'image' || block.kind === 'separator') return;
    const rule = matchRule(block.text, block.words);
    if (rule) found.set(i, { class: rule.class, rule: rule.id, confidence: RULE_CONFIDENCE });
  });
  return found;
}
