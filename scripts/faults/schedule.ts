import fc from 'fast-check';
import type { RemovalMode } from './judge.ts';
import type { Fault } from './proxy.ts';
import type { Theme } from './themes.ts';

export type Step = 'article' | 'bad' | 'lines' | 'remove';

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
  readonly faults: readonly { readonly fault: Fault; readonly after: number }[];
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
    faults: fc.array(fc.record({ fault: fc.constantFrom<Fault>(...theme.faults), after: fc.nat({ max: 14 }) }), {
      minLength: theme.minFaults,
      maxLength: theme.maxFaults,
    }),
  });
}

/** A key whose kind changes leaves two outputs, unless the older one may be taken away. */
export function settled(step: Step, steps: readonly Step[], mode: RemovalMode): Step {
  const first = steps.find((one) => one === 'article' || one === 'lines');
  return mode === 'keep' && first !== undefined && (step === 'article' || step === 'lines') ? first : step;
}
