import { linkedData, metadataOf, type PageParts } from '../support/news-page.ts';

const publishedOf = (parts: PageParts) => metadataOf(parts).datePublished;
const ARTICLE = '<meta property="og:type" content="article">';
const script = (text: string): string => `${ARTICLE}<script>${text}</script>`;

describe('scripts that say when the page was published', () => {
  test.each([
    ['JSON', `${ARTICLE}<script type="application/json">{"article":{"publishedAt":"2021-05-03T08:00:00Z"}}</script>`],
    ['JSON within a string', script('push([1,"{\\"datePublished\\":\\"2021-05-03T08:00:00Z\\"}"])')],
    ['code', script("var page = { firstPublicationDate: '2021-05-03T08:00:00Z' };")],
    ['seconds', script('layer.push({"first_published": 1620028800})')],
  ])('are read in the form of %s', (_, head) => {
    expect(metadataOf({ head })).toMatchObject({
      datePublished: '2021-05-03T08:00:00Z',
      evidence: { datePublished: { source: 'script' } },
    });
  });

  test.each([
    ['name several days', '{"publishedAt":"2021-05-03","teasers":[{"publishedAt":"2021-05-02"}]}'],
    ['tell of a plan', '{"publish_at":"2021-05-03","unpublishDate":"2021-06-03"}'],
    ['tell of the last time', '{"last_published_at":"2021-05-03"}'],
    ['hold no day', '{"published":"yes, it was","publicationDate":"in May"}'],
  ])('are not believed when they %s', (_, json) => {
    expect(publishedOf({ head: script(`var page = ${json};`) })).toBeUndefined();
  });

  test('are not believed on a page that calls itself something else, and names no author', () => {
    const state = '<script>var page = {"publishedAt":"2021-05-03"};</script>';
    const head = `<meta property="og:type" content="website">${state}`;
    expect(publishedOf({ head })).toBeUndefined();
    expect(publishedOf({ head: state })).toBe('2021-05-03');
    expect(publishedOf({ head, top: '<p>By Ana Ruiz</p>' })).toBe('2021-05-03');
  });

  test('yield to what stands at the headline', () => {
    expect(publishedOf({ head: script('{"publishedAt":"2021-05-02"}'), top: '<p class="date">3 May 2021</p>' })).toBe(
      '2021-05-03',
    );
  });
});

describe('a moment in UTC', () => {
  const pageOf = (datePublished: string, top: string) => ({
    head: linkedData({ '@type': 'NewsArticle', headline: 'Ferry late again', datePublished }),
    top,
  });

  test('stands by the clock of the readers where the page shows it on the day before or after', () => {
    expect(publishedOf(pageOf('2021-05-04T02:41:09Z', '<p>3 May 2021, 10:41 p.m.</p>'))).toBe(
      '2021-05-03T22:41:09-04:00',
    );
    expect(publishedOf(pageOf('2021-05-03T20:15:00+00:00', '<p>4/5/2021 01:45</p>'))).toBe('2021-05-04T01:45:00+05:30');
  });

  test.each([
    ['the minute is another', '2021-05-04T02:41:00Z', '<p>3 May 2021, 22:40</p>'],
    ['the page shows no time of day', '2021-05-04T02:41:00Z', '<p>3 May 2021</p>'],
    ['the day is the same', '2021-05-03T20:41:00Z', '<p>3 May 2021, 22:41</p>'],
    ['the data give a zone', '2021-05-04T02:41:00+02:00', '<p>3 May 2021, 22:41</p>'],
  ])('stays as it is where %s', (_, moment, top) => {
    expect(publishedOf(pageOf(moment, top))).toBe(moment);
  });
});

describe('a day that is called one of a change', () => {
  test.each([
    ['en', '<div><div>Last updated:</div><div>3 May 2021</div></div>'],
    ['de', '<div><span>Aktualisiert am</span><div>3. Mai 2021</div></div>'],
    ['es', '<div><p>Actualizado</p><p>3 de mayo de 2021</p></div>'],
    ['fi', '<div><p>Päivitetty</p><p>3. toukokuuta 2021</p></div>'],
    ['ja', '<div><p>更新</p><p>2021年5月3日</p></div>'],
    ['en', '<div class="post-date__modified-date"><time datetime="2021-05-03">3 May 2021</time></div>'],
  ])('is no day of publication (%s)', (lang, top) => {
    const { datePublished, dateModified } = metadataOf({ lang, top });
    expect([datePublished, dateModified]).toEqual([undefined, '2021-05-03']);
  });

  test('is one where the element is marked as both', () => {
    const top = '<p><time class="entry-date published updated" datetime="2021-05-03T08:00:00+02:00">Monday</time></p>';
    expect(publishedOf({ top })).toBe('2021-05-03T08:00:00+02:00');
  });
});

test('takes no day from a line that repeats the text of a picture', () => {
  const caption = 'The ferry at the old pier in Halvik, 1 May 2021';
  const picture = `<div><img src="a.jpg" alt="${caption}" width="700" height="394"></div><p>${caption}</p>`;
  expect(publishedOf({ top: `${picture}<p>3 May 2021</p>` })).toBe('2021-05-03');
});

test.each([
  ['en', '<footer class="byline">Date: 3 May 2021 Source: Harbour Times</footer>'],
  ['de', '<p class="byline">Datum: 03.05.2021 Autor: Ana Ruiz Quelle: Hafenblatt</p>'],
  ['es', '<p class="byline">Fecha: 3 de mayo de 2021 Fuente: El Puerto</p>'],
])('reads the day of a line of data under the article (%s)', (lang, end) => {
  expect(publishedOf({ lang, end })).toBe('2021-05-03');
});

test.each([
  ['https://harbour.example/2021/05/03/ferry', '2021-05-03'],
  ['https://harbour.example/news/03-05-2021-ferry', '2021-05-03'],
  ['https://harbour.example/news/ferry-23-05-2021', '2021-05-23'],
  ['https://harbour.example/news/ferry-41-05-2021', undefined],
  ['https://harbour.example/news/1-3-20215', undefined],
])('reads the day in the address %s', (url, expected) => {
  expect(publishedOf({ url })).toBe(expected);
});
