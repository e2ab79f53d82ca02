/** `npm run -s fuzz [-- RUNS [SEED]]`: the checks of `test/property/hostile-fuzz.test.ts` with more runs and a new seed. */
import { fuzz } from '../test/support/fuzz-cases.ts';

const runs = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000);
const kinds = Object.entries(fuzz);
for (const [kind, check] of kinds) {
  const started = performance.now();
  await check({ numRuns: Math.ceil(runs / kinds.length), seed });
  console.log(`${kind}: ${Math.ceil(runs / kinds.length)} runs, ${Math.round((performance.now() - started) / 1000)} s`);
}
console.log(`fuzz ${runs} runs, seed ${seed}, 0 failures`);
