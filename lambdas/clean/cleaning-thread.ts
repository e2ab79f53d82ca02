import { setFlagsFromString } from 'node:v8';
import { WorkerCleaner } from '../../lib/pipeline/worker-cleaner.ts';

/** Milliseconds from the start of a process in which next to nothing is optimised: enough for the first articles. */
const UNOPTIMISED_MS = 1_000;

/** The thread that cleans, one for a container. Started before the SDK is loaded, so that both load at once. */
export const cleaner = startCleaner();

function startCleaner(): WorkerCleaner {
  startUnoptimised();
  const started = new WorkerCleaner(new URL('./worker.mjs', import.meta.url));
  started.warm();
  return started;
}

/**
 * A first article takes up to half the CPU time when V8 compiles less: code that runs for the first time is not worth optimising,
 * and a pattern that is compiled into bytecode first is compiled once more when it is used again. The flags are those of the
 * process; after the first second only the one for patterns stays, and what a hundred articles take is the same.
 */
function startUnoptimised(): void {
  setFlagsFromString('--no-regexp-tier-up');
  setFlagsFromString('--no-opt');
  const hasMaglev = Number.parseInt(process.versions.node, 10) === 24;
  if (hasMaglev) waitForMaglev(4_000, 4_000);
  setTimeout(() => {
    setFlagsFromString('--opt');
    // As V8 has it in the runtime of the function.
    if (hasMaglev) waitForMaglev(400, 100);
  }, UNOPTIMISED_MS).unref();
}

/** Calls, and rounds of a loop, after which the second optimiser sets in. Switched off and on again it costs 200 ms more than it saves. */
function waitForMaglev(calls: number, rounds: number): void {
  setFlagsFromString(`--invocation-count-for-maglev=${calls}`);
  setFlagsFromString(`--invocation-count-for-maglev-osr=${rounds}`);
}
