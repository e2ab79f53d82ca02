import type { Block, Removal } from '../../document.ts';
import { matchCompoundLine } from './compound-line.ts';
import { matchRule } from './match-rule.ts';
import type { Rule } from './rule.ts';

/** The number that text browsers print before the words of a link. */
const LINK_NUMBER = /^\[\d{1,4}\](?=[\p{L}\p{N}])/u;

/** The forms of the rules fit whole lines, which leaves little doubt. */
export const RULE_CONFIDENCE = 0.95;

/**
 * The removal that the wording of a block calls for; `null` when no rule knows it.
 *
 * @param lower Its text in lower case, where it is known.
 */
export function phraseRemoval(block: Block, lower: string | null = null): Removal | null {
  if (block.kind === 'image' || block.kind === 'separator' || block.kind === 'code') return null;
  const rule =
    matchRule(block.text, block.words, lower) ??
    matchCompoundLine(block.text, block.words) ??
    matchLink(block.text, block.words);
  return rule && { class: rule.class, rule: rule.id, confidence: RULE_CONFIDENCE };
}

/** What the words of a link say without its number. */
function matchLink(text: string, words: number): Rule | null {
  const bare = text.startsWith('[') ? text.replace(LINK_NUMBER, '') : text;
  return bare === text ? null : matchRule(bare, words);
}
