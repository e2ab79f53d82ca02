import type { Removal } from '../../document.ts';
import { type Draft, NOTHING, type Proposal, sumWords } from './draft.ts';
import { indicesOf } from './indices.ts';
import { isPageDump } from './page-dump.ts';

/**
 * A short line of underscores alone: news agencies set it under the last paragraph. Dashes and stars part scenes, long
 * lines are fields of a form.
 */
const END_RULE = /^_{2,8}$/;
/**
 * Share of the prose (0..1, words) that may stand behind the rule; with more, the rule parts sections.
 * A closing teaser of 80 words after a story of 300 is at 0.2; the sections of a round-up of three items at 0.33.
 */
const MAX_TAIL_SHARE = 0.3;
/** Corrections stay wherever they stand. */
const CORRECTION =
  /\b(?:correct(?:s|ed|ion)|clarif(?:y|ies|ied|ication)|an earlier version)\b|^(?:Korrektur|Berichtigung|Rectificatif|Corrección|Errata|Rettelse|Rättelse)\b/iu;

/**
 * Labels what stands behind the line of underscores that ends a story. Nothing is labelled when more than one such line
 * has prose on both sides: then they part sections.
 */
export function labelAfterEndRule(draft: Draft): Proposal {
  const rules = indicesOf(draft.blocks, (block, i) => block.kind === 'separator' && isEndRule(draft, i));
  const [rule] = rules;
  if (rule === undefined) return NOTHING;
  const prose = indicesOf(draft.lines, (line, i) => line.shape === 'X' && draft.removals[i] === null);
  const parting = rules.filter(
    (rule) =>
      sumWords(
        draft,
        prose.filter((i) => i > rule),
      ) > 0,
  );
  if (parting.length > 1 || isPageDump(draft)) return NOTHING;
  const total = sumWords(draft, prose);
  const tail = sumWords(
    draft,
    prose.filter((i) => i > rule),
  );
  if (total === 0 || tail > MAX_TAIL_SHARE * total || tail === total) return NOTHING;
  return new Map(afterRule(draft, rule));
}

function isEndRule(draft: Draft, i: number): boolean {
  const range = draft.blocks[i]?.range;
  return (
    range !== null && range !== undefined && END_RULE.test(draft.document.source?.slice(range.start, range.end) ?? '')
  );
}

function* afterRule(draft: Draft, rule: number): Iterable<[number, Removal]> {
  for (let i = rule + 1; i < draft.blocks.length; i++) {
    const block = draft.blocks[i];
    if (!block || draft.removals[i] !== null || CORRECTION.test(block.text)) continue;
    const teaser = draft.lines[i]?.shape === 'H' || draft.lines[i - 1]?.shape === 'H';
    yield [
      i,
      { class: teaser ? 'teaser' : 'related', rule: teaser ? 'end-rule-teaser' : 'end-rule-rest', confidence: 0.9 },
    ];
  }
}
