import { labelBlocks } from '../../lib/core/label/label.ts';
import { extractMetadata } from '../../lib/core/metadata/extract.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { linkedData } from '../support/news-page.ts';

const STORY = Array.from(
  { length: 4 },
  (_, index) =>
    `<p>The harbour council of Ormsund met for the ${['first', 'second', 'third', 'fourth'][index]} time to talk about the new ferry, which has been late on most days since the spring, and agreed to ask the owner for an answer before the summer season begins.</p>`,
).join('');

interface Shown {
  readonly head?: string;
  readonly top: string;
  readonly end?: string;
  readonly path?: string;
}

function titleOf({ head = '', top, end = '', path = '/news/1234' }: Shown): string | undefined {
  const url = `https://www.gazette.example${path}`;
  const html = `<html lang="en"><head>${head}</head><body>${top}<main><article>${STORY}</article></main>${end}</body></html>`;
  return extractMetadata(labelBlocks(parseHtml(html, url)), { url }).title;
}

const og = (title: string) => `<meta property="og:title" content="${title}">`;

test('takes the headline that stands under one for search engines, where the data give it too', () => {
  const head = `<title>Ormsund ferry delay 2021: all news</title>${og('Ormsund ferry delay 2021: all news')}${linkedData({ '@type': 'NewsArticle', headline: 'Council loses patience with the ferry' })}`;
  const seo = '<h1>Ormsund ferry delay 2021: all news</h1>';
  const shown = '<h2>Council loses patience with the ferry</h2>';
  expect(titleOf({ head, top: seo + shown })).toBe('Council loses patience with the ferry');
  expect(titleOf({ head, top: seo, end: shown })).toBe('Ormsund ferry delay 2021: all news');
});

test('does not take a crosshead for the headline', () => {
  const head = `<title>Ferry late again</title>${og('Ferry late again')}`;
  expect(titleOf({ head, top: '<h1>Ferry late again</h1><h2>Council loses patience</h2>' })).toBe('Ferry late again');
});

test('passes over a heading that links to the start page', () => {
  const top = '<h1><a href="/">Notes from the pier</a></h1><h2>Ferry late again today</h2>';
  expect(titleOf({ head: '<title>Ferry late again today</title>', top })).toBe('Ferry late again today');
});

test('passes over the part of the title that is the name of a site, where the other part is the heading below', () => {
  const head = '<title>Notes from the pier - Ferry late again today</title>';
  expect(titleOf({ head, top: '<h1>Notes from the pier</h1><h3>Ferry late again today</h3>' })).toBe(
    'Ferry late again today',
  );
});

test('asks the address where the visible headline and the head differ', () => {
  const head = `<title>Ferries of Ormsund 2021 compared</title>${og('Ferries of Ormsund 2021 compared')}${linkedData({ '@type': 'Article', headline: 'Ferries of Ormsund 2021 compared' })}`;
  const top = '<h1>Seven boats that cross the sound, and what we think of them</h1>';
  expect(titleOf({ head, top, path: '/seven-boats-that-cross-the-sound' })).toBe(
    'Seven boats that cross the sound, and what we think of them',
  );
  const short = '<h1>Our sailing guide</h1>';
  const guide = `<title>How to cross the sound by ferry</title>${og('How to cross the sound by ferry')}`;
  expect(titleOf({ head: guide, top: short, path: '/how-to-cross-the-sound' })).toBe('How to cross the sound by ferry');
});

test('passes over a heading behind the article that shares no word with the head of the page', () => {
  const head = '<title>Ferry late again today</title>';
  expect(titleOf({ head, top: '', end: '<div><h1>Original text</h1></div>' })).toBe('Ferry late again today');
});

test('keeps a kicker that og and linked data give and the story uses, and leaves out that of a section', () => {
  const given = (kicker: string) =>
    titleOf({
      head: `<title>${kicker}: No boat before noon</title>${og(`${kicker}: No boat before noon`)}${linkedData({ '@type': 'NewsArticle', headline: `${kicker}: No boat before noon` })}`,
      top: '<h1>No boat before noon</h1>',
    });
  expect(given('Ormsund')).toBe('Ormsund: No boat before noon');
  expect(given('Chronicle')).toBe('No boat before noon');
});

test('takes a number or an article in front for the first word of the headline', () => {
  const head = `<title>Best ferries of the sound</title>${og('Best ferries of the sound')}`;
  expect(titleOf({ head, top: '<h1>The best ferries of the sound</h1>' })).toBe('The best ferries of the sound');
  expect(titleOf({ head, top: '<h1>Travel Best ferries of the sound</h1>' })).toBe('Best ferries of the sound');
});

test('calls a start page by the name of its site', () => {
  const site = '<meta property="og:site_name" content="Sundline">';
  const top = '<h1>Cross the water in nine minutes</h1>';
  const start = (title: string) => titleOf({ head: `<title>${title}</title>${og(title)}${site}`, top, path: '/' });
  expect(start('Sundline: ferries for everyone')).toBe('Sundline: ferries for everyone');
  expect(start('Sundline | Ferries for everyone')).toBe('Ferries for everyone');
  expect(start('Sundline')).toBe('Sundline');
});

test('cuts before a colon only what is wholly a name of the site', () => {
  const head = '<title>Gazette: Ferry late again</title><meta property="og:site_name" content="Gazette">';
  expect(titleOf({ head, top: '' })).toBe('Ferry late again');
  const page = '<title>Gazettes: how they began</title><meta property="og:site_name" content="Gazette">';
  expect(titleOf({ head: page, top: '<h1>Gazettes: how they began</h1>' })).toBe('Gazettes: how they began');
});
