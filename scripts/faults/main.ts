/**
 * Puts every fault that the pipeline must come through before it: the real SDK, the function as it is deployed, an S3
 * endpoint behind a proxy that spoils requests, processes that are killed.
 *
 *     npm run -s check:faults -- [--seed N] [--schedules N] [--kills N] [--only N]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesizeFunction } from '../../lib/local/code.ts';
import { Bench, type Scenario, type ScenarioResult, seededRandom } from './bench.ts';
import { sumFaults } from './judge.ts';
import { Rig } from './rig.ts';
import { BATCHES } from './scenarios/batches.ts';
import { EVENTS } from './scenarios/events.ts';
import { PLATFORM } from './scenarios/platform.ts';
import { QUEUES } from './scenarios/queues.ts';
import { REPEATS } from './scenarios/repeats.ts';
import { SET_UP } from './scenarios/set-up.ts';
import { SHARDS } from './scenarios/shards.ts';
import { runSchedules, type ScheduleVerdict } from './schedules.ts';
import { printTable } from './table.ts';
import { Workers } from './workers.ts';

const SCENARIOS: readonly Scenario[] = [
  ...REPEATS,
  ...PLATFORM,
  ...BATCHES,
  ...QUEUES,
  ...SET_UP,
  ...SHARDS,
  ...EVENTS,
].toSorted((a, b) => a.number - b.number);

/** Schedules at a time: they wait for one another's turns most of the time. */
const LANES = 8;

const projectRoot = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    schedules: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '50' },
    only: { type: 'string' },
  },
});
const [seed, schedules, kills] = [values.seed, values.schedules, values.kills].map((text) => numberOf(text));
process.exitCode = await main(
  seed ?? 1,
  schedules ?? 0,
  kills ?? 0,
  values.only === undefined ? null : numberOf(values.only),
);

function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`expected a number, got "${text}"`);
  return Number(text);
}

async function main(seed: number, schedules: number, kills: number, only: number | null): Promise<number> {
  const rig = await Rig.start();
  try {
    const code = await synthesizeFunction(projectRoot, join(projectRoot, 'cdk.out', 'faults'));
    const workers = new Workers(rig, projectRoot, code);
    const make = (number: number): Bench => new Bench(rig, workers, seededRandom(seed + number), kills, number);
    const results: ScenarioResult[] = [];
    for (const scenario of SCENARIOS.filter(({ number }) => only === null || number === only)) {
      process.stderr.write(`\r${scenario.number}/25 ${scenario.title} ...\x1b[K`);
      results.push(await Bench.run(scenario, make));
    }
    process.stderr.write('\rschedules ...\x1b[K');
    const verdicts: ScheduleVerdict[] = [];
    await runSchedules(rig, schedules, seed, LANES, (verdict) => verdicts.push(verdict));
    process.stderr.write('\r\x1b[K');
    printTable(results, verdicts);
    const sum = sumFaults([...results, ...verdicts]);
    const held = results.filter(({ broken }) => broken.length === 0).length;
    console.log(
      `faults ${held} scenarios, ${schedules} schedules, ${kills} kills: ${sum.lost} lost, ${sum.doubled} doubled, ${sum.stale} stale`,
    );
    return held === 25 && sum.lost + sum.doubled + sum.stale === 0 ? 0 : 1;
  } finally {
    await rig.close();
  }
}
