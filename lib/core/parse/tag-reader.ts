import type { AttributeCollector } from './html-attributes.ts';
import { DOUBLE_QUOTE, EQUALS, GREATER, isSpace, SINGLE_QUOTE, SLASH } from './html-characters.ts';
import { endOfBareValue } from './html-ends.ts';
import { PageWindow } from './page-window.ts';

/** Reads the attributes of a tag, from behind its name. */
export abstract class TagReader extends PageWindow {
  /** Where reading is. */
  protected at = 0;
  /** Whether the tag just read ends in `/>`. */
  protected selfClosing = false;

  constructor(protected readonly attributes: AttributeCollector) {
    super();
  }

  /** Reads up to and with the `>` of a tag; false when the page ends before. */
  protected readAttributes(from: number, wanted: boolean): boolean {
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
    if (end === source.length && !this.isLast) return end;
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
