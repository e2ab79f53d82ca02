import type { Reason } from '../core/errors.ts';
import type { CleanerVersions, CleaningTask } from './body-cleaner.ts';
import type { CleanedBody } from './clean-body.ts';

/** What the thread is asked: to clean, or which versions clean. */
export type RequestMessage = TaskMessage | 'versions';

/** A body to clean. */
export interface TaskMessage {
  readonly task: CleaningTask;
  /** Records that ended an earlier thread, with the reason they are refused for. */
  readonly refused: readonly (readonly [index: number, reason: Reason])[];
}

/** What it answers: the cleaned body, a refusal, or a fault that is a bug. */
export type AnswerMessage =
  | { readonly kind: 'cleaned'; readonly cleaned: CleanedBody }
  | { readonly kind: 'versions'; readonly versions: CleanerVersions }
  | { readonly kind: 'refused'; readonly reason: Reason; readonly message: string }
  | { readonly kind: 'failed'; readonly name: string; readonly stack: string };

/** Shared with the thread: the index of the record that it is at, counted up from -1 for a body that holds one. */
export const PROGRESS_BYTES = Int32Array.BYTES_PER_ELEMENT;
