// Over 200 lines: the forms of Markdown, a test each.
import fc from 'fast-check';
import { parseMarkdown } from '../../lib/core/parse/markdown.ts';
import { parseText } from '../../lib/core/parse/text.ts';
import { splitBlock } from '../../lib/core/parse/text-split.ts';
import { joinBlocks } from '../../lib/core/render/text-view.ts';
import { untiled } from '../support/tiling.ts';

const blocks = (source: string) => parseMarkdown(source).blocks;
const shapes = (source: string) => blocks(source).map((block) => [block.kind, block.text, block.level]);
const text = (source: string) => blocks(source).map((block) => block.text);

describe('Markdown becomes blocks', () => {
  it('reads headings of both forms with their level', () => {
    expect(shapes('# The *old* bridge #\n\nEast quay\n---------\n\nWest quay\n===')).toEqual([
      ['heading', 'The old bridge', 1],
      ['heading', 'East quay', 2],
      ['heading', 'West quay', 1],
    ]);
  });

  it('reads a dashed line under a sentence as a separator', () => {
    expect(shapes('The board met on Tuesday.\n---\nMore.')).toEqual([
      ['paragraph', 'The board met on Tuesday.', null],
      ['separator', '', null],
      ['paragraph', 'More.', null],
    ]);
  });

  it('reads the fences of divisions as separators and headings without their names and classes', () => {
    expect(
      shapes('## Tides {#tides .unnumbered}\n\n::: {.box}\nInside.\n:::\n\n::: warning\nMore {#1} of it.\n:::'),
    ).toEqual([
      ['heading', 'Tides', 2],
      ['separator', '', null],
      ['paragraph', 'Inside.', null],
      ['separator', '', null],
      ['separator', '', null],
      ['paragraph', 'More {#1} of it.', null],
      ['separator', '', null],
    ]);
    const wrapped = `${'The water rose over the quay and the crews of both boats went home '.repeat(2).trim()}`;
    const lines = Array.from({ length: 5 }, () =>
      wrapped
        .match(/.{1,66}(?:\s|$)/g)
        ?.map((line) => line.trim())
        .join('\n'),
    );
    expect(text(`${lines.join('\n\n')}\n:::\n`).at(-1)).toBe('');
    expect(shapes('::: the water rose, they say')).toEqual([['paragraph', '::: the water rose, they say', null]]);
  });

  it('joins the lines of a wrapped text whose links have their addresses at its end', () => {
    const lines = [
      'My aunt made these on the kind of evening when the power went and',
      'nobody wanted to stand over a stove for long. She would char them on',
      'the [charcoal stove][1] outside the back door, and the sauce was what',
      'was left of the [tamarind][2] that she had soaked for the fish.',
    ];
    const addresses = Array.from({ length: 9 }, (_, i) => `   [${i + 1}]: https://quay.example/a-page-of-it/${i + 1}`);
    expect(text(`${lines.join('\n')}\n\n${addresses.join('\n')}`)[0]).toMatch(/^My aunt .* for the fish\.$/);
  });

  it('keeps a hashtag and an end mark of hashes as text', () => {
    expect(shapes('#elmsworth is full\n\n###')).toEqual([
      ['paragraph', '#elmsworth is full', null],
      ['paragraph', '###', null],
    ]);
  });

  it('takes the marks off emphasis, links, entities, escapes and tags', () => {
    const source =
      'The **old** _bridge_ [closes](https://a.example/x_(1) "t") at 5&nbsp;&amp;&#8239;6, \\*not\\* <b>later</b>. ~~Gone~~ `a * b`';
    expect(text(source)).toEqual(['The old bridge closes at 5 & 6, *not* later. Gone a * b']);
  });

  it.each([
    ['snake_case_name and 2*3*4 are kept', 'snake_case_name and 2*3*4 are kept'],
    ['5 * 3 < 20 and a [note] (aside)', '5 * 3 < 20 and a [note] (aside)'],
    ['**bold*', '*bold'],
    ['[open (and ![half', '[open (and ![half'],
    ['AT&T and R&D; fine', 'AT&T and R&D; fine'],
    ['a `tick', 'a `tick'],
  ])('keeps what is no markup: %s', (source, expected) => {
    expect(text(source)).toEqual([expected]);
  });

  it('lists links and their share of the text', () => {
    const [block] = blocks(
      'See [the plan](/plan) or <https://b.example/> or [us][home].\n\n[home]: https://c.example "C"',
    );
    expect(block?.links).toEqual([
      { text: 'the plan', url: '/plan' },
      { text: 'https://b.example/', url: 'https://b.example/' },
      { text: 'us', url: 'https://c.example' },
    ]);
    expect(block?.linkDensity).toBeCloseTo((8 + 18 + 2) / (block?.text.length ?? 0));
    expect(blocks('[all of it](/x)')[0]?.linkDensity).toBe(1);
  });

  it('makes a definition, a comment and a script blocks without text', () => {
    expect(shapes('[a]: https://a.example\n<!-- one\ntwo -->\n<script>\nlet x;\n</script>\nText.')).toEqual([
      ['separator', '', null],
      ['separator', '', null],
      ['separator', '', null],
      ['paragraph', 'Text.', null],
    ]);
  });

  it.each(['![](a.png)', '![a quay](<a b.png> "t")', '[![a](a.png)](/x) ![](b.png)', '<img src="a.png" alt="a">'])(
    'reads %s as an image',
    (source) => {
      expect(blocks(source)[0]).toMatchObject({ kind: 'image', text: '' });
      expect(blocks(source)[0]?.image?.url).toMatch(/^a/);
    },
  );

  it('reads a quote a paragraph at a time', () => {
    expect(shapes('> One.\n>\n> Two *is* longer.\n\nAfter.')).toEqual([
      ['quote', 'One.', null],
      ['quote', 'Two is longer.', null],
      ['paragraph', 'After.', null],
    ]);
  });

  it('reads loose and nested items as one list', () => {
    const list = blocks('-   salt\n\n-   pepper\n    - black\n\n1) stir');
    expect(list.map((b) => [b.text, b.level, b.ordered, b.group])).toEqual([
      ['salt', 1, false, 0],
      ['pepper', 1, false, 0],
      ['black', 2, false, 0],
      ['stir', 1, true, 1],
    ]);
  });

  it('reads a table with the dashed row in the range of its head', () => {
    const source = '| Town | People |\n|:--|--:|\n| *Elmsworth* | 4\\|100 |';
    const rows = blocks(source);
    expect(rows.map((row) => row.cells)).toEqual([
      ['Town', 'People'],
      ['Elmsworth', '4|100'],
    ]);
    expect(source.slice(rows[0]?.range?.start, rows[0]?.range?.end)).toBe('| Town | People |\n|:--|--:|');
  });

  it('reads fenced code as it stands, and a fence that is never closed as nothing', () => {
    expect(shapes('```js\nlet *a* = 1;\n\n  b\n```')).toEqual([['code', 'let *a* = 1;\n\n  b', null]]);
    expect(shapes('```\nThe board met.')).toEqual([
      ['separator', '', null],
      ['paragraph', 'The board met.', null],
    ]);
  });

  it('reads front matter as one block of code', () => {
    expect(shapes('---\ntitle: A bridge\ntags: [a]\n---\nText.')[0]).toEqual([
      'code',
      'title: A bridge\ntags: [a]',
      null,
    ]);
    expect(shapes('---\nNo keys here.\n---')[0]).toEqual(['separator', '', null]);
  });
});

const word = fc.constantFrom(
  'harbour',
  '**old**',
  '_the_',
  '[quay](/q)',
  '*a',
  'b_',
  '`c`',
  '\\*',
  '&amp;',
  '橋',
  '12',
  '<b>x</b>',
  '[',
  '](',
  '![i](u)',
  '~~s~~',
  '<',
  'e\u0301',
);
const words = fc.array(word, { minLength: 1, maxLength: 10 }).map((list) => list.join(' '));
const line = fc.oneof(
  words,
  words.map((line) => `${line}.`),
  fc
    .tuple(fc.constantFrom('- ', '  * ', '1. ', '# ', '> ', '> > ', '+ ', '2) ', '    ', '- ['), words)
    .map((pair) => pair.join('')),
  fc.constantFrom(
    '',
    '',
    '---',
    '===',
    '***',
    '>',
    '```',
    '~~~',
    '| a | b |',
    '|---|---|',
    '[quay]: /q',
    '<!-- x',
    '-->',
    '<script>',
    '</script>',
    '![]()',
  ),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const source = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'));

describe('properties of Markdown', () => {
  it('leaves nothing but white space outside the blocks', () => {
    fc.assert(
      fc.property(source, (markdown) => untiled(parseMarkdown(markdown)) === ''),
      { numRuns: 1000 },
    );
  });

  it('splits a paragraph into halves that hold its text and tile its range', () => {
    const splits = fc.property(source, fc.nat(), (markdown, pick) => {
      for (const block of blocks(markdown)) {
        if (block.text.length < 2 || !['paragraph', 'heading', 'quote'].includes(block.kind)) continue;
        const [a, b] = splitBlock(block, markdown, 1 + (pick % (block.text.length - 1)));
        expect(`${a.text}${b.text}`.replace(/ /g, '')).toBe(block.text.replace(/ /g, ''));
        expect(a.range?.start).toBe(block.range?.start);
        expect(b.range?.end).toBe(block.range?.end);
        expect(markdown.slice(a.range?.end, b.range?.start).trim()).toBe('');
      }
    });
    fc.assert(splits, { numRuns: 500 });
  });

  it('gives a text view that plain text reads as the same text view', () => {
    const prose = fc.constantFrom('**Old** bridge', 'The [quay](/q) is shut.', '*One* of `two`', 'été & co');
    const part = fc.oneof(
      prose,
      prose.map((p) => `## ${p}`),
      prose.map((p) => `> ${p}`),
      fc
        .array(
          fc.tuple(fc.constantFrom('- ', '  - ', '    - ', '1. '), prose).map((pair) => pair.join('')),
          { minLength: 1, maxLength: 5 },
        )
        .map((items) => items.join('\n')),
      fc.constantFrom(
        '| a | b |\n|--|--|\n| c |  |\n|  | d |',
        '```\nlet a = 1;\n\n  if (a) {}\n```',
        '---',
        '![](a.png)',
        '\\- no item',
        '\\* item',
        '\\-\\-\\-',
      ),
    );
    const document = fc.array(part, { maxLength: 12 }).map((parts) => parts.join('\n\n'));
    const stable = fc.property(document, (markdown) => {
      const view = joinBlocks(blocks(markdown));
      expect(joinBlocks(parseText(view).blocks)).toBe(view);
    });
    fc.assert(stable, { numRuns: 1000 });
  });
});

describe('splitting a block of Markdown', () => {
  it('cuts behind the markup of the first half', () => {
    const source = '**ELMSWORTH** ([Wire](https://the.example/The)) — The *old* bridge.';
    const [block] = blocks(source);
    if (block === undefined) throw new Error('expected a block');
    const [a, b] = splitBlock(block, source, block.text.indexOf('The old'));
    expect([a.text, b.text]).toEqual(['ELMSWORTH (Wire) —', 'The old bridge.']);
    expect(source.slice(b.range?.start, b.range?.end)).toBe('The *old* bridge.');
    expect([a.links.length, b.links.length]).toEqual([1, 0]);
  });
});

describe('hostile Markdown', () => {
  const MILLION = 1_000_000;
  it.each([
    '[',
    '*',
    '(',
    '`',
    '<',
    '_',
    '![',
    '[a](',
    '<a ',
    '> ',
    '>\n',
    '```\n',
    '<!--',
    '[a]: b\n',
    '&',
    '**a',
    '[[a]',
    '](',
    '<a b="',
    '|-',
    'a\n---\n',
    '`a``',
  ])('takes time in proportion to a megabyte of %j', (unit) => {
    const markdown = unit.repeat(Math.ceil(MILLION / unit.length));
    const started = process.cpuUsage();
    parseMarkdown(markdown);
    const { user } = process.cpuUsage(started);
    // Quadratic behaviour takes minutes here; the bound leaves room for a slow machine.
    expect(user / 1000).toBeLessThan(8_000);
  });
});
