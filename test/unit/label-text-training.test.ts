import { probability } from '../../lib/core/label/text/tree-model.ts';
import { fitTrees } from '../../scripts/boosted-trees.ts';
import { type InsertRow, measureRow, moveToTop, stackRoundUps } from '../../scripts/teaser-rows.ts';

const OPTIONS = { trees: 20, depth: 2, rate: 0.3, minLeaf: 1, ridge: 1 };
const rows = Array.from({ length: 200 }, (_, i) => [i % 2, (i >> 1) % 2, i]);
const targets = rows.map(([a, b]) => a === 1 && b === 0);

describe('boosted trees', () => {
  test('learn what two features say together', () => {
    const model = fitTrees({ rows, targets }, OPTIONS);
    expect(probability(model, [1, 0, 0])).toBeGreaterThan(0.9);
    expect(probability(model, [1, 1, 0])).toBeLessThan(0.1);
  });

  test('are the same for the same rows', () => {
    expect(fitTrees({ rows, targets }, OPTIONS)).toEqual(fitTrees({ rows, targets }, OPTIONS));
  });
});

const row: InsertRow = {
  id: 'a',
  site: 's',
  style: 'insert-HXI',
  lang: 'en',
  lines: [
    { t: 'Ferry to Holm runs again', keep: null },
    {
      t: 'The ferry between Aldersund and Holm will run again from Monday, the harbour office of Aldersund said.',
      keep: true,
    },
    { t: 'Geese win the cup', keep: false, insert: 1 },
    {
      t: 'The geese of Brackwater won the cup of the northern ponds on Sunday after a night of rain and wind.',
      keep: false,
      insert: 1,
    },
    { t: '![]()', keep: false, insert: 1 },
    {
      t: 'The crews had stopped the ferry for eleven days because the harbour office wanted to cut the watch.',
      keep: true,
    },
  ],
};

describe('rows to learn from', () => {
  test('seek the windows of the insert and none with a line of the article', () => {
    const { document, targets: sought } = measureRow(row);
    const found = document.windows.flatMap(({ shape, start }, w) => (sought[w] ? [`${shape}@${start}`] : []));
    expect(found).toEqual(['HXI@2', 'HX@2', 'H@2', 'X@3']);
  });

  test('are also given with the insert right before the first paragraph', () => {
    expect(moveToTop(row)?.lines.map(({ insert }) => insert ?? 0)).toEqual([0, 1, 1, 1, 0, 0]);
  });

  test('make round-ups in which every line is the article', () => {
    const stacked = stackRoundUps(Array.from({ length: 8 }, (_, i) => ({ ...row, id: `${i}` })));
    expect(stacked.length).toBeGreaterThan(0);
    expect(stacked.flatMap(({ lines }) => lines).every(({ keep }) => keep === true)).toBe(true);
  });
});
