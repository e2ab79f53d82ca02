import { startDraft } from '../../lib/core/label/text/draft.ts';
import { joinLists } from '../../lib/core/label/text/line-model/join-lists.ts';
import type { JudgedLines } from '../../lib/core/label/text/line-model/line-model.ts';
import { readLinePage } from '../../lib/core/label/text/line-model/line-page.ts';
import { readWordTable } from '../../lib/core/label/text/line-model/word-table.ts';
import { parseText } from '../../lib/core/parse/text.ts';

/** Probabilities of the lines of a text, in order, after those of lists have leant towards each other. */
function joined(lines: readonly string[], probability: readonly number[]): readonly number[] {
  const document = parseText(lines.join('\n'));
  const page = readLinePage(startDraft(document, document.blocks, new Map()), readWordTable(''));
  const judged: JudgedLines = { page, probability: Float64Array.from(probability) };
  return [...joinLists(judged).probability].map((value) => Math.round(value * 100) / 100);
}

describe('lists', () => {
  const items = ['- boats', '- nets', '- ropes', '- tides'];

  test('stay or go as wholes: an item in doubt leans towards the others', () => {
    expect(joined(items, [0.9, 0.9, 0.1, 0.9])).toEqual([0.8, 0.8, 0.4, 0.8]);
  });

  test('weigh their items by their words', () => {
    const [first, , , last] = joined(['- boats and nets and ropes', '- tides', '- ice', '- wind'], [1, 0, 0, 0]);
    expect(first).toBeGreaterThan(0.7);
    expect(last).toBeGreaterThan(0.2);
  });

  test('do not lean on what stands around them, nor two lines on each other', () => {
    expect(joined(['Boats come home.', '', ...items], [0.2, 0.9, 0.9, 0.9, 0.9])).toEqual([0.2, 0.9, 0.9, 0.9, 0.9]);
    expect(joined(items.slice(0, 2), [0.9, 0.1])).toEqual([0.9, 0.1]);
  });
});
