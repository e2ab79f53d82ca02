import type { LabelledDocument } from '../../document.ts';
import { rationaleOf } from '../rules/rationale.ts';
import type { Draft } from '../text/draft.ts';
import { labelText, type TextStage } from '../text/label-text.ts';
import { type BlockExplanation, describeBlock } from './explanation.ts';

const NOTHING_LEFT = 'kept because the rules would have left nothing of the document';

/** The stage of what fell only when the clean text was labelled by itself. */
const READ_AGAIN = 'read-again';

/**
 * Explains the label of every block of a text or Markdown source: by the stage that decided on it and the reason of its rule.
 *
 * @param labelled The labels that cleaning gives the blocks.
 */
export function explainText(labelled: LabelledDocument): readonly BlockExplanation[] {
  const { document, blocks } = labelled;
  let stages: readonly (TextStage | null)[] = [];
  let decisions: readonly string[] = [];
  labelText(document, (stage: TextStage, draft: Draft) => {
    // A document of which nothing would be left is labelled anew.
    const before = stage === 'nothing-left' ? [] : stages;
    if (stage === 'nothing-left') decisions = [NOTHING_LEFT];
    stages = draft.removals.map((removal, at) => (removal === null ? null : (before[at] ?? stage)));
  });
  return blocks.map((one, at) => ({
    ...describeBlock(one, at, one.removal && rationaleOf(one.removal.rule)),
    ...(one.block.range !== null && { start: one.block.range.start, end: one.block.range.end }),
    stage: stages[at] ?? (one.removal === null ? 'none' : READ_AGAIN),
    reasons: [],
    decisions: one.removal === null ? decisions : [],
  }));
}
