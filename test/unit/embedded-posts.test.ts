import { describe, expect, it } from '@jest/globals';
import { labelHtml } from '../../lib/core/label/html/label-html.ts';
import { decideRows } from '../../lib/core/label/model/decide.ts';
import { labelBy, sharedModel } from '../../lib/core/label/model/label-with-model.ts';
import { measurePage } from '../../lib/core/label/model/model-page.ts';
import { TokenRates } from '../../lib/core/label/model/token-rates.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';

const PARAGRAPH =
  'The ferry office of Brackwater said that the night boat would sail again once the ice on the lower quay had been cleared away.';
const LONG = `<p>${`${PARAGRAPH} `.repeat(6)}</p>`;
const POST = 'We are on the lower quay with two crews and hope to have the boat out by the evening, wrap up warm.';
const SIGNATURE = '— Harbour Crew (@harbourcrew) <a href="https://social.example/1">January 5, 2024</a>';
const HEAD = '<meta property="article:published_time" content="2024-03-01">';

/** Which rows are kept where each has the probability given. */
function keptRows(body: string, probability: readonly number[]): readonly number[] {
  const document = parseHtml(`${HEAD}<main class="page">${body}</main>`);
  if (document.elements === null) throw new Error('expected elements');
  const page = measurePage(document, document.elements, new TokenRates(() => undefined), labelHtml(document));
  expect(page.blocks).toHaveLength(probability.length);
  return [...decideRows({ page, probability: Float64Array.from(probability) }, 0.5).kept];
}

const CODES: readonly (readonly [string, string])[] = [
  ['blockquote.twitter-tweet', `<blockquote class="twitter-tweet"><p>${POST}</p>${SIGNATURE}</blockquote>`],
  ['blockquote.instagram-media', `<blockquote class="instagram-media x"><p>${POST}</p><p>Ann (@ann)</p></blockquote>`],
  ['blockquote.tiktok-embed', `<blockquote class="tiktok-embed"><section>${POST}</section><p>@ann</p></blockquote>`],
  ['blockquote.bluesky-embed', `<blockquote class="bluesky-embed"><p>${POST}</p>${SIGNATURE}</blockquote>`],
  ['blockquote.reddit-embed-bq', `<blockquote class="reddit-embed-bq"><p>${POST}</p><p>by u/ann</p></blockquote>`],
  ['div.fb-post', `<div class="fb-post"><blockquote><p>${POST}</p><p>Posted by Ann on Monday</p></blockquote></div>`],
  ['a signed quote without a class', `<blockquote><p>${POST}</p>${SIGNATURE}</blockquote>`],
  ['a quote with its signature in a paragraph', `<blockquote><p>${POST}</p><p>${SIGNATURE}</p></blockquote>`],
  [
    'a handle with its host',
    `<blockquote><p>${POST}</p><p>– Ann Lee (@ann@social.example) <a href="/2">5.1.2024</a></p></blockquote>`,
  ],
];

describe('a post of a social network', () => {
  it.each(CODES)('is kept with its signature: %s', (_, code) => {
    expect(keptRows(LONG + code + LONG, [0.9, 0.7, 0.1, 0.9])).toEqual([1, 1, 1, 1]);
  });

  it.each(CODES)('is dropped with its signature: %s', (_, code) => {
    expect(keptRows(LONG + code + LONG, [0.9, 0.2, 0.8, 0.9])).toEqual([1, 0, 0, 1]);
  });

  it.each([
    ['a quote of the story', `<blockquote><p>${POST}</p><p>— Ann Lee, captain of the night boat</p></blockquote>`],
    [
      'a quote whose source is a dated link without a handle',
      `<blockquote><p>${POST}</p><p>— Ann Lee, <a href="/x">1924</a></p></blockquote>`,
    ],
    ['a handle in the middle of a quote', `<blockquote><p>${SIGNATURE}</p><p>${POST}</p></blockquote>`],
    [
      'an embed class on a container of the story',
      `<div class="instagram-media"><p>${POST}</p><p>Ann (@ann)</p></div>`,
    ],
  ])('is not %s: its rows are judged one by one', (_, quote) => {
    expect(keptRows(LONG + quote + LONG, [0.9, 0.7, 0.1, 0.9])).toEqual([1, 1, 0, 1]);
  });

  it('is not a whole story that stands in an embed class', () => {
    const story = `<blockquote class="twitter-tweet">${LONG.repeat(6)}<p>${POST}</p></blockquote>`;
    expect(keptRows(story, [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.1])).toEqual([1, 1, 1, 1, 1, 1, 0]);
  });
});

describe('the name of a dropped post', () => {
  it('is one for all of its rows, whatever a row looks like', () => {
    const post = `<blockquote class="twitter-tweet"><p>${POST}</p><p>Update: all done</p>${SIGNATURE}</blockquote>`;
    const labelled = labelBy({ ...sharedModel(), threshold: 1 }, parseHtml(`${HEAD}<article>${LONG}${post}</article>`));
    const removals = labelled.filter(({ block }) => block.kind === 'quote').map(({ removal }) => removal?.rule);
    expect(removals).toEqual(['html-embedded-post', 'html-embedded-post', 'html-embedded-post']);
  });
});
