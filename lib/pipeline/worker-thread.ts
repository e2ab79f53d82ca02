import { parentPort, workerData } from 'node:worker_threads';
import { type KnownSites, NO_SITES, type SiteTexts } from '../site-config/site-texts.ts';
import { cleanerVersions, cleanTask } from './body-cleaner.ts';
import { answering } from './worker-faults.ts';
import type { AnswerMessage, RequestMessage, TaskMessage } from './worker-messages.ts';

/** Answers the messages that `WorkerCleaner` sends, one at a time; to be called once, in the thread. */
export function answerTasks(): void {
  const port = parentPort;
  if (port === null) throw new Error('expected a worker thread, got the main thread');
  const progress = new Int32Array((workerData as { readonly progress: SharedArrayBuffer }).progress);
  let known = NO_SITES;
  const answerTo = async (message: RequestMessage): Promise<AnswerMessage> => {
    if (message === 'versions') return { kind: 'versions', versions: { ...cleanerVersions(), ...known.versions } };
    if ('task' in message) return clean(message, known, progress);
    return answering(async () => {
      const read = await readTexts(message.sites);
      if ('options' in read) known = read;
      return { kind: 'sites', problems: 'options' in read ? [] : read };
    });
  };
  port.on('message', (message: RequestMessage) => void answerTo(message).then((answer) => port.postMessage(answer)));
}

/** What reads rules is in a file of its own, loaded where there are any. */
async function readTexts(
  texts: SiteTexts,
): Promise<ReturnType<typeof import('../site-config/read-sites.ts').readSites>> {
  return (await import('../site-config/read-sites.ts')).readSites(texts);
}

function clean({ task, refused }: TaskMessage, known: KnownSites, progress: Int32Array): Promise<AnswerMessage> {
  const reasons = new Map(refused);
  const begin = (index: number) => {
    Atomics.store(progress, 0, index);
    return reasons.get(index) ?? null;
  };
  return answering(async () => {
    const options = { ...task.options, ...known.options };
    return { kind: 'cleaned', cleaned: await cleanTask({ ...task, options }, { begin }) };
  });
}
