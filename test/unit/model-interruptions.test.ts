import type { Block } from '../../lib/core/document.ts';
import { keepWithin } from '../../lib/core/label/model/interruptions.ts';
import type { ModelPage } from '../../lib/core/label/model/model-page.ts';

interface Row {
  readonly kind?: Block['kind'];
  readonly words?: number;
  readonly text?: string;
  readonly p: number;
  readonly kept?: 1 | undefined;
  readonly rule?: true;
  readonly note?: true;
  readonly linkDensity?: number;
}

const STORY: Row = { p: 0.9, kept: 1 };
const question: Row = { p: 0.15, words: 6, text: 'Who sees to the boats now?' };

function keptAfter(rows: readonly Row[], isDecided: (row: number) => boolean = () => false): string {
  const page = {
    blocks: rows.map(({ kind = 'paragraph', words = 12, text = 'Boats.', note, linkDensity = 0 }) => ({
      ...{ kind, words, text, note, linkDensity },
    })),
    rules: rows.map(({ rule }) => (rule ? { class: 'related', rule: 'html-aside', confidence: 0.9 } : null)),
  } as unknown as ModelPage;
  const kept = Uint8Array.from(rows, (row) => row.kept ?? 0);
  keepWithin(
    page,
    Float64Array.from(rows, ({ p }) => p),
    isDecided,
    kept,
  );
  return kept.join('');
}

describe('rows between two rows of a story', () => {
  it.each<[string, Row[], string]>([
    ['stay where they are doubtful', [STORY, { p: 0.4 }, { p: 0.45 }, STORY], '1111'],
    ['go where one of them is unlikely', [STORY, { p: 0.45 }, { p: 0.39 }, STORY], '1001'],
    ['go where a rule says what they are', [STORY, { p: 0.45, rule: true }, STORY], '101'],
    ['go as short lines', [STORY, { p: 0.45, words: 7 }, STORY], '101'],
    ['go behind the last one', [STORY, { p: 0.45 }], '10'],
    ['go before the first one', [{ p: 0.45 }, STORY], '01'],
    ['stay as headings, whatever rules say', [STORY, { kind: 'heading', p: 0.2, words: 2, rule: true }, STORY], '111'],
    ['go as headings that are unlikely', [STORY, { kind: 'heading', p: 0.19, words: 2 }, STORY], '101'],
    [
      'go as headings that another follows',
      [STORY, { kind: 'heading', p: 0.6, words: 2 }, { kind: 'heading', p: 0.9, words: 2, kept: 1 }, STORY],
      '1011',
    ],
    ['stay as items of a list', [STORY, { kind: 'list-item', p: 0.4, words: 2 }, STORY], '111'],
    ['stay as questions', [STORY, question, STORY], '111'],
    ['go as questions that are unlikely', [STORY, { ...question, p: 0.14 }, STORY], '101'],
    ['go as questions that link', [STORY, { ...question, linkDensity: 1 }, STORY], '101'],
    ['go as questions of two words', [STORY, { ...question, words: 2 }, STORY], '101'],
    ['go as quotes', [STORY, { kind: 'quote', p: 0.5 }, STORY], '101'],
    [
      'go where more than twenty stand there',
      [STORY, ...Array<Row>(21).fill({ p: 0.45 }), STORY],
      `1${'0'.repeat(21)}1`,
    ],
    ['stay where twenty stand there', [STORY, ...Array<Row>(20).fill({ p: 0.45 }), STORY], '1'.repeat(22)],
  ])('%s', (_, rows, expected) => {
    expect(keptAfter(rows)).toBe(expected);
  });

  it('are code and tables that stay beside a button, but not beside a whole other part', () => {
    const table: Row = { kind: 'table-row', p: 0.1, words: 3 };
    const code: Row = { kind: 'code', p: 0.05, words: 3 };
    expect(keptAfter([STORY, { p: 0.01, words: 1 }, code, table, STORY])).toBe('10111');
    expect(keptAfter([STORY, { ...table, p: 0.09 }, STORY])).toBe('101');
    expect(keptAfter([STORY, { p: 0.01, words: 31 }, code, table, STORY])).toBe('10001');
    expect(keptAfter([STORY, { p: 0.01, words: 1 }, { p: 0.45 }, code, STORY])).toBe('10011');
  });

  it('are notes that stay with their line', () => {
    expect(keptAfter([STORY, { p: 0.45 }, { p: 0.01, words: 3, note: true }, STORY])).toBe('1111');
    expect(keptAfter([STORY, { p: 0.2 }, { p: 0.45, note: true }, STORY])).toBe('1001');
  });

  it('stay as the name of a part of the story', () => {
    expect(keptAfter([STORY, { p: 0.01, words: 1, text: 'Verdict' }, STORY])).toBe('111');
    expect(keptAfter([STORY, { p: 0.01, words: 1, text: 'Verdict', rule: true }, STORY])).toBe('101');
  });

  it('are lists that stay under a kept line that announces them, also at the end of the story', () => {
    const item: Row = { kind: 'list-item', p: 0.05, words: 2, rule: true };
    const announcing: Row = { ...STORY, text: 'The board asked for three things:' };
    expect(keptAfter([announcing, item, { ...item, p: 0.04 }, item])).toBe('1101');
    expect(keptAfter([STORY, item, item])).toBe('100');
    expect(keptAfter([{ ...announcing, p: 0.4, kept: undefined }, item, STORY])).toBe('001');
    expect(keptAfter([announcing, item, item], (row) => row === 2)).toBe('110');
  });

  it('go where they are decided on already', () => {
    expect(keptAfter([STORY, { p: 0.5 }, STORY], (row) => row === 1)).toBe('101');
  });

  it('leave a page alone of which nothing is kept', () => {
    expect(keptAfter([{ p: 0.5 }, { p: 0.5 }])).toBe('00');
  });
});
