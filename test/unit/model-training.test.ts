import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { alignableWords, alignWords } from '../../scripts/train/align.ts';
import { type GoldPage, readGold } from '../../scripts/train/bench-sets.ts';
import { labelRows } from '../../scripts/train/gold-labels.ts';
import { FOLDS, foldOf, siteOf } from '../../scripts/train/sites.ts';

const GOLD: GoldPage = {
  set: 'wcxb',
  id: 'x',
  site: 'x.example',
  url: null,
  type: 'article',
  text: null,
  with: [],
  without: [],
  file: '',
};
const FIRST = 'The ferry to Saltholm sails again from Friday, its owner said in the village hall.';
const SECOND = 'Twelve families had asked for it since the storm took the old pier away.';
const OTHER = 'Our newsletter brings the news of the islands to your door every single morning.';

function keptOf(html: string, gold: Partial<GoldPage>): readonly (boolean | null)[] {
  const { blocks } = parseHtml(html);
  const { kept, weight } = labelRows({ ...GOLD, ...gold }, blocks);
  return blocks.map((_, row) => (weight[row] === 0 ? null : kept[row] === 1));
}

describe('labels from gold', () => {
  it('keep the blocks whose words the gold text has, in order', () => {
    const html = `<p>${FIRST}</p><p>${OTHER}</p><p>${SECOND}</p>`;
    expect(keptOf(html, { text: `${FIRST}\n${SECOND}` })).toEqual([true, false, true]);
  });

  it('keep one of two copies', () => {
    const html = `<p>${FIRST}</p><p>${SECOND}</p><h2>Again</h2><p>${FIRST}</p><p>${SECOND}</p>`;
    expect(keptOf(html, { text: `${FIRST}\n${SECOND}` }).filter(Boolean)).toHaveLength(2);
  });

  it('keep a block that the gold has in another place', () => {
    const html = `<p>${SECOND}</p><p>${OTHER}</p><p>${FIRST} ${FIRST.toUpperCase()}</p>`;
    expect(keptOf(html, { text: `${FIRST} ${FIRST}\n${SECOND}` })).toEqual([true, false, true]);
  });

  it('know only the blocks with a segment where there is no more', () => {
    const html = `<p>${FIRST}</p><p>${SECOND}</p><p>${OTHER}</p>`;
    expect(keptOf(html, { set: 'trafilatura', with: ['ferry to Saltholm'], without: ['Our newsletter'] })).toEqual([
      true,
      null,
      false,
    ]);
  });
});

describe('gold of a set', () => {
  const bench = mkdtempSync(join(tmpdir(), 'gold-'));
  const write = (set: string, rows: readonly object[]): void => {
    mkdirSync(join(bench, set), { recursive: true });
    writeFileSync(join(bench, set, 'gold.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
  };
  afterAll(() => rmSync(bench, { recursive: true }));

  it('joins the parts of an article and leaves out what another set has', () => {
    const body = { summary: [FIRST], sections: [{ headline: ['The pier'], paragraphs: [SECOND, OTHER] }] };
    write('html/fundus', [{ id: 'a', url: 'https://saltholm.example/1', text: FIRST }]);
    write('meta/fundus', [
      { id: 'm1', url: 'https://saltholm.example/1', body },
      { id: 'm2', url: 'https://saltholm.example/2', body },
      { id: 'm3', url: 'https://saltholm.example/3' },
    ]);
    expect(readGold(bench, 'press')).toEqual([
      { id: 'm2', url: 'https://saltholm.example/2', text: [FIRST, 'The pier', SECOND, OTHER].join('\n') },
    ]);
  });
});

describe('alignment', () => {
  it('gives the gold place of every word found', () => {
    const gold = alignableWords('the old pier of Saltholm');
    expect([...alignWords(alignableWords('Saltholm: the old grey pier of Saltholm'), gold)]).toEqual([
      -1, 0, 1, -1, 2, 3, 4,
    ]);
  });

  it('takes characters of scripts without spaces one by one', () => {
    expect(alignableWords('港が開く')).toEqual(['港', 'が', '開', 'く']);
  });
});

describe('split by site', () => {
  it('puts all hosts of one site together', () => {
    expect(siteOf('https://www.tidings.co.uk/a')).toBe('tidings.co.uk');
    expect(siteOf('http://sport.tidings.co.uk:8080/b?c')).toBe('tidings.co.uk');
    expect(siteOf('https://anna.blogspot.com/')).toBe('anna.blogspot.com');
  });

  it('spreads the sites over the folds', () => {
    const folds = Array.from({ length: 3000 }, (_, number) => foldOf(`site${number}.example`));
    for (let fold = 0; fold < FOLDS; fold++)
      expect(Math.abs(folds.filter((own) => own === fold).length - 3000 / FOLDS)).toBeLessThan(100);
  });
});
