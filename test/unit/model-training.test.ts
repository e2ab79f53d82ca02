import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { alignableWords, alignWords } from '../../scripts/train/align.ts';
import { type GoldPage, readGold } from '../../scripts/train/bench-sets.ts';
import { labelRows } from '../../scripts/train/gold-labels.ts';
import { type PageMarks, readMarks, wordsIn } from '../../scripts/train/marks.ts';
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

describe('marks', () => {
  const sentences = `${FIRST} ${SECOND} `.repeat(6);
  const page = `<p>${FIRST}</p><p>${sentences}</p><p>${OTHER}</p><p>${SECOND}</p>`;
  const [first = 0, long = 0, other = 0, second = 0] = [FIRST, sentences, OTHER, SECOND].map(
    (text) => alignableWords(text).length,
  );
  const words = first + long + other + second;

  it('tell the blocks that readers kept, and those that they could not decide', () => {
    const marks: PageMarks = { words, kept: [[first, first + long]], unsure: [[words - second, words]] };
    expect(keptOf(page, { set: 'trafilatura', marks })).toEqual([false, true, false, null]);
  });

  it('say nothing of a page that has other words now, or little main text', () => {
    const elsewhere: PageMarks = { words: words + 1, kept: [[first, first + long]], unsure: [] };
    const short: PageMarks = { words, kept: [[0, first]], unsure: [] };
    for (const marks of [elsewhere, short]) {
      expect(keptOf(page, { set: 'trafilatura', marks, without: ['newsletter'] })).toEqual([null, null, false, null]);
    }
  });

  it('lie within their page, in order', () => {
    const all = [...readMarks()];
    expect(all.length).toBeGreaterThan(700);
    for (const [key, { words: most, kept, unsure }] of all) {
      expect(key).toMatch(/^[0-9a-f]{12}$/);
      for (const runs of [kept, unsure]) {
        expect(runs.flat()).toEqual(runs.flat().toSorted((a, b) => a - b));
        expect(runs.at(-1)?.[1] ?? 0).toBeLessThanOrEqual(most);
      }
      expect(unsure.reduce((sum, [start, end]) => sum + wordsIn(kept, start, end), 0)).toBe(0);
    }
  });

  it('are refused where a run is none', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'marks-')), 'marks.jsonl');
    writeFileSync(file, '{"page":"0","words":9,"kept":"5-3"}\n');
    expect(() => readMarks(pathToFileURL(file))).toThrow('expected a run "start-end" of words, got "5-3"');
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
