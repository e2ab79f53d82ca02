import { fuzz } from '../support/fuzz-cases.ts';

/** `npm run -s fuzz` runs 100,000. */
const RUNS = 2000;

describe('whatever comes', () => {
  it.each(Object.entries(fuzz))(
    '%s: one outcome, valid and without active content',
    async (_kind, check) => {
      await check({ numRuns: RUNS / Object.keys(fuzz).length, seed: 20_260_301 });
    },
    300_000,
  );
});
