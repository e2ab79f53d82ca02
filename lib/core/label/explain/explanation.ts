import type { BlockKind, Format, LabelledBlock, RemovalClass } from '../../document.ts';

/** One reason for or against a block as part of the article. */
export interface Reason {
  /** In plain words, with the value. */
  readonly text: string;
  /** `for` the article or `against` it. */
  readonly direction: 'for' | 'against';
  /** What the family of features adds to the log odds; rounded to a thousandth. */
  readonly weight: number;
  readonly family: string;
  /** The feature of the family that adds most in this direction, with its value as the model sees it. */
  readonly feature: string;
  readonly value: number;
}

/** Why one block was kept or removed. What does not apply is a missing key. */
export interface BlockExplanation {
  /** Place among the blocks of the document, from 0. */
  readonly at: number;
  readonly kind: BlockKind;
  /** HTML: node path of the element that holds the block. */
  readonly path?: string;
  /** Text and Markdown: UTF-16 offsets into the decoded source. */
  readonly start?: number;
  readonly end?: number;
  readonly text: string;
  readonly words: number;
  readonly label: 'kept' | 'removed';
  readonly type?: NonNullable<LabelledBlock['type']>;
  readonly class?: RemovalClass;
  readonly rule?: string;
  /** Why the rule removes such blocks, where its table says so. */
  readonly rationale?: string;
  /** Of the removal, 0..1. */
  readonly confidence?: number;
  /** What had the last word: `model`, `rules`, a stage of the labelling of text, or `none` where no stage had anything against it. */
  readonly stage: string;
  /** That the block belongs to the article, 0..1, as it was decided on. */
  readonly probability?: number;
  /** The same by the block alone, where its list or table changed it. */
  readonly ownProbability?: number;
  /** Probability from which blocks of this page are kept. */
  readonly threshold?: number;
  /** Log odds that the reasons start from; with all of them it gives those of the block alone. */
  readonly baseline?: number;
  /** Most weighty first. */
  readonly reasons: readonly Reason[];
  /** Decisions about the structure of the page that changed what the probability alone would give. */
  readonly decisions: readonly string[];
}

/** Why each block of a document was kept or removed, in order. */
export interface DocumentExplanation {
  readonly format: Format;
  readonly blocks: readonly BlockExplanation[];
}

/** What an explanation says of any block. */
export function describeBlock(
  { block, removal, type }: LabelledBlock,
  at: number,
  rationale: string | null,
): Pick<
  BlockExplanation,
  'at' | 'kind' | 'text' | 'words' | 'label' | 'type' | 'class' | 'rule' | 'confidence' | 'rationale'
> {
  return {
    at,
    kind: block.kind,
    text: block.text,
    words: block.words,
    label: removal === null ? 'kept' : 'removed',
    ...(type !== null && { type }),
    ...(removal !== null && { class: removal.class, rule: removal.rule, confidence: round(removal.confidence, 3) }),
    ...(removal !== null && rationale !== null && { rationale }),
  };
}

/** Rounds to so many decimals. */
export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
