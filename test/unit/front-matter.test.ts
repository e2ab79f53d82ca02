import { readFrontMatter } from '../../lib/core/parse/front-matter.ts';
import { cleanArticle } from '../../lib/index.ts';

const PROSE =
  'The harbour council voted on Tuesday to repair the two oldest bridges before the winter storms begin, members said.';

test('front matter becomes metadata and leaves the text', () => {
  const source = `---\ntitle: "Bridges: a vote"\nauthor: Ilse Tarnow\ndate: 2026-03-04\ntags: [harbour, 'old bridges']\nurl: https://example.org/a?utm_source=x\n---\n\n${PROSE}\n`;
  const record = cleanArticle(source, 'text/markdown');
  expect(record).toMatchObject({
    title: 'Bridges: a vote',
    authors: [{ name: 'Ilse Tarnow' }],
    datePublished: '2026-03-04',
    tags: ['harbour', 'old bridges'],
    canonicalUrl: 'https://example.org/a',
    text: PROSE,
    removed: [{ rule: 'front-matter', start: 0 }],
  });
});

test('a list of several lines is read, what is deeper is passed over', () => {
  const { metas } = readFrontMatter('authors:\n  - Ilse Tarnow\n  - Odo Brandt\nextra:\n  nested: 1\n__proto__: x');
  expect(metas).toEqual([
    { name: 'author', content: 'Ilse Tarnow' },
    { name: 'author', content: 'Odo Brandt' },
  ]);
});

test('a rule between paragraphs opens no front matter', () => {
  expect(
    cleanArticle(
      `${PROSE}\n\n---\n\nnote: the vote was close, said three of the members.\n\n---\n\n${PROSE} Again.`,
      'text/markdown',
    ).text,
  ).toContain('note: the vote was close');
});
