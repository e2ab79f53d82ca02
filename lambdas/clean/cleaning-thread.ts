import { setFlagsFromString } from 'node:v8';
import { WorkerCleaner } from '../../lib/pipeline/worker-cleaner.ts';

/** Milliseconds from the start of a process in which nothing is optimised: enough for the first article. */
const UNOPTIMISED_MS = 1_000;
/** First version of Node in which V8's second optimiser is on unless it is put off. */
const FIRST_WITH_MAGLEV = 22;

/** The thread that cleans, one for a container. Started before the SDK is loaded, so that both load at once. */
export const cleaner = startCleaner();

function startCleaner(): WorkerCleaner {
  startUnoptimised();
  const started = new WorkerCleaner(new URL('./worker.mjs', import.meta.url));
  started.warm();
  return started;
}

/**
 * A first article takes half the CPU time when V8 compiles less: code that runs for the first time is not worth optimising, and
 * a pattern that is compiled into bytecode first is compiled once more when it is used again. The flags are those of the process;
 * after the first second only the one for patterns stays.
 */
function startUnoptimised(): void {
  const hasMaglev = Number.parseInt(process.versions.node, 10) >= FIRST_WITH_MAGLEV;
  const optimisers = hasMaglev ? ['opt', 'maglev'] : ['opt'];
  setFlagsFromString('--no-regexp-tier-up');
  for (const one of optimisers) setFlagsFromString(`--no-${one}`);
  setTimeout(() => {
    for (const one of optimisers) setFlagsFromString(`--${one}`);
  }, UNOPTIMISED_MS).unref();
}
