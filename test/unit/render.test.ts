import { load } from 'cheerio/slim';
import type { ArticleBlock } from '../../lib/core/record.ts';
import { escapeSource, unescapeSource } from '../../lib/core/render/escape.ts';
import { fingerprint } from '../../lib/core/render/fingerprint.ts';
import { htmlView } from '../../lib/core/render/html-view.ts';
import { markdownView } from '../../lib/core/render/markdown-view.ts';
import { restore } from '../../lib/core/render/restore.ts';
import { cleanArticle } from '../../lib/index.ts';
import { sha256 } from '../../lib/io/sha256.ts';

const PROSE = 'The harbour council voted on Tuesday to repair the two oldest bridges before the winter storms begin.';

function distance(a: string, b: string): number {
  return [...(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)].filter((bit) => bit === '1').length;
}

describe('the escape of source slices', () => {
  it.each(['a\r\nb', 'form\ffeed', 'a \\u000d that was written so', 'C:\\users', '\\\\u0041', '\u2028'])(
    'is undone for %j',
    (text) => {
      expect(unescapeSource(escapeSource(text))).toBe(text);
      expect(escapeSource(text)).not.toMatch(/[\r\f]/);
    },
  );
});

describe('restoring', () => {
  it.each([
    ['carriage returns', `${PROSE}\r\n\r\n![]()\r\n\r\n${PROSE} Again.\r\n`],
    ['odd white space', `\n\n  ${PROSE}\n \t\n\n![]()\n${PROSE} Again.\n\n\n`],
    ['decomposed accents', `Cafe\u0301 owners agreed. ${PROSE}\n\n___\n`],
  ])('gives %s back', (_, source) => {
    expect(restore(cleanArticle(source, 'text/plain'))).toBe(source);
  });

  it('shows the text of an HTML page in source order', () => {
    const record = cleanArticle(
      `<nav><a href="/">Home</a></nav><article><p>${PROSE}</p><p>${PROSE} Then more.</p></article>`,
      'text/html',
    );
    expect(restore(record)).toBe(`Home\n\n${PROSE}\n\n${PROSE} Then more.`);
  });
});

describe('views', () => {
  const blocks: readonly ArticleBlock[] = [
    { type: 'heading', text: 'Costs & <script>', level: 3 },
    { type: 'paragraph', text: '1. not a *list* [x](javascript:alert(1)) <img src=x onerror=alert(1)>' },
    {
      type: 'list',
      text: '',
      ordered: false,
      items: [
        { text: 'one', depth: 1 },
        { text: 'one a', depth: 2 },
        { text: 'two', depth: 1 },
      ],
    },
    {
      type: 'table',
      text: '',
      rows: [
        ['Pier', 'Cost|note'],
        ['North', '2'],
      ],
    },
    { type: 'code', text: 'a ``` b' },
  ];

  it('escape in Markdown what would be markup', () => {
    expect(markdownView('A *title*', blocks)).toBe(
      [
        '# A \\*title\\*',
        '### Costs &amp; &lt;script\\>',
        '1\\. not a \\*list\\* \\[x\\](javascript:alert(1)) &lt;img src=x onerror=alert(1)\\>',
        '- one\n    - one a\n- two',
        '| Pier | Cost\\|note |\n| --- | --- |\n| North | 2 |',
        '````\na ``` b\n````',
      ].join('\n\n'),
    );
  });

  it('hold in HTML no element that was text, and nested lists', () => {
    const html = htmlView('A <b>title</b>', blocks);
    expect(html).toContain('<h1>A &lt;b&gt;title&lt;/b&gt;</h1>');
    expect(html).toContain('<ul><li>one<ul><li>one a</li></ul></li><li>two</li></ul>');
    const $ = load(html);
    const elements = $('*')
      .get()
      .map((element) => $(element).prop('tagName')?.toLowerCase());
    expect(new Set(elements)).toEqual(
      new Set(['h1', 'h3', 'p', 'ul', 'li', 'table', 'tbody', 'tr', 'td', 'pre', 'code']),
    );
  });
});

describe('fingerprints', () => {
  const paragraph = (text: string): ArticleBlock => ({ type: 'paragraph', text });
  const other =
    'A retired watchmaker has catalogued every public clock of the valley, and most of them are wrong by minutes.';

  it('are equal for texts that differ in case, punctuation and white space', () => {
    expect(fingerprint([paragraph(PROSE)], sha256)).toEqual(
      fingerprint([paragraph(PROSE.toUpperCase().replace('.', ' !'))], sha256),
    );
  });

  it('stay near for a changed word and far for another story', () => {
    const long = [PROSE, other, PROSE.replace('bridges', 'piers')].join(' ');
    const near = long.replace('Tuesday', 'Monday');
    const simhash = (text: string) => fingerprint([paragraph(text)], sha256).simhash;
    expect(distance(simhash(long), simhash(near))).toBeLessThanOrEqual(14);
    expect(distance(simhash(PROSE), simhash(other))).toBeGreaterThan(18);
  });

  it('list the paragraphs that two stories share', () => {
    const a = fingerprint([paragraph(PROSE), paragraph('Too short.')], sha256).paragraphs;
    const b = fingerprint([paragraph(other), paragraph(PROSE)], sha256).paragraphs;
    expect(a).toHaveLength(1);
    expect(b).toContain(a[0]);
  });
});
