import { decodeHTML } from 'entities/decode';
import type { AttributeCollector, RawAttributes } from './html-attributes.ts';
import {
  BANG,
  DOUBLE_QUOTE,
  EQUALS,
  GREATER,
  isLetter,
  isSpace,
  QUESTION,
  SINGLE_QUOTE,
  SLASH,
} from './html-characters.ts';
import { endOfBareValue, endOfComment, endOfRawText, endOfScript, endOfTagName } from './html-ends.ts';
import { type Tag, tagAt } from './tag.ts';

/** What is told of a page, token by token, in source order; the two questions are asked before each token. */
export interface TokenSink {
  startTag(tag: Tag, attributes: RawAttributes | null, selfClosing: boolean): void;
  endTag(tag: Tag): void;
  /** Text with its character references decoded; never empty. */
  text(data: string): void;
  /** Whether text and attributes are asked for where the reader is; what nobody wants is neither cut out nor decoded. */
  readonly wantsText: boolean;
  readonly wantsAttributes: boolean;
  /** Whether an `svg` or `math` element is open. */
  readonly foreign: boolean;
}

/**
 * Cuts a page into tags and text by the tokenization rules of the HTML standard, with searches for the character that ends
 * what is read. A search that finds nothing ends the page, so reading is linear whatever the page holds; but a quote that is never
 * closed ends at the next `>`, so that one damaged character does not cost the page.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 */
export class HtmlTokenizer {
  private at = 0;
  /** Next `&` and next `<!--` from where they were last looked for; the length of the page when there is none. */
  private ampersand = -1;
  private comment = -1;
  private selfClosing = false;

  constructor(
    private readonly source: string,
    private readonly attributes: AttributeCollector,
    private readonly sink: TokenSink,
  ) {}

  /** Reads the page to its end; a tag that the end of the page cuts off is none. */
  run(): void {
    const { source } = this;
    let textFrom = 0;
    let open = source.indexOf('<');
    while (open >= 0) {
      const code = source.charCodeAt(open + 1);
      const isEnd = code === SLASH;
      const isTag = isLetter(isEnd ? source.charCodeAt(open + 2) : code);
      if (!isTag && !isEnd && code !== BANG && code !== QUESTION) {
        open = source.indexOf('<', open + 1);
        continue;
      }
      // The last two characters of a page are text when nothing follows them.
      if (isEnd && open + 2 >= source.length) break;
      if (open > textFrom) this.text(textFrom, open, true);
      if (!isTag) this.at = this.endOfMarkup(open, code);
      else if (isEnd) this.endTag(open + 2);
      else this.startTag(open + 1);
      textFrom = this.at;
      open = source.indexOf('<', textFrom);
    }
    if (textFrom < source.length) this.text(textFrom, source.length, true);
  }

  private text(from: number, to: number, decode: boolean): void {
    if (!this.sink.wantsText) return;
    const data = this.source.slice(from, to);
    this.sink.text(decode && this.hasReference(from, to) ? decodeHTML(data) : data);
  }

  private hasReference(from: number, to: number): boolean {
    if (this.ampersand < from) this.ampersand = this.next('&', from);
    return this.ampersand < to;
  }

  private next(wanted: string, from: number): number {
    const found = this.source.indexOf(wanted, from);
    return found < 0 ? this.source.length : found;
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
    if (end > from) this.text(from, end, false);
    return end + 3;
  }

  private endTag(from: number): void {
    const nameEnd = endOfTagName(this.source, from);
    if (this.readAttributes(nameEnd, false)) this.sink.endTag(tagAt(this.source, from, nameEnd));
  }

  private startTag(from: number): void {
    const nameEnd = endOfTagName(this.source, from);
    const tag = tagAt(this.source, from, nameEnd);
    const { sink } = this;
    const complete = this.readAttributes(nameEnd, sink.wantsAttributes);
    const attributes = this.attributes.take();
    if (!complete) return;
    const isRaw = tag.raw && !(this.selfClosing && sink.foreign);
    sink.startTag(tag, attributes, this.selfClosing);
    if (isRaw) this.rawText(tag);
  }

  /** The content of an element in which nothing but its own end tag is markup. */
  private rawText({ name }: Tag): void {
    const { source, at } = this;
    let end = endOfRawText(source, at, name);
    if (name === 'script') {
      if (this.comment < at) this.comment = this.next('<!--', at);
      if (this.comment < end) end = endOfScript(source, this.comment);
    }
    if (end > at) this.text(at, end, name === 'title' || name === 'textarea');
    this.at = end;
    if (end < source.length) this.endTag(end + 2);
  }

  /** Reads up to and with the `>` of a tag; false when the page ends before. */
  private readAttributes(from: number, wanted: boolean): boolean {
    const { source } = this;
    const { length } = source;
    this.selfClosing = false;
    this.at = from;
    while (this.at < length) {
      const code = source.charCodeAt(this.at);
      if (code === GREATER) {
        this.at++;
        return true;
      }
      if (code === SLASH) this.selfClosing = source.charCodeAt(this.at + 1) === GREATER;
      if (code === SLASH || isSpace(code)) this.at++;
      else this.readAttribute(wanted);
    }
    return false;
  }

  private readAttribute(wanted: boolean): void {
    const { source } = this;
    const from = this.at;
    // A name may begin with `=`.
    let at = from + 1;
    let code = source.charCodeAt(at);
    while (
      code > GREATER ||
      !(code === EQUALS || code === GREATER || code === SLASH || isSpace(code) || at >= source.length)
    )
      code = source.charCodeAt(++at);
    const isWanted = wanted && this.attributes.name(source, from, at);
    while (isSpace(code)) code = source.charCodeAt(++at);
    if (code === EQUALS) at = this.readValue(at + 1, isWanted);
    this.at = at;
    if (isWanted) this.attributes.end();
  }

  private readValue(from: number, wanted: boolean): number {
    const { source } = this;
    let at = from;
    let code = source.charCodeAt(at);
    while (isSpace(code)) code = source.charCodeAt(++at);
    const isQuoted = code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
    const start = isQuoted ? at + 1 : at;
    if (!isQuoted) return this.giveValue(start, endOfBareValue(source, start), wanted);
    const end = this.next(code === DOUBLE_QUOTE ? '"' : "'", start);
    // A quote without its other would take the whole rest of the page for a value.
    return end < source.length
      ? this.giveValue(start, end, wanted) + 1
      : this.giveValue(start, this.next('>', start), wanted);
  }

  private giveValue(start: number, end: number, wanted: boolean): number {
    if (wanted && end > start) this.attributes.value(this.source.slice(start, end), this.hasReference(start, end));
    return end;
  }
}
