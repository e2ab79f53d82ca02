import type { Block } from '../../../document.ts';
import type { Line } from '../lines.ts';

/** A list or table. */
export interface LineGroup {
  readonly first: number;
  count: number;
  size: number;
  linked: number;
  ended: number;
}

/** The list or table that each row is an entry of. */
export function readGroups(blocks: readonly Block[], lines: readonly Line[]): readonly (LineGroup | undefined)[] {
  let open: LineGroup | undefined;
  let number = -1;
  return blocks.map((block, row) => {
    if (block.group < 0) open = undefined;
    else if (open === undefined || block.group !== number)
      open = { first: row, count: 0, size: 0, linked: 0, ended: 0 };
    number = block.group;
    if (open === undefined) return undefined;
    const size = lines[row]?.size ?? 0;
    open.count++;
    open.size += size;
    open.linked += size * block.linkDensity;
    if (lines[row]?.ended === true) open.ended++;
    return open;
  });
}

/** For each row the last marked row before it; -1 for none. */
export function lastBefore(count: number, is: (row: number) => boolean): Int32Array {
  const last = new Int32Array(count).fill(-1);
  let at = -1;
  for (let row = 0; row < count; row++) {
    last[row] = at;
    if (is(row)) at = row;
  }
  return last;
}

/** For each row the nearest marked row before it and behind it. */
export function nearest(marks: Uint8Array): { readonly before: Int32Array; readonly after: Int32Array } {
  const count = marks.length;
  const before = lastBefore(count, (row) => marks[row] !== 0);
  const after = new Int32Array(count);
  let at = count;
  for (let row = count - 1; row >= 0; row--) {
    after[row] = at;
    if (marks[row] !== 0) at = row;
  }
  return { before, after };
}

/** The middle one of some values; 0 for none. */
export function medianOf(values: Float32Array): number {
  const sorted = values.slice().sort();
  return sorted[sorted.length >> 1] ?? 0;
}
