import type { Contestant } from './contestants.ts';

/** CPU milliseconds a megabyte of HTML, one value a round. */
export interface Measurement {
  readonly name: string;
  readonly perMegabyte: readonly number[];
}

/** Rounds before the first that counts: the compiler must have seen every contestant. */
const WARM_UP_ROUNDS = 3;

/** Measures all contestants in turn, round by round, so that whatever slows the machine down slows all of them. */
export function measureAll(
  contestants: readonly Contestant[],
  pages: readonly Uint8Array[],
  rounds: number,
): readonly Measurement[] {
  const megabytes = pages.reduce((sum, page) => sum + page.length, 0) / 1e6;
  const entries = contestants.map(({ name, prepare, run }) => ({
    run,
    pages: pages.map(prepare),
    measurement: { name, perMegabyte: [] as number[] },
  }));
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (const entry of entries) {
      const milliseconds = cpuOf(() => entry.pages.forEach(entry.run));
      if (round >= 0) entry.measurement.perMegabyte.push(milliseconds / megabytes);
    }
  }
  return entries.map(({ measurement }) => measurement);
}

function cpuOf(work: () => void): number {
  // The garbage of one contestant is no work of the next.
  globalThis.gc?.();
  const before = process.cpuUsage();
  work();
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
