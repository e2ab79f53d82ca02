import type { ArticleDocument, LabelledBlock } from '../../document.ts';
import type { Thoroughness } from '../../source.ts';
import { noteType } from '../note-type.ts';
import { labelCaptions, labelCreditedLines } from './captions.ts';
import { labelCaptionsByPlace } from './captions-by-place.ts';
import { labelCertainForms } from './certain-forms.ts';
import { labelCommentTail } from './comment-tail.ts';
import { labelCommentThread } from './comment-thread.ts';
import { type Draft, decide, openBlocks, type Proposal, startDraft } from './draft.ts';
import { labelDuplicates, labelFarDuplicates } from './duplicates.ts';
import { labelAfterEndRule } from './end-rule.ts';
import { labelHeadline } from './headline.ts';
import { labelLines, sharedLineModel } from './line-model/label-lines.ts';
import type { LineModel } from './line-model/line-model.ts';
import { labelLinkReferences } from './link-references.ts';
import { labelLinkTargets } from './link-targets.ts';
import { labelMenuLines } from './menu-line.ts';
import { cutOpenings } from './opening.ts';
import { labelPeople } from './people.ts';
import { labelPhrases } from './phrases.ts';
import { labelStrayMarks } from './stray-marks.ts';
import type { TeaserModel } from './teaser-model.ts';
import { labelTeasers } from './teasers.ts';
import type { KnownTexts } from './text-facts.ts';

type Detector = (draft: Draft) => Proposal;

/** Detectors that know what they remove by its form, in order; what one decides the later ones do not undo. */
const BY_FORM = {
  'certain-forms': labelCertainForms,
  'link-references': labelLinkReferences,
  'link-targets': labelLinkTargets,
  captions: labelCaptions,
  phrases: labelPhrases,
  'menu-lines': labelMenuLines,
  'comment-thread': labelCommentThread,
  'credited-lines': labelCreditedLines,
  people: labelPeople,
  'end-rule': labelAfterEndRule,
  duplicates: labelDuplicates,
  'comment-tail': labelCommentTail,
} as const satisfies Readonly<Record<string, Detector>>;

/** What is looked for among the rest. Once more for copies and tails: lines that a teaser or a menu parted may now stand side by side. */
const AMONG_THE_REST = {
  'stray-marks': labelStrayMarks,
  'captions-by-place': labelCaptionsByPlace,
  'duplicates-again': labelFarDuplicates,
  'comment-tail-again': labelCommentTail,
  headline: labelHeadline,
} as const satisfies Readonly<Record<string, Detector>>;

/** The stages of the labelling of text, in order; `opening` cuts what is glued to the first line. */
export type TextStage =
  | 'opening'
  | keyof typeof BY_FORM
  | 'teasers'
  | 'line-model'
  | keyof typeof AMONG_THE_REST
  | 'nothing-left';

/** Is told the draft after each stage. */
export type StageWatch = (stage: TextStage, draft: Draft) => void;

/** What is decided by form, before teasers and the headline are looked for among the rest. */
export function labelByForm(document: ArticleDocument, watch?: StageWatch, known?: KnownTexts): Draft {
  const opened = cutOpenings(document);
  const draft = startDraft(document, opened.blocks, opened.removals, known);
  watch?.('opening', draft);
  return runStages(draft, BY_FORM, watch);
}

function runStages<Stage extends TextStage>(
  start: Draft,
  stages: Readonly<Record<Stage, Detector>>,
  watch: StageWatch | undefined,
): Draft {
  let draft = start;
  for (const stage of Object.keys(stages) as Stage[]) {
    draft = decide(draft, stages[stage](draft));
    watch?.(stage, draft);
  }
  return draft;
}

/** How a text is labelled. */
export interface TextOptions {
  readonly watch?: StageWatch | undefined;
  /** The trained models unless others are given. */
  readonly lineModel?: LineModel | undefined;
  readonly teasers?: TeaserModel | undefined;
  readonly thoroughness?: Thoroughness | undefined;
  /** Texts that an earlier reading of the same document has looked at. */
  readonly known?: KnownTexts | undefined;
}

/** The labels of a text and what the record must tell of them. */
export interface LabelledText {
  readonly blocks: readonly LabelledBlock[];
  readonly notes: readonly string[];
}

/**
 * Labels the blocks of a text or Markdown source, where no element says what is the article. Blocks may be split; the
 * ranges of the result still tile those of the document. A document of which nothing would be left keeps its text.
 */
export function judgeText(document: ArticleDocument, options: TextOptions = {}): LabelledText {
  const { watch, lineModel = sharedLineModel(), teasers, thoroughness = 'normal', known } = options;
  // Cards first: the model would take a headline of theirs and leave the text below it.
  const cards = { teasers: (draft: Draft) => labelTeasers(draft, teasers, thoroughness) };
  const byForm = labelByForm(document, watch, known);
  const withoutCards = runStages<'teasers'>(byForm, cards, watch);
  const { proposal, isDoubtful } = labelLines(withoutCards, lineModel, thoroughness);
  const byModel = decide(withoutCards, proposal);
  watch?.('line-model', byModel);
  let draft = runStages(byModel, AMONG_THE_REST, watch);
  if (openBlocks(draft).length === 0) {
    const start = startDraft(document, document.blocks, new Map());
    draft = decide(start, labelCertainForms(start));
    watch?.('nothing-left', draft);
  }
  const blocks: LabelledBlock[] = [];
  draft.blocks.forEach((block, i) => {
    const removal = draft.removals[i] ?? null;
    blocks.push({ block, removal, type: removal === null ? noteType(block) : null });
  });
  return { blocks, notes: isDoubtful ? ['lines-doubtful'] : [] };
}

/** The labels alone. */
export function labelText(document: ArticleDocument, watch?: StageWatch): readonly LabelledBlock[] {
  return judgeText(document, { watch }).blocks;
}
