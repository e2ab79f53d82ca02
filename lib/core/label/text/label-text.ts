import type { ArticleDocument, LabelledBlock } from '../../document.ts';
import { noteType } from '../note-type.ts';
import { labelCaptions } from './captions.ts';
import { labelCertainForms } from './certain-forms.ts';
import { labelCommentTail } from './comment-tail.ts';
import { type Draft, decide, openBlocks, type Proposal, startDraft } from './draft.ts';
import { labelDuplicates } from './duplicates.ts';
import { labelAfterEndRule } from './end-rule.ts';
import { labelHeadline } from './headline.ts';
import { cutOpenings } from './opening.ts';
import { labelPageDump } from './page-dump.ts';
import { labelPeople } from './people.ts';
import { labelPhrases } from './phrases.ts';
import { labelTeasers } from './teasers.ts';

/** Detectors that know what they remove by its form, in order; what one decides the later ones do not undo. */
const BY_FORM: readonly ((draft: Draft) => Proposal)[] = [
  labelCertainForms,
  labelCaptions,
  labelPhrases,
  labelPeople,
  labelAfterEndRule,
  labelDuplicates,
  labelCommentTail,
  labelPageDump,
];

/** What is decided by form, before teasers and the headline are looked for among the rest. */
export function labelByForm(document: ArticleDocument): Draft {
  const opened = cutOpenings(document);
  return BY_FORM.reduce(
    (draft, detect) => decide(draft, detect(draft)),
    startDraft(document, opened.blocks, opened.removals),
  );
}

/**
 * Labels the blocks of a text or Markdown source, where no element says what is the article. Blocks may be split; the
 * ranges of the result still tile those of the document. A document of which nothing would be left keeps its text.
 */
export function labelText(document: ArticleDocument): readonly LabelledBlock[] {
  let draft = labelByForm(document);
  // Once more for copies and tails: lines that a teaser or a menu parted may now stand side by side.
  for (const detect of [labelTeasers, labelDuplicates, labelCommentTail, labelHeadline]) {
    draft = decide(draft, detect(draft));
  }
  if (openBlocks(draft).length === 0) {
    const start = startDraft(document, document.blocks, new Map());
    draft = decide(start, labelCertainForms(start));
  }
  return draft.blocks.map((block, i) => {
    const removal = draft.removals[i] ?? null;
    return { block, removal, type: removal === null ? noteType(block) : null };
  });
}
