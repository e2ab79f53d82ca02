import type { Removal } from '../../lib/core/document.ts';
import { startDraft } from '../../lib/core/label/text/draft.ts';
import { settleLists } from '../../lib/core/label/text/line-model/join-lists.ts';
import { readLinePage } from '../../lib/core/label/text/line-model/line-page.ts';
import { readWordTable } from '../../lib/core/label/text/line-model/word-table.ts';
import { parseText } from '../../lib/core/parse/text.ts';

const GONE: Removal = { class: 'share', rule: 'share-label', confidence: 1 };

/** What is removed of the lines of a text once its lists are settled: `gone` names those that a rule has removed already. */
function settled(lines: readonly string[], removed: readonly number[], gone: readonly number[] = []): string {
  const document = parseText(lines.join('\n'));
  const draft = startDraft(document, document.blocks, new Map(gone.map((at) => [at, GONE])));
  const page = readLinePage(draft, readWordTable(''));
  const marks = Uint8Array.from(removed);
  settleLists({ page, probability: new Float64Array(marks.length) }, draft, marks);
  return marks.join('');
}

describe('lists of which the model would remove lines', () => {
  const items = ['- boats', '- nets', '- ropes'];

  test('go as wholes', () => {
    expect(settled(['The boats came home late.', ...items], [0, 0, 1, 0])).toBe('0111');
    expect(settled(['The boats came home late.', ...items], [0, 0, 0, 0])).toBe('0000');
  });

  test('stay as wholes below a line that stays and announces them', () => {
    expect(settled(['The board asked for three things:', ...items], [0, 1, 1, 1])).toBe('0000');
    expect(settled(['The board asked for three things:', ...items], [1, 1, 1, 1])).toBe('1111');
    expect(settled(['In this story:', ...items], [0, 1, 1, 1])).toBe('0111');
  });

  test('stay below the name of a part of an article, even one that the model would remove', () => {
    expect(settled(['Ingredients', ...items], [1, 1, 0, 1])).toBe('1000');
  });

  test('stay as wholes where they are what a recipe takes', () => {
    expect(settled(['The boats came home late.', '- 1 kg rhubarb', '- 800 g sugar', '- 2 oranges'], [0, 1, 1, 1])).toBe(
      '0000',
    );
  });

  test('leave alone what a rule has decided', () => {
    expect(settled(['The boats came home late.', ...items], [0, 0, 1, 0], [1])).toBe('0011');
    expect(settled(['The board asked for three things:', ...items], [0, 1, 0, 1], [0])).toBe('0111');
  });
});
