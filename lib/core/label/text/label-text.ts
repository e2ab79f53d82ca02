import type { ArticleDocument, LabelledBlock } from '../../document.ts';
import { labelCertainForms } from './certain-forms.ts';
import { labelCommentTail } from './comment-tail.ts';
import { type Draft, decide, openBlocks, type Proposal, startDraft } from './draft.ts';
import { labelDuplicates } from './duplicates.ts';
import { labelAfterEndRule } from './end-rule.ts';
import { labelHeadline } from './headline.ts';
import { cutOpenings } from './opening.ts';
import { labelPageDump } from './page-dump.ts';
import { labelPeople } from './people.ts';
import { labelTeasers } from './teasers.ts';

/** Detectors in order; what one decides the later ones do not undo. */
const DETECTORS: readonly ((draft: Draft) => Proposal)[] = [
  labelCertainForms,
  labelPeople,
  labelAfterEndRule,
  labelDuplicates,
  labelCommentTail,
  labelPageDump,
  labelTeasers,
  labelHeadline,
];

/**
 * Labels the blocks of a text or Markdown source, where no element says what is the article. Blocks may be split; the
 * ranges of the result still tile those of the document. A document of which nothing would be left keeps its text.
 */
export function labelText(document: ArticleDocument): readonly LabelledBlock[] {
  const opened = cutOpenings(document);
  const start = startDraft(document, opened.blocks, opened.removals);
  let draft = start;
  for (const detect of DETECTORS) draft = decide(draft, detect(draft));
  if (openBlocks(draft).length === 0) draft = decide(start, labelCertainForms(start));
  return draft.blocks.map((block, i) => ({ block, removal: draft.removals[i] ?? null, type: null }));
}
