import { parentPort, workerData } from 'node:worker_threads';
import { CleaningError } from '../core/errors.ts';
import { cleanerVersions, cleanTask } from './body-cleaner.ts';
import type { AnswerMessage, RequestMessage, TaskMessage } from './worker-messages.ts';

/** Answers the tasks that `WorkerCleaner` sends, one at a time; to be called once, in the thread. */
export function answerTasks(): void {
  const port = parentPort;
  if (port === null) throw new Error('expected a worker thread, got the main thread');
  const progress = new Int32Array((workerData as { readonly progress: SharedArrayBuffer }).progress);
  port.on('message', (message: RequestMessage) => {
    if (message === 'versions') {
      port.postMessage({ kind: 'versions', versions: cleanerVersions() } satisfies AnswerMessage);
      return;
    }
    void answer(message, progress).then((result) => port.postMessage(result));
  });
}

async function answer({ task, refused }: TaskMessage, progress: Int32Array): Promise<AnswerMessage> {
  const reasons = new Map(refused);
  const begin = (index: number) => {
    Atomics.store(progress, 0, index);
    return reasons.get(index) ?? null;
  };
  try {
    return { kind: 'cleaned', cleaned: await cleanTask(task, { begin }) };
  } catch (error) {
    if (error instanceof CleaningError) return { kind: 'refused', reason: error.reason, message: error.message };
    const { name, stack = '' } = error instanceof Error ? error : new Error(typeof error);
    return { kind: 'failed', name, stack };
  }
}
