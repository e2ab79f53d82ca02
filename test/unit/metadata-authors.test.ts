import { linkedData, metadataOf, type PageParts } from '../support/news-page.ts';

const namesOf = (parts: PageParts) => (metadataOf(parts).authors ?? []).map(({ name }) => name);
const article = (author: unknown) => linkedData({ '@type': 'NewsArticle', headline: 'Ferry late again', author });

test('names who wrote, not who checked, edited or drew', () => {
  const byline = (text: string) => namesOf({ top: `<p class="byline">${text}</p>` });
  expect(byline('By Ana Ruiz, MD. Reviewed by Bo Lind, PhD')).toEqual(['Ana Ruiz']);
  expect(byline('By Ana Ruiz | Edited by Bo Lind')).toEqual(['Ana Ruiz']);
  expect(byline('By Ana Ruiz; Illustration by Bo Lind')).toEqual(['Ana Ruiz']);
});

test('names who edited where the page names nobody who wrote', () => {
  expect(namesOf({ top: '<p class="byline">Edited by Bo Lind</p>' })).toEqual(['Bo Lind']);
});

test('prefers a byline that says who wrote over one that says who edited', () => {
  const top = '<p class="byline">Edited by Bo Lind</p><p class="byline">Written by Ana Ruiz</p>';
  expect(namesOf({ top })).toEqual(['Ana Ruiz']);
});

test('believes the byline that readers see where the data names somebody whom the page does not show', () => {
  const found = metadataOf({ head: article({ '@type': 'Person', name: 'Cy Ott' }), top: '<p>By Ana Ruiz</p>' });
  expect(found.authors).toEqual([{ name: 'Ana Ruiz' }]);
  expect(found.evidence?.authors?.source).toBe('visible-text');
});

test('believes the data where the page shows its author too', () => {
  const head = article({ '@type': 'Person', name: 'Cy Ott' });
  const top = '<p>By Ana Ruiz</p>';
  const end = '<p class="bio">Cy Ott covers the harbour.</p>';
  expect(namesOf({ head, top, end })).toEqual(['Cy Ott']);
});

test('takes all names of a byline where the data has only the first', () => {
  const head = article({ '@type': 'Person', name: 'Ana Ruiz' });
  expect(namesOf({ head, top: '<p class="byline">By Ana Ruiz and Bo Lind</p>' })).toEqual(['Ana Ruiz', 'Bo Lind']);
});

test('reads a name beside its date or job, and no place or section beside a date', () => {
  const line = (text: string) => namesOf({ top: `<div><p>${text}</p></div>` });
  expect(line('Ana Ruiz | Senior Writer | July 2, 2025')).toEqual(['Ana Ruiz']);
  expect(line('July 2, 2025')).toEqual([]);
});

test('reads a link to the page of an author, wherever the model puts it', () => {
  const top = '<nav class="meta"><a href="/authors/ana-ruiz">Ana Ruiz</a></nav>';
  expect(metadataOf({ top }).authors).toEqual([
    { name: 'Ana Ruiz', url: 'https://www.harbour-times.example/authors/ana-ruiz' },
  ]);
});

test('keeps a name that its owner made for the web whole', () => {
  const top =
    '<p class="byline">By <a rel="author" href="https://www.harbour-times.example/author/kite77">kite77</a></p>';
  expect(namesOf({ top })).toEqual(['kite77']);
  expect(namesOf({ head: '<meta name="author" content="SeaHarbour">' })).toEqual(['SeaHarbour']);
});

test('keeps a name without capitals only where a field for persons holds it', () => {
  expect(namesOf({ head: article({ '@type': 'Person', name: 'ana ruiz' }) })).toEqual(['ana ruiz']);
  expect(namesOf({ head: '<meta name="author" content="harbour ferry">' })).toEqual([]);
});

test.each([
  ['a domain', '<meta name="author" content="Harbour Voice (www.harbour-voice.example)">'],
  ['a compound that names a house', '<meta name="author" content="Lima Tageszeitung">'],
  ['letters before words', '<meta name="author" content="HVT Harbour Voices">'],
  [
    'the name of the site',
    '<meta property="og:site_name" content="Pier & Quay"><meta name="author" content="Pier & Quay">',
  ],
])('takes no author from a value that holds %s', (_, head) => {
  expect(namesOf({ head })).toEqual([]);
});

test.each([
  ['sections', '<p class="byline">Categories Harbour Ferries, Council Meetings</p>'],
  ['prose with a leading word in it', '<p>Dress: Ana Ruiz. Ring: Bo Lind by Cy Ott.</p>'],
  ['a link of the menu', '<p class="byline">Harbour Life</p>'],
])('takes no author from %s', (_, top) => {
  const before = '<nav><ul><li><a href="/a">Harbour Life</a></li><li><a href="/b">Council</a></li></ul></nav>';
  expect(namesOf({ top, before })).toEqual([]);
});

test('takes no authors from cards that each have a date', () => {
  const cards = ['Ana Ruiz 3 May 2021', 'Bo Lind 4 May 2021', 'Cy Ott 5 May 2021']
    .map((line) => `<div class="author">${line}</div>`)
    .join('');
  expect(namesOf({ top: cards })).not.toEqual(['Ana Ruiz', 'Bo Lind', 'Cy Ott']);
});

test('leaves a house, a desk and a place beside a name out', () => {
  const byline = (text: string) => namesOf({ top: `<p class="byline">${text}</p>` });
  expect(byline('By Ana Ruiz, HARBOUR VOICE')).toEqual(['Ana Ruiz']);
  expect(byline('By Ana Ruiz, Trial Attorney')).toEqual(['Ana Ruiz']);
  expect(byline('By Ana Ruiz, Lima')).toEqual(['Ana Ruiz']);
});

test('reads the word and the name where their elements are glued', () => {
  expect(namesOf({ top: '<p class="byline"><span>By</span><span>Ana Ruiz</span></p>' })).toEqual(['Ana Ruiz']);
});

test('reads several names on a line of their own before the text, and never a single one', () => {
  expect(namesOf({ top: '<p><strong>Ana Ruiz/Bo Lind</strong></p>' })).toEqual(['Ana Ruiz', 'Bo Lind']);
  expect(namesOf({ top: '<p><strong>Harbour Voices</strong></p>' })).toEqual([]);
});

test('reads the content of a meta that gives it as its value', () => {
  expect(namesOf({ head: '<meta name="author" value="Ana Ruiz">' })).toEqual(['Ana Ruiz']);
});

test.each([
  ['Posted by Ana at May 3, 2021 11:15 AM', 'en'],
  ['Geschrieben von Ana am 03.05.2021 22:30', 'de'],
  ['Publicado por Ana el 3 de mayo de 2021', 'es'],
  ['3 mai 2021 par Ana', 'fr'],
])('reads a given name alone in a line that says who and when: %s', (line, lang) => {
  expect(namesOf({ lang, top: `<p>${line}</p>` })).toEqual(['Ana']);
});

test.each([
  'Written by Ana',
  'A post shared by ana_ruiz on 3 May 2021',
  'Order today to get it by May 3 - May 9, 2021',
])('reads no given name alone in a line that has no date, or begins with something else: %s', (line) => {
  expect(namesOf({ top: `<p>${line}</p>` })).toEqual([]);
});

test.each(['Author', 'Posted by:', 'Autorin', 'Auteur :', 'Von'])(
  'reads the name in the line behind a label: %s',
  (label) => {
    expect(namesOf({ top: `<div><h4>${label}</h4><p>Ana Ruiz</p></div>` })).toEqual(['Ana Ruiz']);
  },
);

test('reads no name in the line behind another label', () => {
  expect(namesOf({ top: '<div><h4>Harbour</h4><p>Ana Ruiz</p></div>' })).toEqual([]);
});

test('reads a line of the head that its class calls the writer’s, also within a menu', () => {
  const top = '<nav class="menu"><span class="writer">Ana Ruiz</span><span class="date">3 May 2021</span></nav>';
  expect(namesOf({ top })).toEqual(['Ana Ruiz']);
});

test('takes what is called like the site for the house beside the name of a person', () => {
  const head = '<meta property="og:site_name" content="Harbour Light House">';
  expect(namesOf({ head, top: '<p class="byline">By Ana Ruiz, Harbour Light House</p>' })).toEqual(['Ana Ruiz']);
});
