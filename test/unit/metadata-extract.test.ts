import { labelBlocks } from '../../lib/core/label/label.ts';
import { extractMetadata } from '../../lib/core/metadata/extract.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { parseText } from '../../lib/core/parse/text.ts';

const URL = 'https://www.harbour-times.example/news/2021/05/03/ferry?utm_source=x&id=7#top';
const PROSE = Array.from(
  { length: 4 },
  (_, index) =>
    `<p>The harbour council met for the ${['first', 'second', 'third', 'fourth'][index]} time to talk about the new ferry, which has been late on most days since the spring, and agreed to ask the owner for an answer before the summer season begins.</p>`,
).join('');

function page(parts: { readonly head?: string; readonly top?: string; readonly end?: string }): string {
  return `<html lang="en-GB"><head>${parts.head ?? ''}</head><body><main><article>${parts.top ?? ''}${PROSE}${parts.end ?? ''}</article></main></body></html>`;
}

function metadataOf(html: string, url: string | undefined = URL) {
  return extractMetadata(labelBlocks(parseHtml(html)), url === undefined ? {} : { url });
}

const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

test('prefers the visible headline over what the head says for search engines', () => {
  const found = metadataOf(
    page({
      head: '<title>Late ferry harbour news - Harbour Times</title><meta property="og:title" content="Late ferry: all you need to know">',
      top: '<h1>Council asks why the ferry is late</h1>',
    }),
  );
  expect(found.title).toBe('Council asks why the ferry is late');
  expect(found.evidence?.title?.source).toBe('h1');
});

test('cuts the site name from the title and no word of the headline', () => {
  const head =
    '<title>Ferry late again - and again | Harbour Times</title><meta property="og:site_name" content="Harbour Times">';
  expect(metadataOf(page({ head })).title).toBe('Ferry late again - and again');
});

test('passes over a heading that only names the site', () => {
  const head = '<title>Ferry late again | Harbour Times</title>';
  expect(metadataOf(page({ head, top: '<h1>Harbour Times</h1><h2>Ferry late again</h2>' })).title).toBe(
    'Ferry late again',
  );
});

test('keeps what stands before a colon, though it is the name of a section', () => {
  const head =
    '<title>Council: Ferry late again | Harbour Times</title><meta property="article:section" content="Council">';
  expect(metadataOf(page({ head, top: '<h1>Council: Ferry late again</h1>' })).title).toBe('Council: Ferry late again');
});

test('takes no application that is called like the page for the site', () => {
  const head = '<title>Ferry late again</title><meta name="application-name" content="Ferry late again">';
  const found = metadataOf(page({ head, top: '<h1>Ferry late again</h1>' }));
  expect(found.title).toBe('Ferry late again');
  expect(found.site).toEqual({ domain: 'harbour-times.example' });
});

test('passes over headings of footers and comments where the article has one', () => {
  const end =
    '<section id="comments" class="comments"><h1>Comments</h1></section><footer><h1>Subscribe to Harbour Times</h1></footer>';
  expect(metadataOf(page({ top: '<h1>Ferry late again</h1>', end })).title).toBe('Ferry late again');
});

test('cuts a date that follows the headline', () => {
  const head = '<title>Ferry late again | 3.5.2021, 10.15 Uhr</title>';
  expect(metadataOf(page({ head })).title).toBe('Ferry late again');
});

test('corrects a language that the text contradicts by its commonest words', () => {
  const swahili =
    'Baraza la bandari lilikutana na wamiliki wa kivuko kwa mara ya kwanza katika mji huo ili kujadili safari ambayo imekuwa ikichelewa na kama ni kweli kuwa hiyo ndiyo sababu ya hasara yake kwa wakati huo, lakini pia baada ya mkutano.';
  const html = `<html lang="en"><body><main><article><h1>Kivuko</h1><p>${swahili}</p><p>${swahili}</p></article></main></body></html>`;
  expect(metadataOf(html).language).toBe('sw');
});

test('resolves authors of a graph by reference and leaves the house out', () => {
  const head = ld({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        headline: 'Ferry late again',
        author: [{ '@id': '#p1' }, { '@type': 'Organization', name: 'Harbour Times' }],
      },
      { '@type': 'Person', '@id': '#p1', name: 'Ana Ruiz', url: 'https://www.harbour-times.example/people/ana' },
    ],
  });
  const found = metadataOf(page({ head, top: '<h1>Ferry late again</h1>' }));
  expect(found.authors).toEqual([{ name: 'Ana Ruiz', url: 'https://www.harbour-times.example/people/ana' }]);
  expect(found.evidence?.authors?.source).toBe('json-ld');
});

test('makes agencies and desks no authors', () => {
  const head = `<meta name="author" content="dpa">${ld({ '@type': 'NewsArticle', headline: 'Ferry late again', author: { '@type': 'Person', name: 'Editorial Staff' } })}`;
  const found = metadataOf(page({ head, top: '<h1>Ferry late again</h1>' }));
  expect(found.authors).toBeUndefined();
  expect(found.credits?.agencies).toEqual([{ name: 'Deutsche Presse-Agentur', code: 'dpa' }]);
});

test('reads a visible byline that carries a date', () => {
  const found = metadataOf(
    page({ top: '<h1>Ferry late again</h1><div class="entry-meta">3 May 2021 by Ana Ruiz</div>' }),
  );
  expect(found.authors).toEqual([{ name: 'Ana Ruiz' }]);
  expect(found.datePublished).toBe('2021-05-03');
});

test('takes no author from a comment or a related card', () => {
  const end =
    '<aside class="related"><h3>More</h3><a href="/a"><h4>Bridge closed</h4></a><p class="author">By Bo Lind</p></aside>' +
    '<section id="comments" class="comments"><h3>Comments</h3><div class="comment"><span class="comment-author">By Cy Ott</span><p>Nice.</p></div></section>';
  expect(metadataOf(page({ top: '<h1>Ferry late again</h1>', end })).authors).toBeUndefined();
});

test('prefers the date of the article over the date of the address', () => {
  const head = '<meta property="article:published_time" content="2021-05-02T08:00:00+02:00">';
  expect(metadataOf(page({ head, top: '<h1>Ferry late again</h1>' })).datePublished).toBe('2021-05-02T08:00:00+02:00');
  expect(metadataOf(page({ top: '<h1>Ferry late again</h1>' })).datePublished).toBe('2021-05-03');
});

test('makes a date of change no date of publication', () => {
  const found = metadataOf(
    page({ top: '<h1>Ferry late again</h1><p class="date">Updated 4 May 2021</p>' }),
    'https://harbour-times.example/ferry',
  );
  expect(found.datePublished).toBeUndefined();
  expect(found.dateModified).toBe('2021-05-04');
});

test('reads the order of numeric dates from the language of the page', () => {
  const top = '<h1>Ferry late again</h1><p class="date">05/03/2021</p>';
  const url = 'https://harbour-times.example/ferry';
  expect(metadataOf(page({ top }), url).datePublished).toBe('2021-03-05');
  expect(metadataOf(page({ top }).replace('en-GB', 'en-US'), url).datePublished).toBe('2021-05-03');
});

test('takes no date from the copyright line', () => {
  const found = metadataOf(
    page({ top: '<h1>Ferry late again</h1>', end: '<footer>© 3 May 2021 Harbour Times</footer>' }),
    'https://harbour-times.example/ferry',
  );
  expect(found.datePublished).toBeUndefined();
});

test('drops tracking parameters and the fragment from the canonical address alone', () => {
  const found = metadataOf(page({}));
  expect(found.url).toBe(URL);
  expect(found.canonicalUrl).toBe('https://www.harbour-times.example/news/2021/05/03/ferry?id=7');
  expect(found.site).toEqual({ domain: 'harbour-times.example' });
});

test('keeps the declared language that the text confirms and corrects one that it contradicts', () => {
  expect(metadataOf(page({})).language).toBe('en-GB');
  expect(metadataOf(page({}).replace('en-GB', 'ja')).language).toBe('en');
});

test('names section, tags and kind as the page declares them', () => {
  const head = `<meta property="article:section" content="Harbour"><meta property="article:tag" content="Ferries"><meta property="article:tag" content="Council">${ld({ '@type': 'LiveBlogPosting', headline: 'Ferry late again' })}`;
  expect(metadataOf(page({ head, top: '<h1>Ferry late again</h1>' }))).toMatchObject({
    section: 'Harbour',
    tags: ['Ferries', 'Council'],
    kind: 'live-blog',
  });
});

test('calls a page that was not found an error page', () => {
  expect(metadataOf('<title>404 Not Found</title><h1>Page not found</h1><p>Try the search.</p>').kind).toBe(
    'error-page',
  );
});

test('says nothing about a text that says nothing', () => {
  const found = extractMetadata(labelBlocks(parseText('Short note.')), {});
  expect(found).toEqual({ kind: 'article' });
});

test('reads dateline, contributor and language of a plain text', () => {
  const story =
    'The harbour council met on Tuesday to talk about the new ferry, which has been late on most days since the spring.';
  const text = `LIMA, Peru (AP) — ${story}\n\n${story.replace('Tuesday', 'Monday')}\n\n___\n\nAssociated Press writer Rita Moss in Quito contributed to this report.\n`;
  const found = extractMetadata(labelBlocks(parseText(text)), {});
  expect(found.dateline).toEqual({ place: 'LIMA, Peru', agency: 'Associated Press', raw: 'LIMA, Peru (AP) —' });
  expect(found.credits?.contributors).toEqual([
    { name: 'Rita Moss', organization: 'Associated Press', place: 'Quito' },
  ]);
  expect(found.language).toBe('en');
  expect(found.datePublished).toBeUndefined();
  expect(found.authors).toBeUndefined();
});
