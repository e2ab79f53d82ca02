import type { Block } from '../../../document.ts';
import type { Line } from '../lines.ts';
import type { Sums } from './sums.ts';

/** Running sums over the rows of a document. */
export interface LineSums {
  readonly size: Sums;
  readonly prose: Sums;
  readonly proseSize: Sums;
  readonly linked: Sums;
  readonly ended: Sums;
  readonly endedSize: Sums;
  readonly short: Sums;
  readonly removed: Sums;
  readonly furniture: Sums;
  readonly images: Sums;
  readonly headings: Sums;
  readonly gaps: Sums;
}

/** What the rows are summed up by. */
export interface SummedRows {
  readonly blocks: readonly Block[];
  readonly lines: readonly Line[];
  readonly size: Float32Array;
  readonly prose: Uint8Array;
  readonly verdict: Uint8Array;
  readonly imagesBefore: Uint8Array;
}

const SHORT_SIZE = 6;

function emptySums(count: number): LineSums {
  const column = (): Sums => new Float64Array(count + 1);
  return {
    size: column(),
    prose: column(),
    proseSize: column(),
    linked: column(),
    ended: column(),
    endedSize: column(),
    short: column(),
    removed: column(),
    furniture: column(),
    images: column(),
    headings: column(),
    gaps: column(),
  };
}

/** Sums up all rows at once. @param furnitureFrom Verdict from which a line is furniture or of another story. */
export function sumRows(rows: SummedRows, furnitureFrom: number): LineSums {
  const { blocks, lines, size, prose, verdict, imagesBefore } = rows;
  const sums = emptySums(lines.length);
  for (let row = 0; row < lines.length; row++) {
    const line = lines[row] as Line;
    const block = blocks[row] as Block;
    const own = size[row] as number;
    const isProse = prose[row] as number;
    const said = verdict[row] as number;
    add(sums.size, row, own);
    add(sums.prose, row, isProse);
    add(sums.proseSize, row, isProse === 1 ? own : 0);
    add(sums.linked, row, own * block.linkDensity);
    add(sums.ended, row, line.ended ? 1 : 0);
    add(sums.endedSize, row, line.ended ? own : 0);
    add(sums.short, row, own < SHORT_SIZE ? 1 : 0);
    add(sums.removed, row, said === 0 ? 0 : 1);
    add(sums.furniture, row, said >= furnitureFrom ? 1 : 0);
    add(sums.images, row, Math.min(1, imagesBefore[row] as number));
    add(sums.headings, row, block.kind === 'heading' ? 1 : 0);
    add(sums.gaps, row, line.gap);
  }
  return sums;
}

function add(sums: Sums, row: number, value: number): void {
  sums[row + 1] = (sums[row] as number) + value;
}
