import { cleanArticle } from '../../lib/index.ts';
import { AGENCY_COPY, LOCAL_REPORT, OTHER_STORY } from '../support/invented-stories.ts';

const STORY = [...AGENCY_COPY, ...LOCAL_REPORT];
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');
const page = (body: string, title = 'Pilots of Ormsund end their strike', head = '') =>
  `<html lang="en"><head><title>${title}</title>${head}</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>${title}</h1>${body}</article>
<footer><p>Subscribe to continue reading our stories. Already a subscriber? Log in.</p></footer></body></html>`;
const read = (html: string) => cleanArticle(html, { mediaType: 'text/html' });
const kindOf = (html: string) => read(html).kind;
const kindOfText = (text: string) => cleanArticle(text, { mediaType: 'text/plain' }).kind;

const TIMES = ['18:40', '17:55', '16:20', '14:05', '12:30', '11:10'];
const entries = (times: readonly string[], texts: readonly string[] = STORY) =>
  times.map((time, at) => `<h3>${time}</h3><p>${texts[at % texts.length]}</p>`).join('\n');

describe('kind: live-blog', () => {
  it.each([
    ['on a page, latest first', page(entries(TIMES))],
    ['on a page, in order', page(entries([...TIMES].reverse()))],
    ['with times of twelve hours', page(entries(['9.15am', '10.40am', '12.05pm', '1.30pm', '2.45pm']))],
    ['past midnight', page(entries(['01:10', '00:20', '23:40', '22:05', '20:30', '19:00']))],
    [
      'with the times at the start of paragraphs',
      page(paragraphs(TIMES.map((time, at) => `${time} Uhr – ${STORY[at]}`))),
    ],
  ])('is told by times of day over updates %s', (_how, html) => {
    const record = read(html);
    expect(record.kind).toBe('live-blog');
    expect(record.quality.flags).toContainEqual({ flag: 'live-blog', reason: expect.any(String) });
  });

  it('is told of text too, and of fewer updates under a title that says so', () => {
    const text = (times: readonly string[]) => times.map((time, at) => `${time}\n\n${STORY[at]}`).join('\n\n');
    expect(kindOfText(`Strike in Ormsund\n\n${text(TIMES)}`)).toBe('live-blog');
    expect(kindOf(page(entries(TIMES.slice(0, 3)), 'Strike of the pilots: live updates'))).toBe('live-blog');
    expect(kindOf(page(entries(TIMES.slice(0, 3))))).toBe('article');
  });

  it('is not told of a programme, whose entries hold next to nothing', () => {
    const shows = ['18:00', '18:30', '19:15', '20:15', '21:45', '22:30'].map(
      (time) => `<h3>${time}</h3><p>Evening news</p>`,
    );
    expect(kindOf(page(paragraphs(STORY) + shows.join('\n')))).toBe('article');
  });

  it('is not told of times that run to and fro, as in a thread', () => {
    expect(kindOf(page(entries(['18:40', '09:05', '20:20', '07:15', '22:30', '06:10', '15:00'])))).toBe('article');
  });

  it('is not told of a story that names times in its sentences', () => {
    const told = STORY.map((text, at) => `At ${8 + at}:15 the next ship came in. ${text}`);
    expect(kindOf(page(paragraphs(told)))).toBe('article');
  });

  it('is not told of results, which are no times of day', () => {
    expect(kindOf(page(entries(['25:21', '25:18', '33:10', '47:02', '58:31', '61:20'])))).toBe('article');
  });
});

describe('kind: gallery', () => {
  const picture = (text: string, at: number) =>
    `<figure><img src="/p${at}.jpg" alt=""><figcaption>${text}</figcaption></figure>`;

  it('is told by captioned pictures that hold the story', () => {
    const html = page(
      `<p>${LOCAL_REPORT[0]} Here are the best pictures of the day.</p>${STORY.slice(0, 6).map(picture).join('')}`,
    );
    expect(kindOf(html)).toBe('gallery');
  });

  it('is not told of a story with as many pictures', () => {
    expect(kindOf(page(STORY.map((text, at) => `<p>${text}</p>${picture('The quay', at)}`).join('')))).toBe('article');
  });

  it('is not told of goods for sale', () => {
    const product = '<meta property="og:type" content="product">';
    const html = page(`<p>${LOCAL_REPORT[0]}</p>${STORY.slice(0, 6).map(picture).join('')}`, 'A mug of clay', product);
    expect(kindOf(html)).not.toBe('gallery');
  });
});

describe('kind: video', () => {
  const ARTICLE = '<meta property="og:type" content="article">';
  const LEAD = `<p>${LOCAL_REPORT[0]}</p>`;

  it.each([
    ['an element of its own', '<video src="/ships.mp4" controls></video>'],
    ['a page of a player', '<iframe src="https://tube.example/embed/a1b2"></iframe>'],
    ['a player that is loaded late', '<iframe data-src="https://cdn.example/player/?id=7"></iframe>'],
  ])('is told by a player in %s over a line of text', (_how, player) => {
    expect(kindOf(page(player + LEAD, undefined, ARTICLE))).toBe('video');
  });

  it('is told by a page that calls itself one, with a summary', () => {
    const data = '<script type="application/ld+json">{"@type":"VideoObject","name":"Ships"}</script>';
    expect(kindOf(page(paragraphs(STORY.slice(0, 4)), undefined, data))).toBe('video');
  });

  it('is not told of a story with a player, nor by a pixel of a counter', () => {
    expect(kindOf(page(`<video src="/ships.mp4"></video>${paragraphs(STORY)}`, undefined, ARTICLE))).toBe('article');
    expect(
      kindOf(page(`<iframe src="https://count.example/ns.html?id=video"></iframe>${LEAD}`, undefined, ARTICLE)),
    ).toBe('article');
  });
});

describe('kind: error-page', () => {
  // Shorter ones are refused as what they are: no article at all.
  const HELP = [
    'Please check the address or go back to the start page of our site, where the newest stories of the harbour stand.',
    'Perhaps you came by an old link of a search engine, or a letter of the address was lost when it was copied from a message.',
    'You can also look through the archive, which holds all our stories since the first issue, or write to us and say what you looked for.',
  ];
  const NOTHING = paragraphs(HELP);

  it.each([
    '404 Not Found',
    '404',
    'Error 503',
    'Page not found',
    'Oops! Page not found',
    'Ormsund Gazette | 404',
    'Seite nicht gefunden – Ormsunder Bote',
    'Page introuvable',
    'Página no encontrada',
    'Strona nie istnieje',
    'Страница не найдена',
    'ページが見つかりません',
    '找不到页面',
    'Access Denied',
    'Just a moment...',
  ])('is told by the title %s', (title) => {
    expect(kindOf(page(NOTHING, title))).toBe('error-page');
  });

  it('is told of a text whose first line says so', () => {
    expect(kindOfText(`404 Not Found\n\n${HELP.join('\n\n')}`)).toBe('error-page');
  });

  it('is no kind of a short one, which is refused', () => {
    expect(() => kindOf(page('<p>Please check the address.</p>', '404 Not Found'))).toThrow('words that are none');
  });

  it.each([
    '404 people moved from the quay',
    '500 years of Ormsund',
    'Not found guilty: the pilots of Ormsund',
    'Access denied to the harbour',
  ])('is not told by the headline %s', (title) => {
    expect(kindOf(page(paragraphs(STORY.slice(0, 4)), title))).not.toBe('error-page');
  });

  it('is not told of a page with a story, whatever its title', () => {
    expect(kindOf(page(paragraphs([...STORY, ...OTHER_STORY]), '404'))).toBe('article');
  });
});
