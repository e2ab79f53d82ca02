// npm run quality -- [BENCH] [options]: the own cases, and the figures on the benchmark sets against test/quality/floor.json.
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { runGate } from './gate.ts';
import { benchMeasure } from './measure-set.ts';
import { SETS } from './sets.ts';

interface Options {
  readonly sample?: true;
  readonly writeFloors?: true;
  readonly lowerFloors?: true;
  readonly sets: readonly string[];
  readonly floorFile: string;
}

const program = new Command('quality')
  .description('Runs the own cases, then measures the benchmark sets and fails where a figure lies below its floor.')
  .argument('[bench]', 'the benchmark folder; sets that are not in it are told and not measured', '../shared/bench')
  .option('--sample', 'a fixed part of each set, with floors of its own')
  .option('--write-floors', 'writes what was measured as floors; refuses to lower one')
  .option('--lower-floors', 'with --write-floors: lowers floors too, and prints which')
  .option('--sets <names>', 'only these sets, separated by commas', setNames, SETS)
  .option('--floor-file <file>', 'where the floors are', 'test/quality/floor.json');

await program.parseAsync(process.argv);
const options = program.opts<Options>();
const bench = program.processedArgs[0] as string;
if (options.lowerFloors === true && options.writeFloors !== true)
  program.error('expected --write-floors with --lower-floors');

const casesHold = runOwnCases();
const setsHold = await runGate(
  {
    bench,
    sets: options.sets,
    floorFile: options.floorFile,
    isSample: options.sample === true,
    writesFloors: options.writeFloors === true,
    lowersFloors: options.lowerFloors === true,
    lanes: availableParallelism(),
  },
  benchMeasure(bench, options.sample === true),
  (line) => console.log(line),
);
process.exitCode = casesHold && setsHold ? 0 : 1;

/** The invented cases have no floors: each has to come out as its `expected.json` says. */
function runOwnCases(): boolean {
  const { status, stderr } = spawnSync('npx', ['jest', 'test/cases'], { encoding: 'utf8' });
  const counts = /^Tests: +(.*)$/m.exec(stderr)?.[1] ?? stderr;
  console.log(`${status === 0 ? 'holds  ' : 'FALLEN '}own cases (test/cases)  ${counts}`);
  if (status !== 0) console.log(stderr);
  return status === 0;
}

function setNames(value: string): readonly string[] {
  return value.split(',').map((name) => {
    const found = SETS.find((set) => set === name);
    if (found === undefined) throw new InvalidArgumentError(`expected some of ${SETS.join(', ')}, got ${name}`);
    return found;
  });
}
