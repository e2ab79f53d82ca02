import type { Block } from '../../../document.ts';
import type { Line } from '../lines.ts';
import type { TextFacts } from '../text-facts.ts';

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
function hashLine(line: Line, block: Block): number {
  const size = Math.min(7, Math.floor(Math.log2(1 + line.size)));
  const kind = block.kind === 'heading' ? 1 : block.kind === 'list-item' ? 2 : block.kind === 'table-row' ? 3 : 0;
  const linked = block.linkDensity > 0.5 ? 1 : 0;
  return size | (kind << 3) | (linked << 5) | (line.ended ? 64 : 0);
}

/** Highest number of a shape, plus one. */
const SHAPES = 128;

/** Counts equal texts and equal shapes. */
export function readRepeats(lines: readonly Line[], blocks: readonly Block[], facts: readonly TextFacts[]): Repeats {
  const count = lines.length;
  const seen = new Int32Array(facts.reduce((most, { number }) => Math.max(most, number + 1), 0));
  const copies = new Uint16Array(count);
  const saidBefore = new Uint8Array(count);
  const shape = new Int32Array(count);
  const shapeRows = new Int32Array(SHAPES);
  for (let row = 0; row < count; row++) {
    const { number } = facts[row] as TextFacts;
    const times = seen[number] as number;
    saidBefore[row] = times > 0 ? 1 : 0;
    seen[number] = times + 1;
    const own = hashLine(lines[row] as Line, blocks[row] as Block);
    shape[row] = own;
    shapeRows[own] = (shapeRows[own] as number) + 1;
  }
  for (let row = 0; row < count; row++) copies[row] = seen[(facts[row] as TextFacts).number] as number;
  return { copies, saidBefore, shape, shapeRows };
}
