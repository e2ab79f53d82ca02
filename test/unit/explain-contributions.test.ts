import fc from 'fast-check';
import { attributeScores, evenWeights } from '../../lib/core/label/explain/contributions.ts';
import { evaluateTrees, type Trees } from '../../lib/core/label/model/trees.ts';

const LEAF = 255;

/** Two trees: `a <= 1 ? -1 : (b <= 5 ? 1 : 3)` and `b <= 2 ? 0 : 0.5`. */
const TREES: Trees = {
  base: 0.25,
  roots: Int32Array.of(0, 5),
  columns: Uint8Array.of(0, LEAF, 1, LEAF, LEAF, 1, LEAF, LEAF),
  values: Float32Array.of(1, -1, 5, 1, 3, 2, 0, 0.5),
  rights: Uint8Array.of(2, 0, 2, 0, 0, 2, 0, 0),
  walk: null,
};

const logOdds = (probability: number): number => Math.log(probability / (1 - probability));

describe('contributions to the score of a block', () => {
  it('add up with the baseline to the score that the trees give', () => {
    const values = fc.integer({ min: -3, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(values, values), { minLength: 1, maxLength: 20 }), (rows) => {
        const matrix = Float32Array.from(rows.flat());
        const { base, byRow } = attributeScores(TREES, matrix, 2, new Float64Array(rows.length).fill(1));
        const scores = [...evaluateTrees(TREES, matrix, 2)].map(logOdds);
        scores.forEach((score, row) => {
          expect(base + (byRow[2 * row] ?? 0) + (byRow[2 * row + 1] ?? 0)).toBeCloseTo(score, 9);
        });
      }),
    );
  });

  it('blame the column that sets a block apart from the others', () => {
    const matrix = Float32Array.of(0, 9, 2, 9, 2, 9, 2, 9);
    const { byRow } = attributeScores(TREES, matrix, 2, [1, 1, 1, 1]);
    const [a = 0, b = 0] = byRow;
    expect(a).toBeLessThan(-2);
    expect(Math.abs(b)).toBeLessThan(0.5);
  });

  it('give reasons on a page of a single block too', () => {
    const { byRow } = attributeScores(TREES, Float32Array.of(0, 0), 2, [1]);
    expect(byRow[0]).toBeLessThan(0);
    expect(byRow[1]).toBeLessThan(0);
  });

  it('count kept and removed blocks alike, whatever their number', () => {
    const weights = evenWeights(Uint8Array.of(1, 0, 0, 0));
    expect([...weights]).toEqual([2, 2 / 3, 2 / 3, 2 / 3]);
    expect([...evenWeights(Uint8Array.of(0, 0))]).toEqual([1, 1]);
    expect([...evenWeights(Uint8Array.of(1, 1, 1))]).toEqual([1, 1, 1]);
  });
});
