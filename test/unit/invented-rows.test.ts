import { TEASER_WEIGHTS } from '../../lib/core/label/text/teaser-weights.ts';
import { hashInventedRows, readInventedRows } from '../../scripts/teasers/invented-rows.ts';

const rows = readInventedRows();

it('leaves out the groups that no model may have seen', () => {
  expect(rows.length).toBeGreaterThan(200);
  expect(rows.filter(({ id }) => /^invented\/(?:evenings|mistaken|scripts|wires)\//.test(id))).toEqual([]);
  expect(TEASER_WEIGHTS.training.sets.find(({ name }) => name === 'invented')).toEqual({
    name: 'invented',
    gold: hashInventedRows(),
    pages: rows.length,
  });
});

it('marks nothing as of another story but what goes and stands between lines of the article', () => {
  for (const { lines } of rows) {
    const marked = lines.flatMap(({ insert }, at) => (insert === 1 ? [at] : []));
    expect(marked.every((at) => lines[at]?.keep === false)).toBe(true);
    expect(lines.slice(0, marked[0]).some(({ keep }) => keep === true) || marked.length === 0).toBe(true);
    expect(lines.slice(marked.at(-1)).some(({ keep }) => keep === true) || marked.length === 0).toBe(true);
  }
  expect(rows.flatMap(({ lines }) => lines).filter(({ insert }) => insert === 1).length).toBeGreaterThan(500);
});
