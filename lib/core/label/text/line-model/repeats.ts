import type { Block } from '../../../document.ts';
import type { Line } from '../lines.ts';

/** What stands more than once in the document, texts and shapes of lines. */
export interface Repeats {
  /** Rows with the same text, this one included. */
  readonly copies: Uint16Array;
  /** 1 when the same text stood before. */
  readonly saidBefore: Uint8Array;
  /** Number of the shape of each row. */
  readonly shape: Int32Array;
  /** Rows of each shape. */
  readonly shapeRows: Int32Array;
}

/** A number for the shape of a line: lines of one list or of a row of cards have the same. */
export function hashLine(line: Line, block: Block): number {
  const size = Math.min(7, Math.floor(Math.log2(1 + line.size)));
  const kind = block.kind === 'heading' ? 1 : block.kind === 'list-item' ? 2 : block.kind === 'table-row' ? 3 : 0;
  const linked = block.linkDensity > 0.5 ? 1 : 0;
  return size | (kind << 3) | (linked << 5) | (line.ended ? 64 : 0);
}

/** Highest number of a shape, plus one. */
const SHAPES = 128;

/** Counts equal texts and equal shapes. */
export function readRepeats(lines: readonly Line[], blocks: readonly Block[], shapeOf: typeof hashLine): Repeats {
  const count = lines.length;
  const seen = new Map<string, number>();
  const copies = new Uint16Array(count);
  const saidBefore = new Uint8Array(count);
  const shape = new Int32Array(count);
  const shapeRows = new Int32Array(SHAPES);
  blocks.forEach(({ text }, row) => {
    const times = seen.get(text) ?? 0;
    saidBefore[row] = times > 0 ? 1 : 0;
    seen.set(text, times + 1);
    const number = shapeOf(lines[row] as Line, blocks[row] as Block);
    shape[row] = number;
    shapeRows[number] = (shapeRows[number] ?? 0) + 1;
  });
  blocks.forEach(({ text }, row) => {
    copies[row] = seen.get(text) ?? 1;
  });
  return { copies, saidBefore, shape, shapeRows };
}
