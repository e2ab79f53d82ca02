import { describe, expect, it } from '@jest/globals';
import { parseHtml } from '../../lib/core/parse/html.ts';

/** Texts of the blocks; those of pop-up cards in brackets. */
const textsOf = (html: string): readonly string[] =>
  parseHtml(html).blocks.map(({ text, popUp }) => (popUp === true ? `[${text}]` : text));

const TIP = 'A mole is a wall of stone that keeps the swell out of a harbour.';

describe('a pop-up card in a line', () => {
  it.each([
    ['role=tooltip', `<span role="tooltip">${TIP}</span>`],
    ['the popover attribute', `<span popover id="tip-1">${TIP}</span>`],
    ['a name of the card itself', `<span class="tooltip-content">${TIP}</span>`],
    ['a name in one word', `<span class="tooltiptext">${TIP}</span>`],
    ['a name in camel case', `<span class="GlossaryDefinition">${TIP}</span>`],
    ['a name for cards and their openers, with a text', `<span class="popup">${TIP}</span>`],
    ['a card in a card', `<span class="popover"><span class="popover-body">${TIP}</span></span>`],
    ['a card with bold words', `<small class="hovercard"><b>A mole</b>${TIP.slice(6)}</small>`],
    ['an element of the page’s own making', `<x-tooltip>${TIP}</x-tooltip>`],
    ['two line breaks', `<span role="tooltip">${TIP}<br><br></span>`],
  ])('follows its line, which goes on without it: %s', (_, card) => {
    expect(textsOf(`<p>The mole ${card}broke in two.</p><p>Nobody was hurt.</p>`)).toEqual([
      'The mole broke in two.',
      `[${TIP}]`,
      'Nobody was hurt.',
    ]);
  });

  it('may hold blocks', () => {
    const card = '<span class="tooltip-content"><div>Mole</div><ul><li>a wall</li><li>of stone</li></ul></span>';
    expect(textsOf(`<div>The mole${card}, it broke.</div>`)).toEqual([
      'The mole, it broke.',
      '[Mole]',
      '[a wall]',
      '[of stone]',
    ]);
  });

  it('stands inside the word that opens it', () => {
    expect(
      textsOf(`<p>The <span class="tooltip">mole<span class="tooltiptext">${TIP}</span></span> broke.</p>`),
    ).toEqual(['The mole broke.', `[${TIP}]`]);
  });

  it('leaves the link around it to the line', () => {
    const [line, card] = parseHtml(
      `<p>The <a href="https://port.example/mole">old mole<span role="tooltip">${TIP}</span></a> broke.</p>`,
    ).blocks;
    expect(line).toMatchObject({ text: 'The old mole broke.', links: [{ text: 'old mole' }] });
    expect(card).toMatchObject({ text: TIP, linkDensity: 1 });
  });

  it('follows the row of a table, not its cell', () => {
    const rows = `<tr><td>Mole<span role="tooltip">${TIP}</span></td><td>1884</td></tr><tr><td>Pier</td><td>1901</td></tr>`;
    const blocks = parseHtml(`<table>${rows}</table>`).blocks;
    expect(blocks.map(({ cells, text }) => cells ?? text)).toEqual([['Mole', '1884'], TIP, ['Pier', '1901']]);
  });

  it('ends with the element around it when an end tag is missing or misplaced', () => {
    expect(textsOf(`<p>The mole <span role="tooltip">${TIP}</p><p>Nobody was hurt.</p>`)).toEqual([
      'The mole',
      `[${TIP}]`,
      'Nobody was hurt.',
    ]);
    expect(textsOf('<div>One <b role="tooltip">two<p>three<i role="tooltip">four</b>five</i></p>six</div>')).toEqual([
      'One five',
      '[two]',
      '[three]',
      '[four]',
      'six',
    ]);
  });

  it('is no card when it holds a page', () => {
    const page = `<p>${TIP}</p>`.repeat(30);
    expect(textsOf(`<div>Menu <x-popup>${page}</x-popup></div>`)).not.toContain(`[${TIP}]`);
  });
});

describe('what a page keeps beside a line', () => {
  it.each([
    ['a note in the margin', `<span class="sidenote">${TIP}</span>`, { note: true }],
    ['a note at the foot', `<span class="footnoteContent">${TIP}</span>`, { note: true }],
    ['hidden text', `<span hidden>${TIP}</span>`, {}],
    ['a description', `<a href="#n" aria-describedby="n"></a><span id="n">${TIP}</span>`, {}],
  ])('follows the line: %s', (_, html, flags) => {
    const { blocks } = parseHtml(`<p>The mole${html} broke.</p>`);
    expect(blocks.map(({ text }) => text)).toEqual(['The mole broke.', TIP]);
    expect(blocks[1]).toMatchObject(flags);
    expect(blocks[1]?.popUp).toBeUndefined();
  });
});

describe('words of the sentence', () => {
  it.each([
    ['a term with a title', 'The <abbr class="tooltip" title="Port of Lindum Authority">PLA</abbr> closed the mole.'],
    ['a defined word', 'The <dfn class="glossary-tooltip" title="A wall of stone">mole</dfn> broke in two.'],
    ['a link that opens a tip', 'Read <a class="tooltip-link" href="/x">all that we know of it</a> here.'],
    [
      'a long link in the name of a pop-up',
      `See <a class="popup" href="/x">the list of all the ships that wait outside the mole</a> now.`,
    ],
    ['a word that opens a card', 'The <span class="tooltip">old mole</span> broke.'],
    [
      'a named opener',
      'The <span class="js-tooltip-trigger">wall of stone that keeps the swell out of town</span> broke.',
    ],
    [
      'an opener whose tip stands in an attribute',
      'The <span class="tooltip" data-tooltip="Of 1884">wall of stone that keeps the swell out of town</span> broke.',
    ],
    [
      'text that only readers’ aids skip',
      'It cost <span aria-hidden="true">nine million crowns in the first year alone</span>.',
    ],
    [
      'a name that has a card’s in it',
      'The <span class="tipping-point population">wall of stone that keeps the swell out</span> broke.',
    ],
    ['the mark of a footnote', 'The mole broke<sup class="footnote">1</sup> in two.'],
  ])('stay in the line: %s', (_, html) => {
    expect(textsOf(`<p>${html}</p>`)).toEqual([html.replace(/<[^>]*>/g, '')]);
  });

  it('keep the spaces around them', () => {
    expect(
      textsOf(
        '<p>The<span class="tooltip"> old </span>mole <span class="tooltip">of</span> Lin<i class="popup">dum</i></p>',
      ),
    ).toEqual(['The old mole of Lindum']);
  });

  it('keep their link and their pictures', () => {
    const { blocks } = parseHtml(
      '<p>The <a href="https://port.example/mole">old <i class="tooltip"><img src="https://port.example/i.png" alt="mole"> mole</i></a> broke.</p>',
    );
    expect(blocks.map(({ kind, text, links }) => [kind, text, links[0]?.text])).toEqual([
      ['paragraph', 'The old mole broke.', 'old mole'],
      ['image', '', undefined],
    ]);
  });

  it('keep the element that holds them all', () => {
    const { blocks, elements } = parseHtml('<p><i class="tooltip">Old</i> <i class="tooltip">mole</i></p>');
    expect(elements?.tag[blocks[0]?.element ?? 0]).toBe('p');
  });
});
