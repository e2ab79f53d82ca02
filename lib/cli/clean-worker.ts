import { parentPort, workerData } from 'node:worker_threads';
import { type CleaningTask, cleanTask } from '../pipeline/body-cleaner.ts';
import { answering } from '../pipeline/worker-faults.ts';
import { type SiteFlags, withSites } from './site-options.ts';
import { READY } from './thread-pool.ts';

// Entry of the threads that `CleaningThreads` starts. What is wrong with the rules was told by the thread that started it.
const port = parentPort;
if (port === null) throw new Error('expected a worker thread, got the main thread');
const sites = withSites(workerData as SiteFlags, { stderr: { write: () => true } });

port.on('message', (task: CleaningTask) => {
  const answer = answering(async () => {
    const options = { ...task.options, ...(await sites) };
    return { kind: 'cleaned', cleaned: await cleanTask({ ...task, options }) };
  });
  void answer.then((message) => port.postMessage(message));
});
port.postMessage(READY);
