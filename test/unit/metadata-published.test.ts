import { linkedData, metadataOf, type PageParts } from '../support/news-page.ts';

const publishedOf = (parts: PageParts) => metadataOf(parts).datePublished;

test('believes the day of linked data that describes the article', () => {
  const head = linkedData({ '@type': 'NewsArticle', headline: 'Ferry late again', datePublished: '2021-05-03' });
  expect(publishedOf({ head })).toBe('2021-05-03');
});

test('believes the day on which a mere page was made only where the page shows it', () => {
  const head = linkedData({ '@type': 'WebPage', name: 'Ferry late again', datePublished: '2021-05-03' });
  expect(publishedOf({ head })).toBeUndefined();
  expect(publishedOf({ head, top: '<p class="date">3 May 2021</p>' })).toBe('2021-05-03');
});

test('believes a library record only where the page shows its day', () => {
  const head = '<meta name="dc.date" content="2021-05-03">';
  expect(publishedOf({ head })).toBeUndefined();
  expect(publishedOf({ head, top: '<p class="date">3 May 2021</p>' })).toBe('2021-05-03');
});

test('keeps the day of a change that linked data of a page gives', () => {
  const head = linkedData({
    '@type': 'WebPage',
    name: 'Ferry late again',
    datePublished: '2021-05-03',
    dateModified: '2021-05-04',
  });
  expect(metadataOf({ head }).dateModified).toBe('2021-05-04');
});

test('reads a meta that says by its words that it holds the date of publication', () => {
  expect(publishedOf({ head: '<meta name="site-published-date" content="2021-05-03T08:00:00Z">' })).toBe(
    '2021-05-03T08:00:00Z',
  );
  expect(publishedOf({ head: '<meta name="site-unpublish-date" content="2021-05-03">' })).toBeUndefined();
});

test('reads a numeric date of the head in the order of the page', () => {
  const head = '<meta property="article:published_time" content="05-03-2021">';
  expect(publishedOf({ head, lang: 'en-US' })).toBe('2021-05-03');
  expect(publishedOf({ head, lang: 'en-GB' })).toBe('2021-03-05');
});

test.each([
  ['an end', '<p>Deadline: 3 May 2021</p>'],
  ['a picture', '<figure><img src="a.jpg"><figcaption>The ferry at the pier, 3 May 2021</figcaption></figure>'],
  ['a picture in brackets', '<p>The ferry at the pier (Photo: Ana Ruiz, 3 May 2021)</p>'],
  ['a heading that names an event', '<h2>Open day of the harbour on 3 May 2021 at the pier</h2>'],
])('takes no date of publication from the day of %s', (_, top) => {
  expect(publishedOf({ top })).toBeUndefined();
});

test('reads a line under the article that says when it was published', () => {
  expect(
    publishedOf({ lang: 'de', end: '<footer>Geändert am: 4. Mai 2021, erschienen am: 3. Mai 2021</footer>' }),
  ).toBe('2021-05-03');
  expect(
    publishedOf({ lang: 'de', end: '<footer>Dieser Text wurde am 3. Mai 2021 um 10:15 von Ana geschrieben.</footer>' }),
  ).toBe('2021-05-03');
});

test('reads the one time element of a page, and none of several days', () => {
  const time = (day: string) => `<aside class="box"><p><time datetime="${day}">${day}</time></p></aside>`;
  expect(publishedOf({ end: time('2021-05-03') })).toBe('2021-05-03');
  expect(publishedOf({ end: time('2021-05-03') + time('2021-05-09') })).toBeUndefined();
});

test('finds byline and date behind a menu that stands between headline and article', () => {
  const menu = Array.from({ length: 60 }, (_, index) => `<li><a href="/s${index}">Pier ${index}</a></li>`).join('');
  const found = metadataOf({ top: `<nav><ul>${menu}</ul></nav><p class="byline">By Ana Ruiz, 3 May 2021</p>` });
  expect(found.authors).toEqual([{ name: 'Ana Ruiz' }]);
  expect(found.datePublished).toBe('2021-05-03');
});
