import { decodeHTML } from 'entities/decode';
import type { AttributeCollector, RawAttributes } from './html-attributes.ts';
import { BANG, isLetter, QUESTION, SLASH } from './html-characters.ts';
import { endOfComment, endOfRawText, endOfScript, endOfTagName } from './html-ends.ts';
import { type Tag, tagAt } from './tag.ts';
import { TagReader } from './tag-reader.ts';

/** What is told of a page, token by token, in source order; the two questions are asked before each token. */
export interface TokenSink {
  startTag(tag: Tag, attributes: RawAttributes | null, selfClosing: boolean): void;
  endTag(tag: Tag): void;
  /** Text with its character references decoded; never empty. That of a script or style may come in parts. */
  text(data: string): void;
  /** Whether text and attributes are asked for where the reader is; what nobody wants is neither cut out nor decoded. */
  readonly wantsText: boolean;
  readonly wantsAttributes: boolean;
  /** Whether an `svg` or `math` element is open. */
  readonly foreign: boolean;
}

/** Longest beginning of markup that has to be seen to know what it begins: `<![CDATA[`. */
const LONGEST_OPENING = 9;
/** Characters of an end tag beside its name: `</` and what ends the name. */
const END_TAG_LENGTH = 3;
/** Elements without markup in them, but with references. */
const DECODED: ReadonlySet<string> = new Set(['title', 'textarea']);

/**
 * Cuts a page into tags and text by the tokenization rules of the HTML standard, with searches for the character that ends
 * what is read. A search that finds nothing ends the page, so reading is linear whatever the page holds; but a quote that is never
 * closed ends at the next `>`, so that one damaged character does not cost the page.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 */
export class HtmlTokenizer extends TagReader {
  /** The element whose content comes next, in which nothing but its own end tag is markup. */
  private raw: Tag | null = null;

  constructor(
    attributes: AttributeCollector,
    private readonly sink: TokenSink,
  ) {
    super(attributes);
  }

  /** A tag that the end of the page cuts off is none. */
  protected override read(): number {
    this.at = 0;
    if (this.raw !== null && !this.rawText(this.raw)) return this.at;
    let textFrom = this.at;
    for (let open = this.nextMarkup(textFrom); open >= 0; open = this.nextMarkup(textFrom)) {
      const { source } = this;
      if (!this.isLast && open + LONGEST_OPENING > source.length) break;
      const code = source.charCodeAt(open + 1);
      // The last two characters of a page are text when nothing follows them.
      if (code === SLASH && open + 2 >= source.length) break;
      if (open > textFrom) this.text(textFrom, open, true);
      if (!this.markup(open, code)) return open;
      if (this.raw !== null && !this.rawText(this.raw)) return this.at;
      textFrom = this.at;
    }
    if (!this.isLast) return textFrom;
    if (textFrom < this.source.length) this.text(textFrom, this.source.length, true);
    return this.source.length;
  }

  /** Where the next tag, comment or declaration begins; -1 without one. */
  private nextMarkup(from: number): number {
    const { source } = this;
    let open = source.indexOf('<', from);
    while (open >= 0) {
      const code = source.charCodeAt(open + 1);
      if (isLetter(code) || code === SLASH || code === BANG || code === QUESTION) return open;
      if (!this.isLast && open + 1 >= source.length) return open;
      open = source.indexOf('<', open + 1);
    }
    return -1;
  }

  /** Reads what begins with a `<`; false when it may end only behind what is there. */
  private markup(open: number, code: number): boolean {
    const isEnd = code === SLASH;
    if (isEnd && isLetter(this.source.charCodeAt(open + 2))) return this.endTag(open + 2) || this.isLast;
    if (isLetter(code)) return this.startTag(open + 1) || this.isLast;
    this.at = this.endOfMarkup(open, code);
    return this.isLast || this.at < this.source.length;
  }

  private text(from: number, to: number, decode: boolean): void {
    if (!this.sink.wantsText) return;
    const data = this.source.slice(from, to);
    this.sink.text(decode && this.hasReference(from, to) ? decodeHTML(data) : data);
  }

  /** Where a comment, a declaration or what counts as a comment ends. */
  private endOfMarkup(open: number, code: number): number {
    const { source } = this;
    if (code === BANG) {
      if (source.startsWith('--', open + 2)) return endOfComment(source, open + 4);
      // Elsewhere it is a comment up to the next `>`.
      if (source.startsWith('[CDATA[', open + 2) && this.sink.foreign) return this.cdata(open + 9);
    }
    return this.next('>', open + 2) + 1;
  }

  private cdata(from: number): number {
    const end = this.next(']]>', from);
    if (!this.isLast && end + 3 >= this.source.length) return this.source.length;
    if (end > from) this.text(from, end, false);
    return end + 3;
  }

  /** @returns Whether the tag is complete. */
  private endTag(from: number): boolean {
    const nameEnd = endOfTagName(this.source, from);
    const complete = this.readAttributes(nameEnd, false);
    if (complete) this.sink.endTag(tagAt(this.source, from, nameEnd));
    return complete;
  }

  /** @returns Whether the tag is complete. */
  private startTag(from: number): boolean {
    const nameEnd = endOfTagName(this.source, from);
    const tag = tagAt(this.source, from, nameEnd);
    const { sink } = this;
    const complete = this.readAttributes(nameEnd, sink.wantsAttributes);
    const attributes = this.attributes.take();
    if (!complete) return false;
    if (tag.raw && !(this.selfClosing && sink.foreign)) this.raw = tag;
    sink.startTag(tag, attributes, this.selfClosing);
    return true;
  }

  /** The content of an element in which nothing but its own end tag is markup; false when that may follow later. */
  private rawText({ name }: Tag): boolean {
    const { source, at } = this;
    let end = endOfRawText(source, at, name);
    if (name === 'script') {
      const comment = source.slice(at, end).indexOf('<!--');
      if (comment >= 0) end = endOfScript(source, at + comment);
    }
    if (end >= source.length && !this.isLast) {
      this.rawPart(name);
      return false;
    }
    if (end > at) this.text(at, end, DECODED.has(name));
    this.at = end;
    this.raw = null;
    return true;
  }

  /** Hands on what is content wherever it ends, so that a long script need not be seen at once; not from a comment in it on. */
  private rawPart(name: string): void {
    if (DECODED.has(name)) return;
    const { source, at } = this;
    const uncut = source.length - name.length - END_TAG_LENGTH;
    const end = name === 'script' ? Math.min(uncut, this.next('<!--', at)) : uncut;
    if (end <= at) return;
    this.text(at, end, false);
    this.at = end;
  }
}
