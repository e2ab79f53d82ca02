import type { Reason } from '../core/errors.ts';
import type { SiteTexts } from '../site-config/site-texts.ts';
import type { Problem } from '../site-rules/problem.ts';
import type { CleanerVersions, CleaningTask } from './body-cleaner.ts';
import type { CleanedBody } from './clean-body.ts';

/** What the thread is asked: to clean, which versions clean, or to go by what is known of sites from now on. */
export type RequestMessage = TaskMessage | { readonly sites: SiteTexts } | 'versions';

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
  /** Without a problem they are in force; with one those from before are. */
  | { readonly kind: 'sites'; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly reason: Reason; readonly message: string }
  | { readonly kind: 'failed'; readonly name: string; readonly stack: string };

/** Shared with the thread: the index of the record that it is at, counted up from -1 for a body that holds one. */
export const PROGRESS_BYTES = Int32Array.BYTES_PER_ELEMENT;
