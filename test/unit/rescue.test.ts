import { describe, expect, it } from '@jest/globals';
import { type ArticleRecord, CleaningError, cleanArticle } from '../../lib/index.ts';
import {
  jsonScript,
  linkedData,
  OTHER_PARAGRAPHS,
  PARAGRAPHS,
  shellPage,
  TITLE,
  URL,
} from '../support/script-pages.ts';

const STORY = PARAGRAPHS.join('\n\n');
const AS_HTML = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
const OTHER_HTML = OTHER_PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');

function clean(html: string): ArticleRecord {
  return cleanArticle(html, { mediaType: 'text/html', url: URL });
}

function reasonOf(html: string): string {
  try {
    clean(html);
  } catch (error) {
    if (error instanceof CleaningError) return error.reason;
    throw error;
  }
  return 'cleaned';
}

const flagsOf = (record: ArticleRecord) => record.quality.flags.map(({ flag }) => flag);

const article = { headline: TITLE, datePublished: '2025-03-04', body: AS_HTML };
const other = { headline: 'Forty bakers sing in Tarn', datePublished: '2025-03-03', body: OTHER_HTML };
const assigned = (value: unknown) => `<script>window.__STATE__ = ${JSON.stringify(value)};start("{");</script>`;
const streamed = (...rows: readonly string[]) =>
  rows.map((row) => `<script>self.__next_f.push(${JSON.stringify([1, row])})</script>`).join('');

describe('a page that shows no text', () => {
  it.each<readonly [string, string]>([
    ['noscript', `<noscript><article>${AS_HTML}</article></noscript>`],
    ['a template', `<template><article>${AS_HTML}</article></template>`],
    ['plain articleBody', linkedData({ '@type': 'NewsArticle', headline: TITLE, articleBody: STORY })],
    ['articleBody of HTML', linkedData({ '@type': 'NewsArticle', headline: TITLE, articleBody: AS_HTML })],
    ['a string in a JSON script', jsonScript({ props: { page: { article } } })],
    ['state that code assigns', assigned({ article: { ...article, video: null } })],
    ['state with undefined in it', assigned({ article }).replace('"2025-03-04"', 'undefined')],
    ['JSON in a string', `<script>let x = JSON.parse(${JSON.stringify(JSON.stringify({ article }))})</script>`],
    ['strings of paragraphs', jsonScript({ story: { title: TITLE, paragraphs: PARAGRAPHS } })],
    [
      'typed elements',
      jsonScript({
        headlines: { basic: TITLE },
        content_elements: [
          ...PARAGRAPHS.map((content) => ({ type: 'text', content })),
          { type: 'image', caption: 'A boat. It is red. It is old.' },
        ],
      }),
    ],
    [
      'a tree of rich text',
      jsonScript({
        title: TITLE,
        body: {
          nodeType: 'document',
          content: PARAGRAPHS.map((value) => ({ nodeType: 'paragraph', content: [{ nodeType: 'text', value }] })),
        },
      }),
    ],
    [
      'a store of references',
      assigned({
        ROOT: { post: { __ref: 'Post:1' } },
        'Post:1': { title: TITLE, content: { paragraphs: PARAGRAPHS.map((_, at) => ({ __ref: `Paragraph:${at}` })) } },
        ...Object.fromEntries(PARAGRAPHS.map((text, at) => [`Paragraph:${at}`, { type: 'P', text }])),
      }),
    ],
    [
      'a flat list',
      jsonScript([['Reactive', 1], { article: 2 }, { title: 3, body: 4 }, TITLE, [5, 6, 7, 8], ...PARAGRAPHS]),
    ],
    [
      'a stream of server components',
      streamed(
        `0:${JSON.stringify({ title: TITLE, content: '$1f' })}\n`,
        `1f:T${AS_HTML.length.toString(16)},${AS_HTML.slice(0, 90)}`,
        `${AS_HTML.slice(90)}2:null\n`,
      ),
    ],
  ])('is read from %s', (_, element) => {
    const record = clean(shellPage(element));
    expect(record.text).toBe(STORY);
    expect(record).toMatchObject({ title: TITLE, kind: 'article' });
    expect(flagsOf(record)).toContain('rescued');
  });

  it('says where its text stood, and leaves out what it shows itself', () => {
    const record = clean(
      shellPage(
        `<p>Loading …</p><script>1</script>${jsonScript({ article: { ...article, body: `${AS_HTML}<p>Share this story</p>` } })}`,
      ),
    );
    expect(record.quality.flags).toContainEqual({
      flag: 'rescued',
      reason: expect.stringContaining('state of a script'),
    });
    expect(record.removed).toContainEqual(
      expect.objectContaining({ text: 'Share this story', path: 'body/script[2]/p[5]' }),
    );
    expect(record.removed.map(({ text }) => text)).toContain('Loading …');
  });

  it('passes no script on from the text of a script', () => {
    const hostile = {
      ...article,
      body: `${AS_HTML}<p onclick="x()">Nobody was hurt on the quay.<script>x()</script></p>`,
    };
    const { html } = cleanArticle(shellPage(jsonScript(hostile)), { mediaType: 'text/html', url: URL }, { html: true });
    expect(html).toContain('Nobody was hurt');
    expect(html).not.toMatch(/script|onclick|x\(\)/);
  });

  it('takes the story that the page is about, and no word of the others', () => {
    const many = { latest: [other, article, { ...other, headline: 'More song in Tarn' }], lead: other };
    expect(clean(shellPage(jsonScript(many))).text).toBe(STORY);
  });

  it('knows its story by the address too', () => {
    const named = { latest: [other, { ...article, headline: 'Last boat at dusk', slug: URL.split('/').at(-1) }] };
    expect(clean(shellPage(jsonScript(named))).text).toBe(STORY);
  });

  it('says when linked data has only the beginning', () => {
    const cut = `${PARAGRAPHS.slice(0, 3).join(' ')} Shopkeepers on …`;
    const record = clean(shellPage(linkedData({ '@type': 'NewsArticle', headline: TITLE, articleBody: cut })));
    expect(flagsOf(record)).toEqual(expect.arrayContaining(['rescued', 'truncated']));
  });

  it('prefers the whole text in a script to a beginning in linked data', () => {
    const cut = `${PARAGRAPHS.slice(0, 3).join(' ')} Shopkeepers on …`;
    const both = linkedData({ '@type': 'NewsArticle', headline: TITLE, articleBody: cut }) + jsonScript({ article });
    expect(clean(shellPage(both)).text).toBe(STORY);
  });
});

const CONSENT =
  'We and our partners store information on your device. You may accept this or refuse it. You can change your choice at any time. ' +
  'Some partners do not ask for your consent. Your choice is kept for six months. Read how we use your data below. ' +
  'Measurement helps us to see which pages are read. Without it we would know less. Advertising pays for our work here.';

describe('a page without a story', () => {
  it.each<readonly [string, string]>([
    [
      'messages and settings',
      jsonScript({ locale: 'en', strings: Object.fromEntries(PARAGRAPHS.map((text, at) => [`m${at}`, text])) }),
    ],
    ['the text of a consent dialog', jsonScript({ consent: { title: 'Your privacy', text: CONSENT } })],
    ['a dialog under another name', assigned({ dialog: { title: 'Your privacy', html: `<p>${CONSENT}</p>` } })],
    ['a summary in linked data', linkedData({ '@type': 'NewsArticle', headline: TITLE, articleBody: PARAGRAPHS[0] })],
    [
      'several stories of which none is its own',
      jsonScript({ latest: [other, { ...other, headline: 'A concert in Tarn' }] }),
    ],
    [
      'cards of other stories',
      jsonScript({
        title: TITLE,
        items: OTHER_PARAGRAPHS.map((text, at) => ({ title: `Story number ${at}`, url: `/s/${at}`, text })),
      }),
    ],
    ['code in strings', `<script>var body = "${'let a = b; '.repeat(80)}";</script>`],
  ])('stays without one beside %s', (_, element) => {
    expect(reasonOf(shellPage(element))).toBe('no-content');
  });
});

describe('a page that shows its text', () => {
  it('comes out as if its scripts were not there, but for the day that they alone tell', () => {
    const plain = `<main><h1>${TITLE}</h1>${AS_HTML}</main>`;
    const scripts = jsonScript({ article: { ...article, body: AS_HTML + OTHER_HTML } });
    const [without, beside] = [clean(shellPage(plain)), clean(shellPage(plain + scripts))];
    const { datePublished, evidence: { datePublished: told, ...evidence } = {}, ...rest } = beside;
    expect({ ...rest, evidence }).toEqual({ ...without, id: beside.id, provenance: beside.provenance });
    expect([datePublished, told?.source]).toEqual(['2025-03-04', 'script']);
    expect(without.text).toBe(STORY);
  });

  it('keeps a brief when scripts hold no more of it', () => {
    const brief = `<main><h1>${TITLE}</h1><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p></main>`;
    const record = clean(shellPage(brief + jsonScript({ article })));
    expect(flagsOf(record)).not.toContain('rescued');
  });
});
