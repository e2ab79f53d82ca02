import fc from 'fast-check';
import { MAIN_TEXT } from '../../lib/core/label/model/main-text-model.ts';
import { evaluateTrees, LEAF, readSteppedTrees, readTrees, type Trees } from '../../lib/core/label/model/trees.ts';

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function floats(values: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, at) => {
    view.setFloat32(4 * at, value, true);
  });
  return base64(new Uint8Array(view.buffer));
}

/** One tree that asks column 1, then column 0; and one that is a mere leaf. */
const TREES = readTrees({
  base: 0.5,
  sizes: base64(Uint8Array.of(5, 1)),
  columns: base64(Uint8Array.of(1, 255, 0, 255, 255, 255)),
  values: floats([2, -1, 10, 1, 3, 0.25]),
  rights: base64(Uint8Array.of(2, 0, 2, 0, 0, 0)),
});

function odds(row: readonly number[]): number {
  const [probability = 0] = evaluateTrees(TREES, Float32Array.from(row), 2);
  return Math.log(probability / (1 - probability));
}

describe('trees of the model', () => {
  it.each([
    ['left at or below the threshold', [99, 2], -1],
    ['right above it, then left', [10, 2.5], 1],
    ['right twice', [11, 3], 3],
  ])('go %s', (_, row, leaf) => {
    expect(odds(row)).toBeCloseTo(0.5 + leaf + 0.25);
  });

  it('judge every row of a matrix by itself', () => {
    const both = evaluateTrees(TREES, Float32Array.of(99, 2, 11, 3), 2);
    expect([...both]).toEqual([
      ...evaluateTrees(TREES, Float32Array.of(99, 2), 2),
      ...evaluateTrees(TREES, Float32Array.of(11, 3), 2),
    ]);
  });

  it('give the same to the last bit as walked node by node, whatever the number of rows', () => {
    const trees = readTrees(MAIN_TEXT);
    const stepped = readSteppedTrees(MAIN_TEXT);
    // Values of the nodes themselves: what stands at a threshold is the hard case.
    const value = fc.oneof(fc.constantFrom(...trees.values), fc.float());
    const row = fc.array(value, { minLength: 255, maxLength: 255 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const matrix = Float32Array.from(rows.flat());
        const expected = rows.map((one) => walked(trees, Float32Array.from(one)));
        expect([...evaluateTrees(trees, matrix, 255)]).toEqual(expected);
        expect([...evaluateTrees(stepped, matrix, 255)]).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

function walked({ base, roots, columns, values, rights }: Trees, row: Float32Array): number {
  let score = base;
  for (let node of roots) {
    for (let column = columns[node] ?? LEAF; column !== LEAF; column = columns[node] ?? LEAF)
      node += (row[column] ?? 0) <= (values[node] ?? 0) ? 1 : (rights[node] ?? 0);
    score += values[node] ?? 0;
  }
  return 1 / (1 + Math.exp(-score));
}
