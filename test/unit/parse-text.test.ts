import fc from 'fast-check';
import type { Block } from '../../lib/core/document.ts';
import { parseText } from '../../lib/core/parse/text.ts';
import { splitBlock } from '../../lib/core/parse/text-split.ts';
import { joinBlocks } from '../../lib/core/render/text-view.ts';
import { untiled } from '../support/tiling.ts';

const kinds = (source: string) => parseText(source).blocks.map((block) => block.kind);
const texts = (source: string) => parseText(source).blocks.map((block) => block.text);
const first = (source: string): Block => {
  const block = parseText(source).blocks[0];
  if (block === undefined) throw new Error('expected a block');
  return block;
};

const WRAPPED = `The harbour board of Elmsworth voted on Tuesday to close the old swing
bridge for eleven weeks, a decision that shopkeepers on the east quay had
feared since the spring and that the board's own engineers had called un-
avoidable, because the bearings under the northern pier have been worn down
to half of their depth.

The closure begins on the second of March, and a ferry will carry people
on foot between the quays from six in the morning until midnight.
`;

describe('plain text becomes blocks', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['U+2028', '\u2028'],
    ['form feed', '\f'],
  ])('ends a line at %s', (_name, end) => {
    expect(texts(`One line.${end}Another line.`)).toEqual(['One line.', 'Another line.']);
  });

  it('keeps lines that are paragraphs apart', () => {
    expect(texts('First paragraph.\nSecond paragraph.\n\nThird.')).toEqual([
      'First paragraph.',
      'Second paragraph.',
      'Third.',
    ]);
  });

  it('joins the lines of a hard-wrapped paragraph', () => {
    expect(texts(WRAPPED)).toHaveLength(2);
    expect(first(WRAPPED).text).toContain('the old swing bridge for eleven weeks');
    expect(first(WRAPPED).text).toContain('called un-avoidable');
  });

  it('does not join headlines that have about one width', () => {
    const list =
      'Council opens the new library wing\nRiver path is closed after the flood\nBand plays at the market on Sunday\nSchool roof to be mended this summer';
    expect(texts(list)).toHaveLength(4);
  });

  it('joins wrapped Japanese without a space', () => {
    const line = '町議会は火曜日に橋の閉鎖を決めました。東の岸の商店は春から心配していま';
    const source = `${line}\n${line}\n${line}\n${line}\nした。`;
    expect(texts(source)).toEqual([`${line}${line}${line}${line}した。`]);
  });

  it.each(['___', '***', '---', '* * *', '=====', '• • •', '\u200b'])(
    'reads %j as a separator without text',
    (line) => {
      expect(parseText(`Above.\n${line}\nBelow.`).blocks[1]).toMatchObject({ kind: 'separator', text: '' });
    },
  );

  it('reads nested and numbered items with level, order and number', () => {
    const { blocks } = parseText('- salt\n  - sea\n  * rock\n- pepper\n3. stir\n4. serve\n\n• later');
    expect(blocks.map((b) => [b.kind, b.text, b.level, b.ordered, b.ordinal ?? null, b.group])).toEqual([
      ['list-item', 'salt', 1, false, null, 0],
      ['list-item', 'sea', 2, false, null, 0],
      ['list-item', 'rock', 2, false, null, 0],
      ['list-item', 'pepper', 1, false, null, 0],
      ['list-item', 'stir', 1, true, 3, 1],
      ['list-item', 'serve', 1, true, 4, 1],
      ['list-item', 'later', 1, false, null, 2],
    ]);
  });

  it('does not take a year at the start of a sentence for a list number', () => {
    expect(kinds('1986. aastal ehitati sild.')).toEqual(['paragraph']);
  });

  it('reads a line before running text as a heading, but not before another short line', () => {
    const prose = 'The board met on Tuesday and voted to close the bridge for eleven weeks.';
    expect(kinds(`A bridge is closed\n\n${prose}`)).toEqual(['heading', 'paragraph']);
    expect(kinds(`Home\nNews\nSport\n${prose}`)).toEqual(['paragraph', 'paragraph', 'heading', 'paragraph']);
    expect(kinds(`The board met.\n${prose}`)).toEqual(['paragraph', 'paragraph']);
  });

  it('reads lines with as many TABs, or bars, as the rows of one table', () => {
    const tabbed = parseText('Town\tPeople\nElmsworth\t4100\n\nEnd of table.').blocks;
    expect(tabbed.map((b) => b.cells)).toEqual([['Town', 'People'], ['Elmsworth', '4100'], null]);
    expect(tabbed[0]?.group).toBe(tabbed[1]?.group);
    expect(parseText('| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |').blocks.map((b) => b.cells)).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]);
    expect(kinds('Home | News | Sport')).toEqual(['paragraph']);
  });

  it('reads indented lines after an empty line as code, but not an indented article', () => {
    const source = 'Run this:\n\n    let a = 1;\n      b();\n\nDone.';
    expect(parseText(source).blocks[1]).toMatchObject({ kind: 'code', text: 'let a = 1;\n  b();' });
    expect(
      kinds(
        '    The minister said on Monday that the bridge will stay closed.\n\n    Nobody was surprised by that, she said.',
      ),
    ).not.toContain('code');
  });

  it('reads an indented list of addresses below its label as items', () => {
    const source = 'Text.\n\n      Visible links:\n      1. https://quay.example/a\n      2. https://quay.example/b\n';
    expect(kinds(source)).toEqual(['paragraph', 'paragraph', 'list-item', 'list-item']);
  });

  it.each(['![]()', '![a quay](q.jpg)', '[![](a.png)](/b)', '![](a.png) ![](b.png)'])(
    'reads %s as an image',
    (line) => {
      expect(first(line)).toMatchObject({ kind: 'image', text: '' });
    },
  );

  it('folds white space, composes letters and drops what nobody sees', () => {
    expect(first('Cafe\u0301\u00a0 de \u200bla\u00adVille\u200e').text).toBe('Café de laVille');
    expect(first('می\u200cخواهم').text).toBe('می\u200cخواهم');
  });
});

/** Lines of every sort, so that generated sources have structure. */
const word = fc.constantFrom(
  'harbour',
  'Elmsworth',
  'bridge',
  'the',
  'été',
  '橋',
  'и',
  '12',
  'e\u0301',
  '\u200b',
  'well-',
);
const words = fc.array(word, { minLength: 1, maxLength: 14 }).map((list) => list.join(' '));
const line = fc.oneof(
  words,
  words.map((text) => `${text}.`),
  fc
    .tuple(fc.constantFrom('- ', '  - ', '    * ', '1. ', '  12. ', '\t• ', '1) ', '-\t', '-'), words)
    .map((pair) => pair.join('')),
  fc
    .array(fc.oneof(words, fc.constantFrom('', '-', '1.')), { minLength: 2, maxLength: 4 })
    .map((cells) => cells.join('\t')),
  fc.array(words, { minLength: 2, maxLength: 4 }).map((cells) => cells.join(' | ')),
  fc.constantFrom('', '', '', '___', '* * *', '![]()', '\u200b', ' \u00a0', '```', '# x', '> q', '|', '***a', '\ufeff'),
  words.map((text) => `    ${text}();`),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const source = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\u2028', '\f')), { maxLength: 30 })
  .map((lines) => lines.flat().join(''));

describe('properties of plain text', () => {
  it('leaves nothing but white space outside the blocks', () => {
    fc.assert(
      fc.property(source, (text) => untiled(parseText(text)) === ''),
      { numRuns: 1000 },
    );
  });

  it('reads the text view as the text view', () => {
    const stable = fc.property(source, (text) => {
      const view = joinBlocks(parseText(text).blocks);
      expect(joinBlocks(parseText(view).blocks)).toBe(view);
    });
    fc.assert(stable, { numRuns: 1000 });
  });

  it('takes an indented line for what it is without the signs that nobody sees', () => {
    expect(joinBlocks(parseText('\t\u200b\t-\t\n').blocks)).toBe('');
  });

  it('splits a block into halves that hold its text and tile its range', () => {
    const splits = fc.property(source, fc.nat(), (text, pick) => {
      const document = parseText(text);
      for (const block of document.blocks) {
        if (block.text.length < 2 || block.kind === 'code' || block.kind === 'table-row') continue;
        const [a, b] = splitBlock(block, text, 1 + (pick % (block.text.length - 1)));
        expect(`${a.text}${b.text}`.replace(/ /g, '')).toBe(block.text.replace(/ /g, ''));
        expect(b.continues).toBe(true);
        expect(a.range?.start).toBe(block.range?.start);
        expect(b.range?.end).toBe(block.range?.end);
        const middle = text.slice(a.range?.end, b.range?.start);
        expect(middle.trim()).toBe('');
      }
    });
    fc.assert(splits, { numRuns: 500 });
  });
});

describe('splitting a block', () => {
  it('cuts plain text at the very character', () => {
    const text = '  \u200bSEOUL  (AP) —  The cafe\u0301 opened.  ';
    const block = first(text);
    const [a, b] = splitBlock(block, text, block.text.indexOf('The'));
    expect([a.text, b.text]).toEqual(['SEOUL (AP) —', 'The café opened.']);
    expect(text.slice(b.range?.start, b.range?.end)).toBe('The cafe\u0301 opened.');
  });

  it('cuts behind the mark of a list item', () => {
    const [a, b] = splitBlock(first('- - one two'), '- - one two', 5);
    expect([a.range, b.range]).toEqual([
      { start: 0, end: 7 },
      { start: 8, end: 11 },
    ]);
  });
});

describe('hostile text', () => {
  const MILLION = 1_000_000;
  it.each([
    '[',
    '*',
    '(',
    '![](',
    '- \n',
    'a\tb\n',
    '\tx\n',
    '    x\n',
    'a | b\n',
    'word ',
    'word\n',
    '1. a\n',
    '\u200b',
    '\u0301',
  ])('takes time in proportion to a megabyte of %j', (unit) => {
    const text = unit.repeat(Math.ceil(MILLION / unit.length));
    const started = process.cpuUsage();
    parseText(text);
    const { user } = process.cpuUsage(started);
    // Quadratic behaviour takes minutes here; the bound leaves room for a slow machine.
    expect(user / 1000).toBeLessThan(8_000);
  });
});
