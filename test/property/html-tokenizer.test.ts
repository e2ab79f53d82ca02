import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { AttributeCollector } from '../../lib/core/parse/html-attributes.ts';
import { HtmlTokenizer, type TokenSink } from '../../lib/core/parse/html-tokenizer.ts';

/** The wanted attributes that the soups below carry. */
const WANTED = ['class', 'id', 'href'] as const;

/** Tokens as lines: `<p class=a>`, `</p>`, and text that stands together as one line. */
class Tokens {
  readonly lines: string[] = [];
  private textOpen = false;

  tag(line: string): void {
    this.lines.push(line);
    this.textOpen = false;
  }

  text(data: string): void {
    if (this.textOpen) this.lines.push(`${this.lines.pop()}${data}`);
    else this.lines.push(`"${data}`);
    this.textOpen = true;
  }
}

function startTag(name: string, attributes: Readonly<Record<string, unknown>>, selfClosing: boolean): string {
  const shown = WANTED.filter((key) => attributes[key] !== undefined).map((key) => ` ${key}=${attributes[key]}`);
  return `<${name}${shown.join('')}${selfClosing ? ' /' : ''}>`;
}

function tokensByWinnow(html: string): readonly string[] {
  const tokens = new Tokens();
  const sink: TokenSink = {
    wantsText: true,
    wantsAttributes: true,
    foreign: false,
    startTag: ({ name }, attributes, selfClosing) => tokens.tag(startTag(name, { ...attributes }, selfClosing)),
    endTag: ({ name }) => tokens.tag(`</${name}>`),
    text: (data) => tokens.text(data),
  };
  new HtmlTokenizer(new AttributeCollector(), sink).run([html]);
  return tokens.lines;
}

/** Everything that a sink is told of a page, one by one. */
function eventsOf(pieces: readonly string[], foreign: boolean): readonly string[] {
  const events: string[] = [];
  let inParts = false;
  const push = (event: string): void => {
    events.push(event);
    inParts = false;
  };
  const sink: TokenSink = {
    wantsText: true,
    wantsAttributes: true,
    foreign,
    startTag: ({ name }, attributes, selfClosing) => {
      push(startTag(name, { ...attributes }, selfClosing));
      inParts = /^(?:script|style|xmp|iframe|noframes)$/.test(name);
    },
    endTag: ({ name }) => push(`</${name}>`),
    text: (data) => {
      if (inParts && events.at(-1)?.startsWith('"') === true) events.push(`${events.pop()}${data}`);
      else events.push(`"${data}`);
    },
  };
  new HtmlTokenizer(new AttributeCollector(), sink).run(pieces);
  return events;
}

const MODES: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
};

/** The same by the tokenizer of the standard, told what a tree builder tells it. */
function tokensByStandard(html: string): readonly string[] {
  const tokens = new Tokens();
  const text = ({ chars }: Token.CharacterToken): void => tokens.text(chars);
  const tokenizer = new Tokenizer(
    {},
    {
      onComment: () => {},
      onDoctype: () => {},
      onEof: () => {},
      onCharacter: text,
      onNullCharacter: text,
      onWhitespaceCharacter: text,
      onStartTag: ({ tagName, attrs, selfClosing }) => {
        const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
        tokens.tag(startTag(tagName, attributes, selfClosing));
        tokenizer.state = MODES[tagName] ?? TokenizerMode.DATA;
      },
      onEndTag: ({ tagName }) => tokens.tag(`</${tagName}>`),
    },
  );
  tokenizer.write(html, true);
  return tokens.lines;
}

const PIECES: readonly string[] = [
  ...[
    'harbour',
    ' tide ',
    '\n',
    '\t',
    '<',
    '>',
    '/',
    '=',
    '"',
    "'",
    '!',
    '-',
    '--',
    '?',
    '&',
    ';',
    '#',
    'x',
    'é',
    '船',
  ],
  ...['&amp;', '&amp', '&lt;b&gt;', '&nbsp;', '&notit;', '&notin;', '&copy=', '&#65;', '&#x42', '&#0;', '&#x80;', '&'],
  ...[
    '<p>',
    '</p>',
    '<b ',
    '<DIV>',
    '</Div >',
    '<br/>',
    '<br / >',
    '</ p>',
    '</>',
    '<a/b>',
    '<1>',
    '</p/>',
    '</p x=">">',
  ],
  ...[
    ' class=a',
    ' CLASS="b c"',
    " id='x>y'",
    ' href=/t?a=1&copy=2&amp;b',
    ' href="?a&lt=1&lt;"',
    ' class',
    ' =x',
    ' id=',
    ' data-z="1"',
  ],
  ...['<!-- no -->', '<!-->', '<!--->', '<!--', '-->', '--!>', '<!x>', '<?php ?>', '<![CDATA[a]]>', '<!doctype html>'],
  ...[
    '<title>',
    '</title>',
    '<TEXTAREA>',
    '</textarea >',
    '<script>',
    '</SCRIPT>',
    '<script/>',
    '<style>',
    '</style/>',
  ],
  ...['<xmp>', '</xmp>', '<iframe>', '</iframe>', '</scripts>', '<noframes>', '</noframes x>', '</title'],
];

/** Closes whatever quote is open: one that is never closed is not read by the standard. */
const CLOSER = `"'">`;
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join('') + CLOSER);

describe('tokens against the standard', () => {
  it('cuts any soup of tags, comments, attributes and references into the same tags and text', () => {
    fc.assert(
      fc.property(soup, (html) => {
        expect(tokensByWinnow(html)).toEqual(tokensByStandard(html));
      }),
      { numRuns: 5000 },
    );
  });

  it('cuts soups without quotes as they are, whatever the page breaks off in', () => {
    const pieces = PIECES.filter((piece) => !/["']/.test(piece));
    const cut = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((some) => some.join(''));
    fc.assert(
      fc.property(cut, (html) => {
        expect(tokensByWinnow(html)).toEqual(tokensByStandard(html));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a page in pieces as it reads it whole, wherever they part and whatever is never closed', () => {
    const pieces = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.boolean()), { maxLength: 25 });
    const letters = pieces.map((some) => [...some.map(([piece]) => piece).join('')]);
    const between = pieces.map((some) => {
      const parts = [''];
      for (const [piece, isApart] of some) isApart ? parts.push(piece) : parts.push(`${parts.pop()}${piece}`);
      return parts;
    });
    fc.assert(
      fc.property(fc.oneof(letters, between), fc.boolean(), (parts, foreign) => {
        expect(eventsOf(parts, foreign)).toEqual(eventsOf([parts.join('')], foreign));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['a script in a comment of a script', '<script><!-- <script>a</script> b --></script>c'],
    ['a script with a comment that is never closed', '<script><!-- a</script>b'],
    ['a script with a comment that is empty', '<script><!--><script></script>a</script>b'],
    ['an end tag with attributes', '<p>a</p class="x>y">b'],
    ['a tag that the end of the page cuts off', 'a<p class="b'],
    ['an end tag without a name at the end of the page', 'a</'],
    ['a reference that the end of the page cuts off', 'a &am'],
    ['a reference that a tag cuts off', 'a &amp<b>&lt'],
    ['a repeated attribute', '<p class=a class=b id=c>'],
  ])('reads %s', (_, html) => {
    expect(tokensByWinnow(html)).toEqual(tokensByStandard(html));
  });

  it('reads a section of CDATA as text only where an svg or math element is open', () => {
    const texts = (foreign: boolean): readonly string[] => {
      const found: string[] = [];
      const sink: TokenSink = {
        wantsText: true,
        wantsAttributes: true,
        foreign,
        startTag: () => {},
        endTag: () => {},
        text: (data) => void found.push(data),
      };
      new HtmlTokenizer(new AttributeCollector(), sink).run(['<![CDATA[a > &amp;]]>b']);
      return found;
    };
    expect(texts(true)).toEqual(['a > &amp;', 'b']);
    expect(texts(false)).toEqual([' &]]>b']);
  });
});
