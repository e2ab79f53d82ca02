import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { restore } from '../../lib/core/render/restore.ts';
import { cleanArticle } from '../../lib/index.ts';

const PARAGRAPHS = [
  'The harbour of <b>Lindum</b> stayed shut on <a href="https://port.example/t">Tuesday</a> after the second storm of the week tore three cranes from their rails.',
  'Pilots had warned the <i>port office</i> for months that the old rails would not hold in a gale from the <span class="tooltip">north</span>, and they were right.',
  'Nobody was hurt, but forty ships now wait outside the mole, and the fruit in two of them will not keep until Friday.',
];
const CARD = 'A mole is a wall of stone or concrete that keeps the swell out of a harbour.';

const card = fc
  .constantFrom('role="tooltip"', 'popover', 'class="tooltip-text"', 'class="popup"', 'class="x glossary-box"')
  .chain((sign) =>
    fc
      .constantFrom(
        CARD,
        `<b>Mole.</b> ${CARD}`,
        ` ${CARD} `,
        `<img src="https://port.example/m.png">${CARD}`,
        `${CARD}<br>`,
      )
      .map((content) => `<span ${sign}>${content}</span>`),
  );

/** Places in a paragraph at which no tag is cut. */
function cut(paragraph: string, at: number): readonly [string, string] {
  const places = [...paragraph.matchAll(/(?<=^|>)[^<]+/g)].flatMap(({ index, 0: text }) =>
    Array.from({ length: text.length }, (_, offset) => index + offset + 1),
  );
  const place = places[at % places.length] ?? 1;
  return [paragraph.slice(0, place), paragraph.slice(place)];
}

/** The same page with a card somewhere in one of its paragraphs. */
const pages = fc.tuple(card, fc.nat(2), fc.nat(1000)).map(([inserted, which, at]) => {
  const paragraphs = PARAGRAPHS.map((text, index) => {
    if (index !== which) return `<p>${text}</p>`;
    const [before, after] = cut(text, at);
    return `<p>${before}${inserted}${after}</p>`;
  });
  return `<title>Cranes fall in storm</title><article>${paragraphs.join('')}</article>`;
});
const WITHOUT = `<title>Cranes fall in storm</title><article>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article>`;

describe('a pop-up card anywhere in a paragraph', () => {
  it('leaves every block of the page as it is without the card', () => {
    const shape = (html: string) =>
      parseHtml(html)
        .blocks.filter((block) => block.popUp !== true)
        .map(({ kind, text, words, links }) => ({ kind, text, words, links }));
    fc.assert(
      fc.property(pages, (html) => {
        expect(shape(html)).toEqual(shape(WITHOUT));
      }),
    );
  });

  it('leaves the text of the record and can be restored from it', () => {
    const text = (html: string) => cleanArticle(new TextEncoder().encode(html), 'text/html');
    const expected = text(WITHOUT).text;
    fc.assert(
      fc.property(pages, (html) => {
        const record = text(html);
        expect(record.text).toBe(expected);
        expect(restore(record)).toContain(CARD);
        expect(record.removed.filter(({ rule }) => rule === 'html-pop-up')).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });
});
