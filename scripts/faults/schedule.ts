import fc from 'fast-check';
import type { RemovalMode } from './judge.ts';
import type { Fault } from './proxy.ts';
import type { Theme } from './themes.ts';

export type Step = 'article' | 'bad' | 'lines' | 'shard' | 'remove';

/** How a shard is handed on to a further invocation: `lost` when only the answer of the queue is. */
export type Send = 'sent' | 'lost' | 'failed';

/** One run: what happens to the objects, in which order its events come, what the platform does meanwhile. */
export interface Schedule {
  readonly scheduler: fc.Scheduler;
  readonly mode: RemovalMode;
  readonly keys: readonly (readonly Step[])[];
  /** Steps of all keys that are taken before anything is delivered; the others happen meanwhile. */
  readonly early: number;
  /** Deliveries of each event, 1 to 3. */
  readonly copies: readonly number[];
  /** Sorts the deliveries. */
  readonly order: readonly number[];
  readonly batchSize: number;
  readonly faults: readonly PutFault[];
  /** Of one batch after another: how often it is told that there is time, and the time that is left then. */
  readonly times: readonly { readonly answers: number; readonly leftMs: number }[];
  /** What becomes of one continuation after another; the others are sent. */
  readonly sends: readonly Send[];
  /** Failed batches and continuations that come back while the others are still under way. */
  readonly soon: number;
}

/** A fault that spoils `times` requests, once `after` have passed. */
export interface PutFault {
  readonly fault: Fault;
  readonly after: number;
  readonly times: number;
}

/** Draws the schedules; equal seeds draw equal ones. */
export function drawSchedules(theme: Theme, count: number, seed: number): readonly Schedule[] {
  return count === 0 ? [] : fc.sample(arbitrarySchedule(theme), { numRuns: count, seed });
}

function arbitrarySchedule(theme: Theme): fc.Arbitrary<Schedule> {
  const step = fc.constantFrom<Step>(...theme.steps);
  return fc.record({
    scheduler: fc.scheduler(),
    mode: fc.constantFrom<RemovalMode>(...theme.modes),
    keys: fc.array(fc.array(step, { minLength: 1, maxLength: theme.maxVersions }), {
      minLength: theme.keys,
      maxLength: theme.keys,
    }),
    early: fc.nat({ max: 6 }),
    copies: fc.array(fc.integer({ min: 1, max: theme.maxCopies }), { minLength: 12, maxLength: 12 }),
    order: fc.array(fc.nat(), { minLength: 36, maxLength: 36 }),
    batchSize: fc.integer({ min: 1, max: 10 }),
    faults: fc.array(arbitraryFault(theme), { minLength: theme.minFaults, maxLength: theme.maxFaults }),
    times: fc.array(
      fc.record({ answers: fc.integer({ min: 3, max: 24 }), leftMs: fc.constantFrom(7_000, 9_000) }),
      theme.steps.includes('shard') ? { minLength: 8, maxLength: 8 } : { maxLength: 0 },
    ),
    sends: fc.array(fc.constantFrom<Send>('sent', ...(theme.maxFaults > 0 ? (['lost', 'failed'] as const) : [])), {
      maxLength: 6,
    }),
    soon: fc.nat({ max: 6 }),
  });
}

/** One that lasts longer than the client tries makes its object come back through the queue. */
function arbitraryFault(theme: Theme): fc.Arbitrary<PutFault> {
  return fc.record({
    fault: fc.constantFrom<Fault>(...theme.faults),
    after: fc.nat({ max: 14 }),
    times: fc.oneof({ arbitrary: fc.constant(1), weight: 3 }, { arbitrary: fc.integer({ min: 2, max: 8 }), weight: 1 }),
  });
}

/** A key whose kind changes leaves two outputs, unless the older one may be taken away. */
export function settled(step: Step, steps: readonly Step[], mode: RemovalMode): Step {
  const first = steps.find(isCleaned);
  return mode === 'keep' && first !== undefined && isCleaned(step) ? first : step;
}

function isCleaned(step: Step): boolean {
  return step !== 'bad' && step !== 'remove';
}
