/** Stretches of prose: prose rows that stand close to one another. */
export interface BodyRuns {
  /** Number of the stretch that a row lies in; -1 outside. */
  readonly run: Int32Array;
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Words of the prose of each stretch. */
  readonly size: readonly number[];
  /** The longest stretch; -1 without prose. */
  readonly longest: number;
}

/** Rows without prose that two paragraphs of one stretch may have between them. */
const MAX_GAP = 4;

/** Finds the stretches of prose. */
export function findBodyRuns(size: Float32Array, prose: Uint8Array): BodyRuns {
  const run = new Int32Array(size.length).fill(-1);
  const first: number[] = [];
  const last: number[] = [];
  const sizes: number[] = [];
  for (let row = 0; row < size.length; row++) {
    if (prose[row] !== 1) continue;
    const open = sizes.length - 1;
    const end = open < 0 ? undefined : last[open];
    if (end === undefined || row - end > MAX_GAP + 1) {
      first.push(row);
      last.push(row);
      sizes.push(size[row] ?? 0);
    } else {
      last[open] = row;
      sizes[open] = (sizes[open] ?? 0) + (size[row] ?? 0);
    }
  }
  let longest = -1;
  sizes.forEach((words, at) => {
    run.fill(at, first[at], (last[at] ?? 0) + 1);
    if (words > (longest < 0 ? 0 : (sizes[longest] ?? 0))) longest = at;
  });
  return { run, first, last, size: sizes, longest };
}
