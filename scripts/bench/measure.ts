import { type ChildProcess, fork } from 'node:child_process';
import type { Contestant } from './contestants.ts';

/** CPU milliseconds a megabyte of input, one value a round, and the most memory of the process, in MB. */
export interface Measurement {
  readonly name: string;
  readonly perMegabyte: readonly number[];
  readonly peak: number;
}

/** Rounds before the first that counts: until then the compiler is still at work. */
const WARM_UP_ROUNDS = 8;

/** What a process answers to every message. */
interface Answer {
  readonly perMegabyte: number;
  readonly peak: number;
}

/**
 * Measures contestants in processes of their own, since the compiler's guesses for one are wrong for the next; round by
 * round, one at a time, so that whatever slows the machine down slows all of them.
 *
 * @param args Of this program, by which the processes find their input.
 */
export async function measureAll(
  names: readonly string[],
  args: readonly string[],
  rounds: number,
): Promise<readonly Measurement[]> {
  const entries = names.map((name) => ({
    name,
    child: fork(process.argv[1] ?? '', [...args, '--contestant', name]),
    answers: [] as Answer[],
  }));
  try {
    for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (const { name, child, answers } of entries) {
        const answer = await ask(child, name);
        if (round >= 0) answers.push(answer);
      }
    }
  } finally {
    for (const { child } of entries) child.kill();
  }
  return entries.map(({ name, answers }) => ({
    name,
    perMegabyte: answers.map(({ perMegabyte }) => perMegabyte),
    peak: answers.at(-1)?.peak ?? Number.NaN,
  }));
}

function ask(child: ChildProcess, name: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`${name} ended with code ${code}`));
    child.once('exit', onExit);
    child.once('message', (answer: Answer) => {
      child.off('exit', onExit);
      resolve(answer);
    });
    child.send('round');
  });
}

/** Answers every message with the cost of one round; to be called in the process of a contestant. */
export function answerRounds({ prepare, run }: Contestant, input: readonly Uint8Array[]): void {
  const megabytes = input.reduce((sum, { length }) => sum + length, 0) / 1e6;
  const pages = input.map(prepare);
  const answer = async (): Promise<Answer> => {
    const milliseconds = await cpuOf(async () => {
      for (const page of pages) await run(page);
    });
    return { perMegabyte: milliseconds / megabytes, peak: process.resourceUsage().maxRSS / 1000 };
  };
  process.on('message', () => void answer().then((sent) => process.send?.(sent)));
}

/** Without a collection of all garbage before: it throws away compiled code too, and every round would compile it anew. */
async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The middle value; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** Median of the quotients of two measurements, round by round. */
export function ratio(one: Measurement, other: Measurement): number {
  return median(one.perMegabyte.map((value, round) => value / (other.perMegabyte[round] ?? Number.NaN)));
}
