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

test('code of a plain text that begins with dashes is none', () => {
  const { removed } = cleanArticle(`    --- a/quay.c\n    title: x;\n\n${PROSE}\n\n${PROSE} Again.`, 'text/plain');
  expect(removed.map(({ rule }) => rule)).not.toContain('front-matter');
});

describe('what reading services write above a text', () => {
  const head =
    'Title: Bridges to be mended | Elmsworth Today\n\nURL Source: https://elmsworth.example/a\n\nPublished Time: 2026-03-04T10:00:00Z\n\nMarkdown Content:\n';

  test.each([
    ['text/markdown', '# Bridges to be mended', 'Bridges to be mended'],
    ['text/plain', '', 'Bridges to be mended | Elmsworth Today'],
  ])('is metadata in %s, the title without the site where a heading says so', (type, heading, title) => {
    const record = cleanArticle(`${head}${heading}\n\n${PROSE}\n\n${PROSE} So it was.\n`, type);
    expect(record).toMatchObject({
      title,
      canonicalUrl: 'https://elmsworth.example/a',
      datePublished: '2026-03-04T10:00:00Z',
    });
    expect(record.removed.filter(({ rule }) => rule === 'front-matter')).toHaveLength(4);
  });

  test('is text where the address is missing or the lines stand further down', () => {
    const without = cleanArticle(`Title: A ballad\n\nMarkdown Content:\n\n${PROSE}`, 'text/markdown');
    const below = cleanArticle(`${PROSE}\n\n${head}\n${PROSE} Again.`, 'text/markdown');
    for (const { removed } of [without, below]) expect(removed.map(({ rule }) => rule)).not.toContain('front-matter');
  });
});
