import type { Removal } from '../../document.ts';
import { type Draft, NOTHING, type Proposal } from './draft.ts';

/** Words from which a repeated block is a copy and not a refrain, a heading or a table value. */
const COPY_WORDS = 12;
const COPY: Removal = { class: 'duplicate', rule: 'repeated-paragraph', confidence: 1 };
const TWICE: Removal = { class: 'duplicate', rule: 'repeated-line', confidence: 1 };

/**
 * Labels the later copies of a long paragraph, and a headline that is printed twice in a row before the prose. The first
 * stays.
 */
export function labelDuplicates(draft: Draft): Proposal {
  const found = new Map<number, Removal>();
  const seen = new Set<string>();
  let before = '';
  let inProse = false;
  draft.blocks.forEach((block, i) => {
    if (draft.removals[i] !== null || block.text === '' || block.kind === 'code' || block.kind === 'table-row') return;
    if (block.words >= COPY_WORDS) {
      if (seen.has(block.text)) found.set(i, COPY);
      seen.add(block.text);
    } else if (!inProse && block.words >= 3 && block.text === before) found.set(i, TWICE);
    inProse ||= draft.lines[i]?.shape === 'X';
    before = block.text;
  });
  return found.size > 0 ? found : NOTHING;
}
