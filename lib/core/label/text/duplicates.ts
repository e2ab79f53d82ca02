import type { Removal } from '../../document.ts';
import { type Draft, NOTHING, type Proposal } from './draft.ts';
import { isPageDump } from './page-dump.ts';
import type { TextFacts } from './text-facts.ts';

/** Words from which a repeated block is a copy and not a refrain, a heading or a table value. */
const COPY_WORDS = 12;
const COPY: Removal = { class: 'duplicate', rule: 'repeated-paragraph', confidence: 1 };
const TWICE: Removal = { class: 'duplicate', rule: 'repeated-line', confidence: 1 };

/** Blocks within which a copy is one that the scrape made; farther away a text may say a thing twice. */
const NEAR = 4;

/**
 * Labels later copies of long paragraphs near the first, beside another copy or in the text of a whole page, and a headline that is
 * printed twice in a row before the prose. The first stays.
 */
export function labelDuplicates(draft: Draft): Proposal {
  const isPage = isPageDump(draft);
  return labelCopies(
    draft,
    ({ distance, beside }) => isPage || distance < NEAR || beside.some((neighbour) => neighbour === 'copy'),
  );
}

/** The same with copies that stand beside what goes: what repeats itself between paragraphs that stay is the author's. */
export function labelFarDuplicates(draft: Draft): Proposal {
  return labelCopies(
    draft,
    ({ distance, beside }) => distance < NEAR || beside.some((neighbour) => neighbour !== 'kept'),
  );
}

type Neighbour = 'kept' | 'removed' | 'copy';

/** A copy: how many blocks it stands behind the first, and what stands before and behind it. */
interface Copy {
  readonly distance: number;
  readonly beside: readonly Neighbour[];
}

/** By block the index of the first of its copies before it; -1 for none. */
function findFirsts({ blocks, removals, facts }: Draft): Int32Array {
  const firsts = new Int32Array(blocks.length).fill(-1);
  const seen = new Map<TextFacts | undefined, number>();
  blocks.forEach(({ kind, words }, i) => {
    if (removals[i] !== null || words < COPY_WORDS || kind === 'code' || kind === 'table-row') return;
    const first = seen.get(facts[i]);
    if (first === undefined) seen.set(facts[i], i);
    else firsts[i] = first;
  });
  return firsts;
}

/** What stands next to a block, pictures and separators left out; the ends of the document count as removed. */
function neighbourOf({ blocks, removals }: Draft, firsts: Int32Array, at: number, step: 1 | -1): Neighbour {
  let beside = at + step;
  while (beside >= 0 && (blocks[beside]?.kind === 'image' || blocks[beside]?.kind === 'separator')) beside += step;
  if (beside < 0 || beside >= blocks.length || removals[beside] !== null) return 'removed';
  return (firsts[beside] ?? -1) >= 0 ? 'copy' : 'kept';
}

function labelCopies(draft: Draft, falls: (copy: Copy) => boolean): Proposal {
  const found = new Map<number, Removal>();
  const firsts = findFirsts(draft);
  let before = '';
  let inProse = false;
  draft.blocks.forEach((block, i) => {
    if (draft.removals[i] !== null || block.text === '' || block.kind === 'code' || block.kind === 'table-row') return;
    const first = firsts[i] ?? -1;
    if (first >= 0) {
      const beside = ([-1, 1] as const).map((step) => neighbourOf(draft, firsts, i, step));
      if (falls({ distance: i - first, beside })) found.set(i, COPY);
    } else if (!inProse && block.words < COPY_WORDS && block.words >= 3 && block.text === before) found.set(i, TWICE);
    inProse ||= draft.lines[i]?.shape === 'X';
    before = block.text;
  });
  return found.size > 0 ? found : NOTHING;
}
