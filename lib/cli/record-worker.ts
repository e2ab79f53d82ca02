import { parentPort, workerData } from 'node:worker_threads';
import { answerLine } from './answer-line.ts';
import type { AnswerMessage, LineMessage, ThreadFlags } from './record-thread-messages.ts';
import { withSites } from './site-options.ts';
import { READY } from './thread-pool.ts';

// Entry of the threads that `RecordThreads` starts. What is wrong with the rules was told by the thread that started it.
const port = parentPort;
if (port === null) throw new Error('expected a worker thread, got the main thread');
const options = withSites(workerData as ThreadFlags, { stderr: { write: () => true } });

port.on('message', ({ line, index }: LineMessage) => {
  void options.then((known) => {
    const failures: (readonly [string, string])[] = [];
    const report = (name: string, error: unknown) => {
      failures.push([name, error instanceof Error ? (error.stack ?? error.message) : String(error)]);
    };
    const answered = answerLine(line, index, known, report);
    port.postMessage({ answered, failures } satisfies AnswerMessage);
  });
});
port.postMessage(READY);
