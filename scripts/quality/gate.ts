import { corpusHash, isThere } from './corpus.ts';
import { describeFall, type Floors, nextFloor, reasonsAgainst, type SetFigures, type SetFloor } from './floor.ts';
import { readFloorFile, writeFloors } from './floor-file.ts';
import type { Figures } from './scorers.ts';

export interface GateOptions {
  /** The benchmark folder; may be missing, or miss sets. */
  readonly bench: string;
  readonly sets: readonly string[];
  readonly floorFile: string;
  readonly isSample: boolean;
  readonly writesFloors: boolean;
  readonly lowersFloors: boolean;
  /** Sets measured at a time. */
  readonly lanes: number;
}

/** Measures the figures of one set. @throws Error where it cannot be measured */
export type MeasureSet = (set: string) => Promise<{ readonly documents: number; readonly figures: Figures }>;

interface Result {
  readonly set: string;
  readonly floor: SetFloor | undefined;
  /** `null` where measuring failed. */
  readonly measured: SetFigures | null;
  readonly reasons: readonly string[];
}

/**
 * Measures the sets that are there against their floors and prints a line for each. True where all of them hold; with
 * `writesFloors`, where the floors could be written. A set that is not there is told and fails nothing.
 */
export async function runGate(
  options: GateOptions,
  measure: MeasureSet,
  print: (line: string) => void,
): Promise<boolean> {
  const absent = options.sets.filter((set) => !isThere(options.bench, set));
  if (absent.length > 0) print(`not measured: ${absent.join(', ')} (not in ${options.bench})`);
  const waiting = options.sets.filter((set) => !absent.includes(set));
  const floors = readFloorFile(options.floorFile)[options.isSample ? 'sample' : 'full'];
  const results: Result[] = [];
  const work = async (): Promise<void> => {
    for (let set = waiting.shift(); set !== undefined; set = waiting.shift()) {
      const result = await measureOne(options, set, floors[set], measure);
      for (const line of describeResult(result, options.writesFloors)) print(line);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: options.lanes }, work));
  if (options.writesFloors) return raise(options, results, print);
  const fallen = results.filter(({ reasons }) => reasons.length > 0);
  print(`${results.length - fallen.length} sets hold, ${fallen.length} do not, ${absent.length} not measured`);
  return fallen.length === 0;
}

async function measureOne(
  { bench }: GateOptions,
  set: string,
  floor: SetFloor | undefined,
  measure: MeasureSet,
): Promise<Result> {
  try {
    const measured = { corpus: corpusHash(bench, set), ...(await measure(set)) };
    return { set, floor, measured, reasons: reasonsAgainst(floor, measured) };
  } catch (error) {
    const reason = `could not be measured: ${error instanceof Error ? error.message : String(error)}`;
    return { set, floor, measured: null, reasons: [reason] };
  }
}

/** Writes the floors of all sets, or of none where one cannot be measured or would be lowered unasked. */
function raise(options: GateOptions, results: readonly Result[], print: (line: string) => void): boolean {
  const next: Record<string, SetFloor> = {};
  const lowered: string[] = [];
  for (const { set, floor, measured } of results) {
    if (measured === null) {
      print('no floor written: not every set could be measured');
      return false;
    }
    const { floor: raised, falls } = nextFloor(floor, measured);
    next[set] = raised;
    lowered.push(...falls.map((fall) => `${set} ${describeFall(fall)}`));
  }
  for (const line of lowered) print(`${options.lowersFloors ? 'lowered' : 'would lower'}: ${line}`);
  if (lowered.length > 0 && !options.lowersFloors) {
    print(`no floor written: ${lowered.length} would be lower; --lower-floors writes them, in a commit that says why`);
    return false;
  }
  writeFloors(options.floorFile, options.isSample ? 'sample' : 'full', next satisfies Floors);
  print(`floors of ${results.length} sets written to ${options.floorFile}`);
  return true;
}

function describeResult({ set, measured, reasons }: Result, writesFloors: boolean): readonly string[] {
  const state = measured === null ? 'FAILED' : writesFloors ? 'came' : reasons.length === 0 ? 'holds' : 'FALLEN';
  const figures = measured === null ? '' : ` ${measured.documents} documents  ${summary(measured.figures)}`;
  const told = writesFloors && measured !== null ? [] : reasons;
  return [`${state.padEnd(7)}${set.padEnd(18)}${figures}`, ...told.map((reason) => `        ${reason}`)];
}

/** The figures over all groups, or one of each field. */
function summary(figures: Figures): string {
  const show = (values: Readonly<Record<string, number>>): string =>
    Object.entries(values)
      .map(([measure, value]) => `${measure} ${value.toFixed(3)}`)
      .join(' ');
  if (figures.all !== undefined) return show(figures.all);
  return Object.entries(figures)
    .map(([group, values]) => `${group} ${(values.norm ?? values.f1 ?? values.acc ?? 0).toFixed(3)}`)
    .join(' ');
}
