import type { S3EventRecord } from 'aws-lambda';
import { batchOf } from '../queue-batch.ts';
import { type Expected, type Faults, judge, NO_FAULTS, type RemovalMode, sumFaults } from './judge.ts';
import { messageOf } from './messages.ts';
import type { BenchHandler, HandlerSetUp, Rig } from './rig.ts';
import type { Workers } from './workers.ts';

/** One of the faults that the pipeline must come through. */
export interface Scenario {
  readonly number: number;
  readonly title: string;
  readonly run: (bench: Bench) => Promise<string>;
}

export interface ScenarioResult extends Faults {
  readonly number: number;
  readonly title: string;
  /** What was counted, in words. */
  readonly seen: string;
  /** Claims that did not hold, besides what is lost, doubled or stale. */
  readonly broken: readonly string[];
}

/** What a scenario works with: keys of its own on the rig that all share. */
export class Bench {
  readonly prefix: string;
  readonly #verdicts: Faults[] = [];
  readonly #broken: string[] = [];
  readonly #handlers: BenchHandler[] = [];

  constructor(
    readonly rig: Rig,
    readonly workers: Workers,
    readonly random: () => number,
    /** Kills that the scenarios with a worker process divide among themselves. */
    readonly kills: number,
    number: number,
  ) {
    this.prefix = `f${String(number).padStart(2, '0')}/`;
  }

  static async run(scenario: Scenario, make: (number: number) => Bench): Promise<ScenarioResult> {
    const bench = make(scenario.number);
    const { number, title } = scenario;
    try {
      const seen = await scenario.run(bench);
      return { number, title, seen, ...sumFaults(bench.#verdicts), broken: bench.#broken };
    } catch (error) {
      const why = error instanceof Error ? `${error.message}${error.stack?.split('\n')[1] ?? ''}` : String(error);
      return { number, title, seen: '', ...NO_FAULTS, broken: [`ended with ${why}`] };
    } finally {
      for (const handler of bench.#handlers) handler.close();
      bench.rig.proxy.rules.length = 0;
    }
  }

  key(name: string): string {
    return this.prefix + name;
  }

  handler(setUp: HandlerSetUp = {}): BenchHandler {
    const handler = this.rig.handler(setUp);
    this.#handlers.push(handler);
    return handler;
  }

  /** A claim of the scenario that is no matter of lost, doubled or stale. */
  claim(holds: boolean, otherwise: string): void {
    if (!holds) this.#broken.push(otherwise);
  }

  async judge(expected: readonly Expected[], mode: RemovalMode = 'keep', prefix = this.prefix): Promise<void> {
    this.#verdicts.push(await judge(this.rig, prefix, expected, mode));
  }

  count(faults: Partial<Faults>): void {
    this.#verdicts.push({ ...NO_FAULTS, ...faults });
  }

  /** Brings events one a message, in batches of ten, again and again until none fails; gives the deliveries of each. */
  async deliver(handler: BenchHandler, events: readonly S3EventRecord[], maxRounds = 6): Promise<readonly number[]> {
    const deliveries = events.map(() => 0);
    let waiting = events.map((_, place) => place);
    for (let round = 0; round < maxRounds && waiting.length > 0; round++) {
      const failed: number[] = [];
      for (let start = 0; start < waiting.length; start += 10) {
        const places = waiting.slice(start, start + 10);
        const bodies = places.map((place) => messageOf(...events.slice(place, place + 1)));
        const { batchItemFailures } = await handler.handle(batchOf(bodies));
        const ids = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
        for (const [index, place] of places.entries()) {
          deliveries[place] = (deliveries[place] ?? 0) + 1;
          if (ids.has(`m${index}`)) failed.push(place);
        }
      }
      waiting = failed;
    }
    return deliveries;
  }
}

export function cleaned(event: S3EventRecord): Extract<Expected, { outcome: 'cleaned' }> {
  return { key: keyOf(event), outcome: 'cleaned', versionId: event.s3.object.versionId ?? '' };
}

export function quarantined(event: S3EventRecord): Expected {
  return { key: keyOf(event), outcome: 'quarantined', versionId: event.s3.object.versionId ?? '' };
}

function keyOf(event: S3EventRecord): string {
  return decodeURIComponent(event.s3.object.key.replaceAll('+', ' '));
}

/** Equal seeds give equal sequences; mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
