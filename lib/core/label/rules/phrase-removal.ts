import type { Block, Removal } from '../../document.ts';
import { matchCompoundLine } from './compound-line.ts';
import { matchRule } from './match-rule.ts';

/** The forms of the rules fit whole lines, which leaves little doubt. */
export const RULE_CONFIDENCE = 0.95;

/**
 * The removal that the wording of a block calls for; `null` when no rule knows it.
 *
 * @param lower Its text in lower case, where it is known.
 */
export function phraseRemoval(block: Block, lower: string | null = null): Removal | null {
  if (block.kind === 'image' || block.kind === 'separator' || block.kind === 'code') return null;
  const rule = matchRule(block.text, block.words, lower) ?? matchCompoundLine(block.text, block.words);
  return rule && { class: rule.class, rule: rule.id, confidence: RULE_CONFIDENCE };
}
