import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { INLINE_TAGS, SKIPPED_TAGS } from '../../lib/core/parse/html-tags.ts';

/** The words of a page by a parser that builds the tree of the standard: the same tags end a word, the same are skipped. */
function wordsByStandard(html: string): readonly string[] {
  let text = '';
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === '#text' && 'value' in node) text += node.value;
    if (SKIPPED_TAGS.has(node.nodeName) || node.nodeName === 'title') return;
    const edge =
      node.nodeName === 'br' || !(INLINE_TAGS.has(node.nodeName) || node.nodeName.startsWith('#')) ? ' ' : '';
    text += edge;
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
    text += edge;
  };
  visit(parse(html));
  return wordsOf(text);
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
const wordsByWinnow = (html: string): readonly string[] =>
  wordsOf(
    parseHtml(html)
      .blocks.flatMap(({ cells, text }) => cells ?? [text])
      .join(' '),
  );

const PAGES: Readonly<Record<string, string>> = {
  'paragraphs left open': '<p>One <p>two<div>three<p>four</div>five',
  'items left open': '<ul><li>a<li>b<ul><li>c<li>d</ul><li>e</ul>f',
  'the end of an item in a list inside it': '<ul><li>a<ol>b</li>c</ol>d</li>e</ul>',
  'definitions left open': '<dl><dt>a<dd>b<dt>c<dd>d<p>e</dl>f',
  'cells and rows left open': '<table><caption>cap<tr><th>a<th>b<tr><td>c<td>d<tbody><tr><td>e<td>f</table>g',
  'misnested inline tags': '<p>a<b>b<i>c</b>d</i>e</p>f<b>g<p>h</b>i</p>j',
  'a paragraph in a paragraph': '<p>a<p>b</p>c</p>d',
  'a link around blocks': '<a href=x><h2>a</h2><p>b</p></a>c<a href=y>d<a href=z>e</a>f',
  'entities without semicolon': '<p>a &amp b &copy1 &notit; &#65 &#x42;c &lt;p&gt; &AMP;',
  'stray end tags': '</p>a</div>b</li></td></b>c</br>d</h2>',
  'an unknown element that ends in an open block': '<x-card><p>a</x-card>b</p>c<x-row><div>d</x-row>e</div>f',
  'a heading in a heading': '<h1>a<h2>b</h1>c',
  'a table in a cell': '<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>f',
  'end tags that may not leave a cell': '<div><table><tr><td>a</div>b</p>c<td>d</table>e</div>f',
  'comments and scripts between words': 'one<!-- x -->two<script>three</script>four <![CDATA[five]]> six',
  'a drawing whose parts are left open': '<p>one <svg><defs><symbol><title>x</title></svg> two</defs><p>three',
  'a stray end of a drawing': '<svg><defs><symbol></svg></symbol></defs></svg><p>one',
  'a CDATA mark that is never closed': 'one <![CDATA[two<p>three</p> four',
  'a CDATA section around elements': '<div><![CDATA[<p>one</p> two]]> three</div>',
  'attributes without quotes and with signs': '<p class=a title="x > y" data-x=\'<p>\'>a</p><p/>b<br/>c',
};

describe('against the standard', () => {
  it.each(Object.keys(PAGES))('reads the same words in the same order: %s', (name) => {
    const html = PAGES[name] ?? '';
    expect(wordsByWinnow(html)).toEqual(wordsByStandard(html));
  });

  it('reads the same words in the same order from any soup of tags', () => {
    const names = [
      'p',
      'div',
      'b',
      'i',
      'a',
      'ul',
      'ol',
      'li',
      'dl',
      'dt',
      'dd',
      'h1',
      'h3',
      'section',
      'blockquote',
      'span',
      'article',
      'nav',
      'x-card',
    ];
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('harbour', 'tide ', ' rope', '&amp;', 'é', '\n', ' ') },
      { weight: 4, arbitrary: fc.constantFrom(...names).map((name) => `<${name}>`) },
      { weight: 4, arbitrary: fc.constantFrom(...names).map((name) => `</${name}>`) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('<br>', '<hr>', '<wbr>', '<img src=x>', '<script>no</script>', '<!-- no -->'),
      },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const html = `<body>${pieces.join('')}`;
        expect(wordsByWinnow(html)).toEqual(wordsByStandard(html));
      }),
      { numRuns: 400 },
    );
  });
});

describe('any text', () => {
  it('never makes the parser throw', () => {
    const fragment = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<', '</', '<p ', '="', '<!--', '<table>', '<td>', '<svg>', '&#', '<title>', '<script>'),
    );
    fc.assert(
      fc.property(fc.array(fragment), (parts) => void parseHtml(parts.join(''))),
      { numRuns: 400 },
    );
  });

  it('gives blocks whose elements exist and whose link density lies between 0 and 1', () => {
    const fragment = fc.oneof(
      fc.lorem(),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<a href="https://x.example/">',
        '</a>',
        '<li>',
        '<td>',
        '<table>',
        '</table>',
        '<h2>',
        '<figure>',
      ),
    );
    fc.assert(
      fc.property(fc.array(fragment), (parts) => {
        const { blocks, elements } = parseHtml(parts.join(''));
        for (const block of blocks) {
          expect(elements?.tag[block.element]).toBeDefined();
          expect(block.linkDensity).toBeGreaterThanOrEqual(0);
          expect(block.linkDensity).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
