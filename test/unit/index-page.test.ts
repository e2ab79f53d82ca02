import { describe, expect, it } from '@jest/globals';
import { type ArticleRecord, cleanArticle } from '../../lib/index.ts';
import { PARAGRAPHS, TITLE } from '../support/script-pages.ts';

const INTRO =
  'All that our reporters have written about the harbour, the ferries and the people who work there, newest first.';
const PLACES = ['Almere Point', 'Sandholm', 'Tarn', 'Lindmouth', 'Oxley', 'Brenn', 'Vale', 'Corrow'];

function page(body: string, head = ''): string {
  return `<!DOCTYPE html><html><head><title>Harbour</title>${head}</head><body><main>${body}</main></body></html>`;
}

function clean(html: string, url = 'https://news.example.org/harbour'): ArticleRecord {
  return cleanArticle(html, { mediaType: 'text/html', url });
}

const cards = PLACES.map(
  (place, at) =>
    `<article class="card post-${at}"><h2><a href="/2025/03/${at}">Council of ${place} votes for a longer quay</a></h2>` +
    `<p>The vote in ${place} took four hours and ended with a narrow majority for the plan.</p><time>${at + 1} March 2025</time></article>`,
).join('');
const products = PLACES.map(
  (place, at) =>
    `<div class="product"><a href="/p/${at}">${place} oilskin jacket, lined</a><p>Warm and light, made for long watches at sea in winter.</p><span>€ ${at + 40}.00</span></div>`,
).join('');
const front = page(`<h1>Harbour</h1><p>${INTRO}</p>${cards}`);
const story = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');

describe('an index page', () => {
  it('is known by entries of one shape, each with a link', () => {
    expect(clean(front)).toMatchObject({ kind: 'index' });
  });

  it('says that it is no article', () => {
    expect(clean(front).quality.flags.map(({ flag }) => flag)).toContain('non-article');
  });

  it('is known though each entry is numbered in its class and named after its topics', () => {
    const named = cards.replace(/class="card post-(\d)"/g, 'class="post-$1 card topic-$1 tag-x$1"');
    expect(clean(page(`<h1>Harbour</h1><p>${INTRO}</p>${named}`)).kind).toBe('index');
  });

  it('gives dated teasers of other stories as data and keeps what it says itself', () => {
    const record = clean(front);
    expect(record.text).toBe(INTRO);
    expect(record.related).toHaveLength(PLACES.length);
    expect(record.related?.[0]).toEqual({
      title: 'Council of Almere Point votes for a longer quay',
      summary: 'The vote in Almere Point took four hours and ended with a narrow majority for the plan.',
      url: 'https://news.example.org/2025/03/0',
    });
  });

  it('keeps its teasers when it says nothing itself, rather than nothing', () => {
    expect(clean(page(`<h1>Harbour</h1>${cards}`)).text).toContain('Council of Sandholm');
  });

  it('keeps the entries of a catalogue, which are what it is for', () => {
    const record = clean(
      page(`<h1>Jackets</h1><p>${INTRO}</p>${products}`),
      'https://shop.example.org/collections/jackets',
    );
    expect(record.kind).toBe('index');
    expect(record.text).toContain('Sandholm oilskin jacket');
    expect(record.text).toContain('Warm and light');
  });
});

describe('a page with a story of its own', () => {
  it.each([
    ['and cards below it', `<article><h1>${TITLE}</h1>${story}</article><section>${cards}</section>`, ''],
    [
      'that says it is an article',
      `<h1>${TITLE}</h1><p>${INTRO}</p>${cards}`,
      '<meta property="og:type" content="article">',
    ],
    [
      'and links in its list',
      `<h1>${TITLE}</h1>${story}<ul>${PLACES.map((p) => `<li><a href="/${p}">${p}</a></li>`).join('')}</ul>`,
      '',
    ],
  ])('is no index %s', (_, body, head) => {
    expect(clean(page(body, head), 'https://news.example.org/harbour/ferry-stops-at-dusk').kind).toBe('article');
  });

  it('is no index in a discussion of many short posts', () => {
    const posts = PLACES.map(
      (place, at) =>
        `<div class="post"><a href="/u/${at}">Sailor of ${place}</a><p>I would take the bus from ${place}, it runs every hour.</p></div>`,
    ).join('');
    const forum =
      '<script type="application/ld+json">{"@type":"DiscussionForumPosting","headline":"Which way to Tarn?"}</script>';
    expect(clean(page(`<h1>Which way to Tarn?</h1>${posts}`, forum)).kind).toBe('article');
  });
});
