import { labelHtml } from '../../lib/core/label/html/label-html.ts';
import { decideRows } from '../../lib/core/label/model/decide.ts';
import type { ModelPage } from '../../lib/core/label/model/model-page.ts';
import { measurePage } from '../../lib/core/label/model/model-page.ts';
import { TokenRates } from '../../lib/core/label/model/token-rates.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';

const WORDS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen.';
const ARTICLE = '<meta property="article:published_time" content="2024-03-01">';

function pageOf(html: string): ModelPage {
  const document = parseHtml(html);
  if (document.elements === null) throw new Error('expected elements');
  return measurePage(document, document.elements, new TokenRates(() => undefined), labelHtml(document));
}

/** Rows of a page whose elements have names. */
function keptRows(html: string, probability: readonly number[], threshold = 0.5): readonly number[] {
  return keptOf(`<main class="page">${html}</main>`, probability, threshold);
}

function keptOf(html: string, probability: readonly number[], threshold = 0.5): readonly number[] {
  return [...decideRows({ page: pageOf(html), probability: Float64Array.from(probability) }, threshold).kept];
}

const LONG = `<p>${WORDS.repeat(7)}</p>`;

describe('decision on the rows of a page', () => {
  it('keeps what reaches the threshold on a page that says it is an article', () => {
    expect(keptRows(`${ARTICLE}${LONG}<p>${WORDS}</p><p>${WORDS}</p>`, [0.9, 0.5, 0.49])).toEqual([1, 1, 0]);
  });

  it('asks for more of an article without names', () => {
    const html = `${LONG}${LONG}<p>${WORDS}</p><p>${WORDS}</p>`;
    expect(keptOf(`${ARTICLE}${html}`, [0.98, 0.9, 0.7, 0.6])).toEqual([1, 1, 1, 0]);
    expect(keptRows(`${ARTICLE}${html}`, [0.98, 0.9, 0.7, 0.6])).toEqual([1, 1, 1, 1]);
    expect(keptOf(html, [0.98, 0.9, 0.7, 0.6])).toEqual([1, 1, 1, 1]);
  });

  it('keeps the best guess where next to nothing would be left', () => {
    expect(keptRows(`${ARTICLE}<p>${WORDS}</p><p>${WORDS}</p><p>${WORDS}</p>`, [0.4, 0.35, 0.01])).toEqual([1, 1, 0]);
  });

  it('keeps nothing that is all but certainly no article', () => {
    expect(keptRows(`<p>${WORDS}</p>`, [0.05])).toEqual([0]);
  });

  it('asks for less of a page that does not say outright that it is an article', () => {
    const sure = [0.98, 0.98, 0.98, 0.52];
    expect(keptRows(`${LONG}${LONG}${LONG}<p>${WORDS}</p>`, sure, 0.55)).toEqual([1, 1, 1, 1]);
    const typed = `<meta property="og:type" content="article">${LONG}${LONG}${LONG}<p>${WORDS}</p>`;
    expect(keptRows(typed, sure, 0.55)).toEqual([1, 1, 1, 1]);
    expect(keptRows(`${ARTICLE}${LONG}${LONG}${LONG}<p>${WORDS}</p>`, sure, 0.55)).toEqual([1, 1, 1, 0]);
  });

  it('asks for less of a page of which it is not sure, and for more the surer it is', () => {
    expect(keptRows(`${ARTICLE}${LONG}${LONG}${LONG}`, [0.6, 0.36, 0.3])).toEqual([1, 1, 0]);
    expect(keptRows(`${LONG}${LONG}${LONG}`, [0.6, 0.36, 0.21])).toEqual([1, 1, 1]);
    expect(keptRows(`${ARTICLE}${LONG}${LONG}${LONG}${LONG}`, [0.95, 0.8, 0.3, 0.1])).toEqual([1, 1, 0, 0]);
  });

  it('keeps a title with the text below it on a page that does not say it is an article', () => {
    const html = `${LONG}<h3>Harbour lamp</h3><p>${WORDS}</p><h3>Harbour net</h3><p>${WORDS}</p>`;
    const probability = [0.95, 0.1, 0.9, 0.1, 0.01];
    expect(keptRows(html, probability)).toEqual([1, 1, 1, 0, 0]);
    expect(keptRows(`${ARTICLE}${html}`, probability)).toEqual([1, 0, 1, 0, 0]);
  });

  it('drops lines that ask the reader for something, however sure the model is', () => {
    expect(keptRows(`${LONG}<p>Share this story</p><p>Already a subscriber? Log in</p>`, [0.95, 0.9, 0.1])).toEqual([
      1, 0, 0,
    ]);
    expect(keptRows(`${LONG}<p>Photo: Anna Lind</p>`, [0.95, 0.9])).toEqual([1, 1]);
  });

  it('drops who wrote the story and when from above it, however sure the model is', () => {
    const head = (line: string) => keptRows(`<h1>Harbour lamp</h1>${line}${LONG}`, [0.1, 0.9, 0.95]);
    expect(head('<p>By Anna Lind</p>')).toEqual([0, 0, 1]);
    expect(head('<time>3 February</time>')).toEqual([0, 0, 1]);
    expect(head('<p>3 February</p>')).toEqual([0, 1, 1]);
    expect(head('<p>By the harbour lamp</p>')).toEqual([0, 1, 1]);
    // Signed below: the end of a letter is its own.
    expect(keptRows(`<h1>Harbour lamp</h1>${LONG}<p>By Anna Lind</p>`, [0.1, 0.95, 0.9])).toEqual([0, 1, 1]);
  });

  it('keeps the times that part a timeline', () => {
    const entries = `<time>3 February</time>${LONG}<time>5 February</time>${LONG}`;
    expect(keptRows(`<h1>Harbour lamp</h1>${entries}`, [0.1, 0.9, 0.95, 0.9, 0.95])).toEqual([0, 1, 1, 1, 1]);
  });

  it('drops links to other stories behind a label, counters of galleries and marks of advertisements', () => {
    const html = `${LONG}<p>Read also: Harbour ferry returns to the east quay</p><p>Image 3 of 12</p><p>ADVERTISEMENT</p><p>${WORDS}</p>`;
    expect(keptRows(html, [0.95, 0.9, 0.9, 0.9, 0.9])).toEqual([1, 0, 0, 0, 1]);
    const linked = (words: string) => `${LONG}<p><a href="/boat">${words}</a></p><p>${WORDS}</p>`;
    expect(keptRows(linked('Read also: Harbour ferry returns to the east quay'), [0.95, 0.9, 0.9])).toEqual([1, 0, 1]);
    expect(keptRows(linked('The timetable of the harbour ferry to the east quay'), [0.95, 0.9, 0.9])).toEqual([
      1, 1, 1,
    ]);
  });

  it('asks for more behind a story that it is sure of, however unsure of the rest of the page', () => {
    const rest = `<p>${WORDS}</p>`.repeat(30);
    const doubtful = Array.from({ length: 30 }, () => 0.3);
    expect(keptRows(`${LONG}${rest}<p>${WORDS}</p>`, [0.95, ...doubtful, 0.55])).toEqual([
      1,
      ...doubtful.map(() => 0),
      1,
    ]);
    expect(keptRows(`${LONG}${rest}<p>${WORDS}</p>`, [0.85, ...doubtful, 0.55])).toEqual([
      1,
      ...doubtful.map(() => 1),
      1,
    ]);
  });

  it.each([
    [
      'keeps a doubtful crosshead between kept paragraphs',
      `${LONG}<h2>Half way</h2>${LONG}`,
      [0.9, 0.4, 0.9],
      [1, 1, 1],
    ],
    [
      'drops a heading that is most likely none of the article',
      `${LONG}<h2>Half way</h2>${LONG}`,
      [0.9, 0.1, 0.9],
      [1, 0, 1],
    ],
    [
      'drops a doubtful heading with nothing kept below it',
      `${LONG}<h2>More</h2><p>${WORDS}</p>`,
      [0.9, 0.6, 0.1],
      [1, 0, 0],
    ],
    [
      'keeps a heading whose text stands under a lower heading',
      `${LONG}<h2>Two</h2><h3>Two a</h3>${LONG}`,
      [0.9, 0.6, 0.6, 0.9],
      [1, 1, 1, 1],
    ],
    [
      'drops a heading before the next of its rank',
      `${LONG}<h2>Two</h2><h2>Three</h2>${LONG}`,
      [0.9, 0.6, 0.6, 0.9],
      [1, 0, 1, 1],
    ],
  ])('%s', (_, html, probability, kept) => {
    expect(keptRows(ARTICLE + html, probability)).toEqual(kept);
  });

  it('keeps a table between two parts of a story, and no line that asks the reader for something', () => {
    const table = '<table><tr><td>Boats</td><td>41</td></tr><tr><td>Nets</td><td>43</td></tr></table>';
    expect(keptRows(ARTICLE + LONG + table + LONG, [0.9, 0.3, 0.3, 0.9])).toEqual([1, 1, 1, 1]);
    expect(keptRows(ARTICLE + LONG + table, [0.9, 0.3, 0.3])).toEqual([1, 0, 0]);
    expect(keptRows(`${ARTICLE}${LONG}<h2>Share this story</h2>${LONG}`, [0.9, 0.4, 0.9])).toEqual([1, 0, 1]);
  });

  it('drops a pop-up card and lets a note stay or go with its line', () => {
    const line = (name: string): string => `<p>${WORDS.repeat(7)} <span class="${name}">${WORDS}</span>One more.</p>`;
    expect(keptRows(ARTICLE + line('tooltip-text') + LONG, [0.9, 0.9, 0.9])).toEqual([1, 0, 1]);
    const card = `<span class="tooltip-text"><h4>Half way</h4>${WORDS}</span>`;
    expect(keptRows(`${ARTICLE}<div>${WORDS.repeat(7)} ${card} One.</div>${LONG}`, [0.9, 0.5, 0.5, 0.9])).toEqual([
      1, 0, 0, 1,
    ]);
    const lone = '<span class="tooltip-text"><h4>Half way from Aldersund to Holm and back again</h4></span>';
    expect(keptRows(`${ARTICLE}<div>${WORDS.repeat(7)} ${lone} One.</div>${LONG}`, [0.9, 0.5, 0.9])).toEqual([1, 0, 1]);
    expect(keptRows(ARTICLE + line('sidenote') + LONG, [0.9, 0.1, 0.9])).toEqual([1, 1, 1]);
    expect(keptRows(ARTICLE + line('sidenote') + LONG, [0.1, 0.9, 0.9])).toEqual([0, 0, 1]);
  });

  it('drops comments beside a longer story, however likely, and leaves them to the model where they outweigh it', () => {
    const comments = (text: string): string => `<div id="comments" class="comments"><p>${text}</p></div>`;
    expect(keptRows(`${ARTICLE}${LONG}${LONG}${comments(WORDS)}`, [0.9, 0.9, 0.9])).toEqual([1, 1, 0]);
    expect(keptRows(`${ARTICLE}${LONG}${comments(WORDS.repeat(20))}`, [0.9, 0.9])).toEqual([1, 1]);
    expect(keptRows(`${ARTICLE}<p>${WORDS}</p>${comments(WORDS)}`, [0.9, 0.9])).toEqual([1, 1]);
  });

  it('lets the items of a list lean towards each other', () => {
    const list = `<ul><li>${WORDS}</li><li>${WORDS}</li><li>${WORDS}</li></ul>`;
    expect(keptRows(ARTICLE + LONG + list, [0.9, 0.9, 0.9, 0.4])).toEqual([1, 1, 1, 1]);
    expect(keptRows(`${ARTICLE}${LONG}<p>${WORDS}</p>`, [0.9, 0.4])).toEqual([1, 0]);
  });

  const TWO = `<title>A pier for Saltholm</title>${ARTICLE}<article><h1>A pier for Saltholm</h1>${LONG}${LONG}</article>`;

  it('drops another story that follows under a headline of its own', () => {
    const html = `${TWO}<article><h1>Herring prices rise</h1>${LONG}</article>`;
    expect(keptRows(html, [0.9, 0.9, 0.9, 0.9, 0.9])).toEqual([1, 1, 1, 0, 0]);
    // Kept text behind it does not bring it back.
    expect(keptRows(`${html}<p>${WORDS}</p>`, [0.9, 0.9, 0.9, 0.9, 0.9, 0.9])).toEqual([1, 1, 1, 0, 0, 1]);
  });

  it('drops another story whose article shares a class with that of the page', () => {
    const own = `<title>A pier for Saltholm</title><article class="story lead"><h1>A pier for Saltholm</h1>${LONG}${LONG}</article>`;
    const other = `<article class="story"><h1>Herring prices rise</h1>${LONG}</article>`;
    expect(keptRows(own + other, [0.9, 0.9, 0.9, 0.9, 0.9])).toEqual([1, 1, 1, 0, 0]);
  });

  it.each([
    ['has a heading of a lower rank', `${TWO}<article><h2>Herring prices rise</h2>${LONG}</article>`, 5],
    ['is built otherwise', `${TWO}<article class="review"><h1>Herring prices rise</h1>${LONG}</article>`, 5],
    ['goes on under the headline of the page', `${TWO}<article><h1>A pier for Saltholm</h1>${LONG}</article>`, 5],
    [
      'is the first that the page tells',
      `<title>A pier for Saltholm</title>${ARTICLE}<article><h2>A pier for Saltholm</h2></article><article><h1>Herring prices rise</h1>${LONG}</article>`,
      3,
    ],
  ])('keeps an article that %s', (_, html, rows) => {
    expect(
      keptRows(
        html,
        Array.from({ length: rows }, () => 0.9),
      ),
    ).toEqual(Array.from({ length: rows }, () => 1));
  });
});
