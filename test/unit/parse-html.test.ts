// Over 200 lines: what a parser makes of the forms of HTML, a test each.
import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../lib/core/document.ts';
import { elementPath } from '../../lib/core/parse/element-table.ts';
import { parseHtml } from '../../lib/core/parse/html.ts';

const blocksOf = (html: string): readonly Block[] => parseHtml(html).blocks;
const textsOf = (html: string): readonly string[] => blocksOf(html).map((block) => block.text);

describe('blocks of an HTML page', () => {
  it('reads on behind a quote that is never closed', () => {
    const page = '<p>One <a href="https://harbour.example/w>two</a> three.</p><p>Four</p>';
    expect(textsOf(page)).toEqual(['One two three.', 'Four']);
    expect(blocksOf(page)[0]?.links).toEqual([{ text: 'two', url: 'https://harbour.example/w' }]);
    expect(textsOf("<p title='one>Two</p>")).toEqual(['Two']);
    expect(textsOf('<p>One</p><a href="/cut off here')).toEqual(['One']);
  });

  it('takes separators with nothing between them for one', () => {
    expect(blocksOf('<p>One</p><hr><hr> <hr><p>Two</p><hr>').map(({ kind }) => kind)).toEqual([
      'paragraph',
      'separator',
      'paragraph',
      'separator',
    ]);
  });

  it('ends a block at every tag that is not inline', () => {
    expect(textsOf('<div>One<p>Two<section>Three</section>Four</div><my-card>Five</my-card>')).toEqual([
      'One',
      'Two',
      'Three',
      'Four',
      'Five',
    ]);
  });

  it('ends a block at two line breaks and makes a space of one', () => {
    expect(textsOf('<p>One<br>two<br> <br>Three</p>')).toEqual(['One two', 'Three']);
  });

  it('neither glues nor splits words at inline tags', () => {
    expect(textsOf('<p>har<b>bour</b> <i>mas</i>ter<wbr>ly <a href="/x">off</a>ice</p>')).toEqual([
      'harbour masterly office',
    ]);
  });

  it('keeps the reading of a character where the page sets it in brackets', () => {
    const kana = '<rt>みなと</rt>';
    expect(textsOf(`<p>古い<ruby>港<rp>（</rp>${kana}<rp>）</rp></ruby>の話、<ruby>港${kana}</ruby>の町</p>`)).toEqual([
      '古い港（みなと）の話、港の町',
    ]);
  });

  it('keeps the blocks of a misnested inline tag together', () => {
    expect(textsOf('<div><b>Bold<p>inside</b> and after</p></div>')).toEqual(['Bold', 'inside and after']);
  });

  it('takes out soft hyphens and zero width spaces, folds white space and composes accents', () => {
    expect(textsOf('<p>Har&shy;bour\u200b \u00a0\n\t cafe\u0301\ufeff</p>')).toEqual(['Harbour café']);
  });

  it('decodes entities, also without a semicolon', () => {
    expect(textsOf('<p>Ropes &amp; sails &copy 1999 &#x2014; &eacute;t&eacute; &unknown;</p>')).toEqual([
      'Ropes & sails © 1999 — été &unknown;',
    ]);
  });

  it('leaves out scripts, styles, controls and drawings', () => {
    const html =
      '<p>A</p><script>var b = "<p>B</p>"</script><style>c{}</style><noscript><p>D</p></noscript><svg><title>E</title></svg>';
    expect(
      textsOf(
        `${html}<select><option>F</select><button>G</button><iframe>H</iframe><template><p>I</p></template><p>J</p>`,
      ),
    ).toEqual(['A', 'J']);
  });

  it('gets back to the text after an element that is skipped and never closed', () => {
    expect(textsOf('<div><button>Menu</div><p>Text</p>')).toEqual(['Text']);
  });

  it('reads the text of a shadow root that comes with the page', () => {
    expect(textsOf('<x-story><template shadowrootmode="open"><p>Text</p></template></x-story>')).toEqual(['Text']);
  });

  it('gives headings their level and list items their depth, order and list', () => {
    const [heading, ...items] = blocksOf('<h3>Tides</h3><ul><li>a<ol><li>b</ol><li>c</ul><ol><li>d</ol>');
    expect(heading).toMatchObject({ kind: 'heading', level: 3, ordered: null, group: -1 });
    expect(items.map(({ kind, text, level, ordered }) => [kind, text, level, ordered])).toEqual([
      ['list-item', 'a', 1, false],
      ['list-item', 'b', 2, true],
      ['list-item', 'c', 1, false],
      ['list-item', 'd', 1, true],
    ]);
    expect(items[0]?.group).toBe(items[2]?.group);
    expect(items[3]?.group).not.toBe(items[0]?.group);
  });

  it('tells quotes, code with its lines, captions and separators apart', () => {
    const html =
      '<blockquote><p>Quoted</p></blockquote><pre>\nif a:\n  b\n</pre><hr><figure><figcaption>Seen</figcaption></figure>';
    expect(blocksOf(html).map(({ kind, text }) => [kind, text])).toEqual([
      ['quote', 'Quoted'],
      ['code', 'if a:\n  b'],
      ['separator', ''],
      ['caption', 'Seen'],
    ]);
  });

  it('measures the share of linked characters and lists absolute links', () => {
    const html =
      '<base href="https://harbour.example/news/"><p>See <a href="tides">the tides</a>, <a href="mailto:desk@harbour.example">us</a>, <a href="javascript:x()">it</a>.</p>';
    const [block] = blocksOf(html);
    expect(block?.links).toEqual([
      { text: 'the tides', url: 'https://harbour.example/news/tides' },
      { text: 'us', url: 'mailto:desk@harbour.example' },
    ]);
    expect(block?.linkDensity).toBeCloseTo(13 / 22);
  });

  it('does not count a jump within the page as a link', () => {
    expect(blocksOf('<p>Tides<a href="#note">1</a></p>')[0]).toMatchObject({ linkDensity: 0, links: [] });
  });

  it('carries a link over the blocks that it holds', () => {
    const blocks = blocksOf('<a href="https://harbour.example/x"><h3>Storm</h3><p>Boats stay in.</p></a>');
    expect(blocks.map(({ linkDensity }) => linkDensity)).toEqual([1, 1]);
    expect(blocks.map(({ links }) => links[0]?.url)).toEqual([
      'https://harbour.example/x',
      'https://harbour.example/x',
    ]);
  });

  it('names as element the innermost one that holds all of the text', () => {
    const { blocks, elements } = parseHtml(
      '<body><div><p><span class="by">By <b>Ada Moor</b></span></p><p>Two</p></div>',
    );
    expect(elements && blocks.map((block) => elementPath(elements, block.element))).toEqual([
      'html/body/div/p/span',
      'html/body/div/p[2]',
    ]);
  });

  it('records hidden elements so that labelling can see them', () => {
    const { blocks, elements } = parseHtml(
      '<div hidden>One</div><div style="display:none" aria-hidden="true">Two</div>',
    );
    expect(blocks.map((block) => elements?.attributes[block.element])).toEqual([
      { hidden: true },
      { style: 'display:none', ariaHidden: 'true' },
    ]);
  });
});

describe('images', () => {
  it('takes the lazy source, the caption and the credit, and resolves the address', () => {
    const html =
      '<link rel="canonical" href="https://harbour.example/a"><figure><img src="data:image/gif;base64,R0" data-src="/pier.jpg" alt="The pier">' +
      '<figcaption>The pier at noon <span class="photo-credit">Photo: Ada Moor</span></figcaption></figure>';
    expect(blocksOf(html)[0]).toMatchObject({
      kind: 'image',
      text: '',
      image: {
        url: 'https://harbour.example/pier.jpg',
        alt: 'The pier',
        caption: 'The pier at noon Photo: Ada Moor',
        credit: 'Photo: Ada Moor',
      },
    });
  });

  it('does not break a paragraph at an image inside it', () => {
    expect(
      blocksOf('<p>Before <img src="https://harbour.example/i.png"> after</p>').map(({ kind, text }) => [kind, text]),
    ).toEqual([
      ['paragraph', 'Before after'],
      ['image', ''],
    ]);
  });

  it('leaves out counters of one pixel', () => {
    expect(blocksOf('<img src="https://count.example/p" width="1" height="1">')).toEqual([]);
  });
});

describe('tables', () => {
  it('makes one block of each row of a data table, also with cells left open', () => {
    const rows = blocksOf('<table><tr><th>Port<th>Boats<tr><td>Nord<td>12<tr><td>Sund<td></table>');
    expect(rows.map(({ kind, cells }) => [kind, cells])).toEqual([
      ['table-row', ['Port', 'Boats']],
      ['table-row', ['Nord', '12']],
      ['table-row', ['Sund', '']],
    ]);
    expect(new Set(rows.map(({ group }) => group)).size).toBe(1);
  });

  it('gives the blocks inside a table that only lays out', () => {
    const nested =
      '<table><tr><td><h1>Storm</h1><p>Boats stay in.</p></td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>';
    expect(blocksOf(nested).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph']);
    expect(blocksOf('<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>').map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
    ]);
  });
});

describe('the head of a page', () => {
  it('collects title, language, direction, addresses, metas and valid JSON-LD', () => {
    const { head } = parseHtml(
      '<html lang="he" dir="RTL"><head><title> Storm &amp; tide </title><base href="/n/"><link rel=canonical href="https://harbour.example/s">' +
        '<meta property="og:Title" content="Storm"><meta name="a" content=" x  y "><script type="application/ld+json">{"@type":"Article"}</script>' +
        '<script type="application/ld+json">{broken</script></head><body><p>Text',
    );
    expect(head).toEqual({
      title: 'Storm & tide',
      lang: 'he',
      dir: 'rtl',
      canonicalUrl: 'https://harbour.example/s',
      baseUrl: null,
      metas: [
        { name: 'og:title', content: 'Storm' },
        { name: 'a', content: 'x y' },
      ],
      jsonLd: [{ '@type': 'Article' }],
      scripts: [],
    });
  });

  it('reads linked data in a CDATA section', () => {
    const { head } = parseHtml(
      '<script type="application/ld+json">//<![CDATA[\n{"@type":"Article"}\n//]]></script><p>Text',
    );
    expect(head.jsonLd).toEqual([{ '@type': 'Article' }]);
  });

  it('reads linked data with line ends and tabs within its strings', () => {
    const { head } = parseHtml(
      '<script type="application/ld+json">{\n"headline": "Storm\tand\n tide",\n"@type": "Article"}</script><p>Text',
    );
    expect(head.jsonLd).toEqual([{ headline: 'Storm and  tide', '@type': 'Article' }]);
  });

  it.each([
    ['a bracket too many', '{"headline": "Storm and tide", "@type": "Article"}}'],
    ['a semicolon behind it', '{"headline": "Storm and tide", "@type": "Article"};'],
    ['a comma before a bracket', '{"headline": "Storm and tide", "@type": ["Article", ], }'],
  ])('reads linked data with %s', (_, script) => {
    const { head } = parseHtml(`<script type="application/ld+json">${script}</script><p>Text`);
    expect(head.jsonLd).toMatchObject([{ headline: 'Storm and tide' }]);
  });

  it('reads linked data with quotation marks within its strings', () => {
    const script = '{"headline": "The "old" pier, the \\"new\\" and "none"", "about": ""No", he said: "never""}';
    const { head } = parseHtml(`<script type="application/ld+json">${script}</script><p>Text`);
    expect(head.jsonLd).toEqual([
      { headline: 'The "old" pier, the "new" and "none"', about: '"No", he said: "never"' },
    ]);
  });

  it('does not take text of the body for the head when the head is never closed', () => {
    expect(textsOf('<head><title>T</title><p>Text</p>')).toEqual(['Text']);
  });

  it('reads a button that is the whole heading of a section, and no other', () => {
    const html =
      '<h3><button aria-expanded="false">Can we leave?</button></h3><p>Any month.</p>' +
      '<h2>Tides <button aria-expanded="false">Share</button></h2><h2><button>Menu</button></h2><button aria-expanded="false">More</button>';
    expect(blocksOf(html).map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'Can we leave?'],
      ['paragraph', 'Any month.'],
      ['heading', 'Tides'],
    ]);
  });

  it('reads a heading without the link that edits its section', () => {
    const html =
      '<h2><span>Islands</span><span class="mw-editsection">[<a href="/edit">edit</a>]</span></h2><p class="mw-editsection">Text</p>';
    expect(textsOf(html)).toEqual(['Islands', 'Text']);
  });

  it('reads the numbers that a list writes: where it starts, and those of its items', () => {
    const html =
      '<ol start="4"><li><p>Four</p><p>more</p></li><li>Five</li><li value="9">Nine</li></ol><ul><li value="2">No</li></ul>';
    expect(blocksOf(html).map(({ text, ordinal }) => [text, ordinal ?? null])).toEqual([
      ['Four', 4],
      ['more', null],
      ['Five', null],
      ['Nine', 9],
      ['No', null],
    ]);
  });
});
