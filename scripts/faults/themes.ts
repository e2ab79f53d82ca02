import type { RemovalMode } from './judge.ts';
import type { Fault } from './proxy.ts';
import type { Step } from './schedule.ts';

/** What the schedules of one scenario are drawn from. */
export interface Theme {
  /** Number of the scenario that they belong to. */
  readonly scenario: number;
  readonly steps: readonly Step[];
  readonly modes: readonly RemovalMode[];
  readonly keys: number;
  readonly maxVersions: number;
  readonly maxCopies: number;
  readonly faults: readonly Fault[];
  readonly minFaults: number;
  readonly maxFaults: number;
}

const QUIET = {
  steps: ['article', 'lines', 'shard'],
  modes: ['keep'],
  keys: 2,
  maxVersions: 1,
  maxCopies: 1,
  faults: ['delay'],
  minFaults: 0,
  maxFaults: 0,
} as const;

const PLATFORM: readonly Fault[] = ['slow-down', 'internal', 'reset', 'hang', 'cut', 'lost', 'conflict', 'delay'];

/** The scenarios that depend on the order in which things happen. */
export const THEMES: readonly Theme[] = [
  {
    ...QUIET,
    scenario: 2,
    steps: ['article', 'bad', 'lines', 'shard'],
    keys: 1,
    maxCopies: 3,
    minFaults: 1,
    maxFaults: 3,
  },
  { ...QUIET, scenario: 3, maxVersions: 4, maxCopies: 2 },
  { ...QUIET, scenario: 5, steps: ['article', 'bad'], maxVersions: 3, maxCopies: 1, maxFaults: 2 },
  {
    ...QUIET,
    scenario: 6,
    steps: ['article', 'shard', 'remove', 'bad'],
    modes: ['delete', 'tombstone'],
    maxVersions: 4,
    maxCopies: 2,
    faults: PLATFORM,
    maxFaults: 4,
  },
  { ...QUIET, scenario: 7, faults: PLATFORM, minFaults: 1, maxFaults: 6, maxVersions: 2 },
  { ...QUIET, scenario: 8, faults: ['denied'], minFaults: 1, maxFaults: 4 },
  { ...QUIET, scenario: 9, steps: ['bad'], faults: PLATFORM, minFaults: 1, maxFaults: 4, maxVersions: 2 },
  {
    ...QUIET,
    scenario: 13,
    steps: ['article', 'bad', 'lines', 'shard'],
    keys: 5,
    faults: [...PLATFORM, 'denied'],
    minFaults: 2,
    maxFaults: 8,
  },
  {
    ...QUIET,
    scenario: 14,
    maxCopies: 3,
    faults: ['delay', 'lost', 'conflict'],
    minFaults: 1,
    maxFaults: 6,
    maxVersions: 2,
  },
  { ...QUIET, scenario: 19, faults: ['cut', 'lost'], minFaults: 1, maxFaults: 6, maxVersions: 2, maxCopies: 2 },
  {
    ...QUIET,
    scenario: 23,
    steps: ['shard', 'bad', 'remove'],
    modes: ['keep', 'delete', 'tombstone'],
    maxVersions: 3,
    maxCopies: 2,
    faults: PLATFORM,
    maxFaults: 5,
  },
  {
    scenario: 25,
    steps: ['article', 'bad', 'lines', 'shard', 'remove'],
    modes: ['keep', 'delete', 'tombstone'],
    keys: 3,
    maxVersions: 4,
    maxCopies: 3,
    faults: [...PLATFORM, 'denied'],
    minFaults: 0,
    maxFaults: 8,
  },
];
