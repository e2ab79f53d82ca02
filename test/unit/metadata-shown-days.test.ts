import { labelBlocks } from '../../lib/core/label/label.ts';
import { extractMetadata } from '../../lib/core/metadata/extract.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { linkedData, metadataOf, type PageParts } from '../support/news-page.ts';

const publishedOf = (parts: PageParts) => metadataOf(parts).datePublished;
const article = (dates: object) => linkedData({ '@type': 'NewsArticle', headline: 'Ferry late again', ...dates });

test('believes the day that the page shows against data that it shows nowhere', () => {
  const head = article({ datePublished: '2023-09-01' });
  expect(publishedOf({ head, top: '<p class="date">By Ana Ruiz, 3 May 2021</p>' })).toBe('2021-05-03');
  expect(publishedOf({ head, top: '<p>By Ana Ruiz, 3 May 2021</p>', end: '<p>1 September 2023</p>' })).toBe(
    '2023-09-01',
  );
  expect(publishedOf({ head, end: '<div class="info">Published 3 May 2021</div>' })).toBe('2021-05-03');
});

test('believes the data where the day shown is that of a change, the next one, or stands in a sentence', () => {
  const moment = '2021-05-03T02:41:00Z';
  expect(publishedOf({ head: article({ datePublished: moment }), top: '<p class="date">2 May 2021</p>' })).toBe(moment);
  const head = article({ datePublished: '2021-05-03', dateModified: '2023-09-01' });
  expect(publishedOf({ head, top: '<p class="date">1 September 2023</p>' })).toBe('2021-05-03');
  const thread = '<p>1.9K views and 11 replies by 12 people in all since the last one here 18 January 2024</p>';
  expect(publishedOf({ head: article({ datePublished: '2021-05-03' }), top: thread })).toBe('2021-05-03');
});

test('believes the data where the day shown is theirs in the other order', () => {
  const head = article({ datePublished: '2021-11-03' });
  expect(publishedOf({ head, lang: 'en-US', top: '<p class="date">03/11/2021</p>' })).toBe('2021-11-03');
  expect(publishedOf({ head, lang: 'en-US', top: '<p class="date">11.03.21</p>' })).toBe('2021-11-03');
});

test.each([
  ['a span of days', '<p class="date">3 May 2021 - 7 May 2021</p>'],
  ['a span with the day of the week', '<p class="date">2021-05-03 – Fri 2021-05-07</p>'],
  ['hours', '<p class="date">3 May 2021, 13:15 - 19:00</p>'],
  ['a release', '<p>Release: 3 May 2021</p>'],
  ['an offer', '<p>Offer valid May 3, 2021</p>'],
  ['a last post', '<p>last post by Anaruiz 3 May 2021</p>'],
])('takes no date of publication from %s', (_, top) => {
  expect(publishedOf({ top })).toBeUndefined();
});

test('keeps a day beside that of a change behind a dash', () => {
  expect(publishedOf({ top: '<p class="date">3 May 2021 – Updated 4 May 2021</p>' })).toBe('2021-05-03');
});

test('reads the text of a time element where its attribute has another day', () => {
  const time = (text: string) => `<p><time datetime="2021-07-03T10:18:46Z">${text}</time></p>`;
  expect(publishedOf({ top: time('Published 29 June 2021') })).toBe('2021-06-29');
  expect(publishedOf({ top: time('3 July') })).toBe('2021-07-03T10:18:46Z');
  expect(publishedOf({ lang: 'en-US', top: time('03/07/2021') })).toBe('2021-07-03T10:18:46Z');
});

test('takes no day from a list of many that stands apart from the headline', () => {
  const gap = '<div>Ferries</div>'.repeat(12);
  const lines = (...days: readonly string[]) => gap + days.map((day) => `<div>${day}</div>`).join('');
  expect(publishedOf({ top: lines('3 May 2021') })).toBe('2021-05-03');
  expect(publishedOf({ top: lines('3 May 2021', '4 June 2021', '5 July 2021', '6 August 2021') })).toBeUndefined();
});

test('takes the one time element for nothing where lines of other days stand on the page', () => {
  const aside = '<aside class="box"><p><time datetime="2021-05-03">3 May 2021</time></p></aside>';
  expect(publishedOf({ end: aside })).toBe('2021-05-03');
  expect(publishedOf({ end: `${aside}<aside class="box"><p>9 June 2021</p></aside>` })).toBeUndefined();
});

test('believes a meta of what is called a page, not an article, only where the page shows its day', () => {
  const head = `${linkedData({ '@type': 'WebPage', name: 'Ferry late again' })}<meta property="article:published_time" content="2021-05-03">`;
  expect(publishedOf({ head })).toBeUndefined();
  expect(publishedOf({ head, end: '<p>3 May 2021</p>' })).toBe('2021-05-03');
});

test('gives no date of publication to a product without an article', () => {
  const head = linkedData({ '@type': 'Product', name: 'Model ferry' });
  const top = '<p class="date">3 May 2021</p>';
  expect(publishedOf({ head, top })).toBeUndefined();
  expect(publishedOf({ head: head + article({}), top })).toBe('2021-05-03');
  expect(publishedOf({ top: `<div itemscope itemtype="https://schema.org/Product">${top}</div>` })).toBeUndefined();
});

test('gives no date of publication to a start page', () => {
  const html = `<html lang="en"><body><h1>Ferries</h1><p class="date">3 May 2021</p></body></html>`;
  const at = (url: string) => extractMetadata(labelBlocks(parseHtml(html, url)), { url }).datePublished;
  expect(at('https://sundline.example/')).toBeUndefined();
  expect(at('https://sundline.example/?p=31')).toBe('2021-05-03');
});

test('reads a numeric date in the order in which it has the month of the address', () => {
  const html = `<html lang="en"><body><h1>Ferries</h1><p class="date">03/10/2021</p></body></html>`;
  const at = (url: string) => extractMetadata(labelBlocks(parseHtml(html, url)), { url }).datePublished;
  expect(at('https://sundline.example/blog/2021/october/late')).toBe('2021-10-03');
  expect(at('https://sundline.example/blog/2021/03/late')).toBe('2021-03-10');
  expect(at('https://sundline.example/blog/late')).toBe('2021-03-10');
});
