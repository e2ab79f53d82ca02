import { CleaningError, type Reason } from '../core/errors.ts';
import type { AnswerMessage } from './worker-messages.ts';

/** Answers that are none. */
type Fault = Extract<AnswerMessage, { readonly kind: 'refused' | 'failed' }>;

export type Answer = Exclude<AnswerMessage, Fault>;

/** Why a thread was ended, or ended itself, at which record; -1 for a body that holds one article. */
export class EndedError extends Error {
  constructor(
    readonly reason: Reason,
    readonly at: number,
  ) {
    super(reason);
  }
}

/** The refusal of an object that ended the thread. */
export function tooMuch(reason: Reason, name: string): CleaningError {
  const what = reason === 'timeout' ? 'within its CPU time' : 'within its memory';
  return new CleaningError(reason, `expected an object that can be cleaned ${what} (${name})`);
}

/** What a thread answers: what the work gives, or the refusal or the fault that it ends in. */
export async function answering(work: () => Promise<AnswerMessage>): Promise<AnswerMessage> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CleaningError) return { kind: 'refused', reason: error.reason, message: error.message };
    const { name, stack = '' } = error instanceof Error ? error : new Error(typeof error);
    return { kind: 'failed', name, stack };
  }
}

/** The error that a thread answered. */
export function errorOf(answer: Fault): Error {
  if (answer.kind === 'refused') return new CleaningError(answer.reason, answer.message);
  const error = new Error('the cleaner failed');
  error.name = answer.name;
  error.stack = answer.stack;
  return error;
}

export function isOutOfMemory(error: unknown): boolean {
  // Not by its class: an error of the runtime may be of another realm.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
