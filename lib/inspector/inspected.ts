import type { Format } from '../core/document.ts';
import type { ArticleRecord, QuarantineRecord } from '../core/record.ts';

/** Why one piece of a record is where it is; what is not known is a missing key. */
export interface PieceReason {
  /** What had the last word: `model`, `rules` or a stage of the labelling of text. */
  readonly stage: string;
  /** That the piece belongs to the article, 0..1. */
  readonly probability?: number;
  /** Probability from which blocks of the page are kept. */
  readonly threshold?: number;
  /** In plain words, most weighty first: what the model saw, and what overruled it. */
  readonly lines: readonly string[];
}

/** One object as the inspector shows it: what became of it and, where the source is at hand, why. */
export interface InspectedDocument {
  /** Key or path, with the number of the record where the object holds many. */
  readonly name: string;
  readonly answer: ArticleRecord | QuarantineRecord;
  /** Of the source; missing where it is not at hand. */
  readonly format?: Format;
  /** The decoded source; missing where it is not at hand or too long to carry along. */
  readonly source?: string;
  /** In place of `source` where a page carries many: its UTF-8 by gzip, in base64. */
  readonly packedSource?: string;
  /** By index of `removed`. */
  readonly removedReasons?: readonly (PieceReason | null)[];
  /** By index of `blocks`. */
  readonly keptReasons?: readonly (PieceReason | null)[];
}

/** All that the page of the inspector is given. */
export interface InspectorData {
  /** What was inspected, as a heading. */
  readonly title: string;
  readonly version: string;
  /** True when a server answers beside the page: it cleans what is dragged in and writes cases. */
  readonly served: boolean;
  /** Why rules remove what they remove, by rule id. */
  readonly rationales: Readonly<Record<string, string>>;
  readonly documents: readonly InspectedDocument[];
}

/** Whether the input could never be cleaned. */
export function isQuarantine(answer: ArticleRecord | QuarantineRecord): answer is QuarantineRecord {
  return 'outcome' in answer;
}
