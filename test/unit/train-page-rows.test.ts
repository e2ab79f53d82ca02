import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readContainerRows } from '../../scripts/train/container-rows.ts';
import { readPageRows } from '../../scripts/train/page-rows.ts';

const STORY = [
  'The ferry between Aldersund and Holm will run again from Monday, the harbour office of Aldersund said.',
  'The crews had stopped the ferry for eleven days because the office wanted to cut the watch at night.',
  'Both sides meet again in the spring, when the new boats are due and the old watch has to be paid.',
  'Until then the last boat leaves Holm at ten, an hour later than before the strike began.',
];
const PAGE = `<nav><ul><li><a href="/a">Weather</a></li><li><a href="/b">Tides</a></li></ul></nav><article><h1>Ferry to Holm runs again</h1>
  <p>${STORY[0]}</p><h2>Eleven days</h2><img src="a.jpg"><p>${STORY[1]}</p><p>${STORY[2]}</p>
  <p><a href="https://holm.example/d">Swans lose it in the rain</a></p><p>${STORY[3]}</p></article>
  <p><a href="/c">Geese win the cup</a></p>`;

describe('pages of the HTML sets as text', () => {
  const bench = mkdtempSync(join(tmpdir(), 'page-rows-'));
  afterAll(() => rmSync(bench, { recursive: true }));
  for (const [set, gold] of [
    ['wcxb', { id: '1', url: 'https://holm.example/a', text: STORY.join('\n') }],
    ['trafilatura', { id: '2', url: 'https://brackwater.example/b', with: [STORY[0]], without: ['Geese win'] }],
  ] as const) {
    mkdirSync(join(bench, 'html', set, 'html'), { recursive: true });
    writeFileSync(join(bench, 'html', set, 'gold.jsonl'), `${JSON.stringify(gold)}\n`);
    writeFileSync(join(bench, 'html', set, 'html', `${gold.id}.html.gz`), gzipSync(PAGE));
  }

  for (const folder of [
    'html/fundus',
    'meta/fundus',
    'html/readability',
    'html/defuddle',
    'meta/htmldate',
    'meta/trafilatura',
    'html/postlight',
  ]) {
    mkdirSync(join(bench, folder), { recursive: true });
    writeFileSync(join(bench, folder, 'gold.jsonl'), '');
  }

  const judged = (style: string, keep: boolean | null) =>
    readPageRows(bench, new Set())
      .filter((row) => row.site === 'holm.example' && row.style === style)
      .flatMap(({ lines }) => lines.filter((line) => line.keep === keep && line.t !== '').map(({ t }) => t));

  test('keep what the gold has, and leave the title unjudged', () => {
    expect(judged('pscrape', true)).toEqual(STORY);
    expect(judged('mdbare', null)).toEqual(['# Ferry to Holm runs again']);
    expect(judged('pscrape', false)).toEqual(expect.arrayContaining(['Weather', '![]()', 'Geese win the cup']));
  });

  test('have neither pictures nor links where an extractor has been', () => {
    expect(judged('readability', true)).toEqual(STORY);
    expect(judged('readability', false).join(' ')).not.toMatch(/!\[|Geese|Weather|Swans/);
  });

  test('are left out where their text is among the given rows', () => {
    expect(readPageRows(bench, new Set(['wcxb-1'])).map(({ site }) => site)).not.toContain('holm.example');
  });

  test('are labelled by known segments where there is no gold text', () => {
    const [row] = readPageRows(bench, new Set()).filter(({ site }) => site === 'brackwater.example');
    expect(row?.type).toBe('unsure');
    expect(row?.lines.find(({ t }) => t === STORY[0])?.keep).toBe(true);
    expect(row?.lines.find(({ t }) => t.startsWith('Geese'))?.keep).not.toBe(true);
  });

  test('are their article with all that stands in its element, as text and as Markdown with targets', () => {
    const rows = readContainerRows(bench).filter(({ site }) => site === 'holm.example');
    const [text, markdown] = ['container', 'md-container'].map(
      (style) => rows.find((row) => row.style === style)?.lines ?? [],
    );
    const said = (lines: typeof text, keep: boolean) =>
      lines?.filter((line) => line.keep === keep && line.t !== '').map(({ t }) => t) ?? [];
    expect(said(text, true)).toEqual(expect.arrayContaining(STORY));
    expect(said(text, false)).toContain('Swans lose it in the rain');
    expect(said(text, false).join(' ')).not.toMatch(/Geese|Weather/);
    expect(said(markdown, true)).toEqual(expect.arrayContaining(STORY));
    expect(markdown?.map(({ t }) => t)).toContain('## Eleven days');
    expect(said(markdown, false)).toContain('[Swans lose it in the rain](https://holm.example/d)');
  });
});
