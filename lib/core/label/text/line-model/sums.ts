/** Running sums of a column, so that the sum over any range of rows costs one subtraction: entry i holds the rows before i. */
export type Sums = Float64Array;

/** The running sums of a column. */
export function runningSums(count: number, read: (row: number) => number): Sums {
  const sums = new Float64Array(count + 1);
  for (let row = 0; row < count; row++) sums[row + 1] = (sums[row] ?? 0) + read(row);
  return sums;
}

/** Sum over the rows `from` to `to` (exclusive); rows outside of the column count nothing. */
export function sumOver(sums: Sums, from: number, to: number): number {
  const count = sums.length - 1;
  const start = Math.min(count, Math.max(0, from));
  const end = Math.min(count, Math.max(start, to));
  return (sums[end] ?? 0) - (sums[start] ?? 0);
}
