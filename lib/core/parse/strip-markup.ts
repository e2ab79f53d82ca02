import { AttributeCollector } from './html-attributes.ts';
import { HtmlTokenizer, type TokenSink } from './html-tokenizer.ts';
import type { Tag } from './tag.ts';

/** Takes the text of a value, without what stands in scripts and styles; line breaks and paragraphs part words. */
class TextSink implements TokenSink {
  readonly parts: string[] = [];
  readonly wantsText = true;
  readonly wantsAttributes = false;
  readonly foreign = false;
  private isCode = false;

  startTag({ name }: Tag): void {
    if (name === 'script' || name === 'style') this.isCode = true;
    if (name === 'br' || name === 'p') this.parts.push(' ');
  }

  endTag({ name }: Tag): void {
    if (name === 'script' || name === 'style') this.isCode = false;
    if (name === 'p') this.parts.push(' ');
  }

  text(data: string): void {
    if (!this.isCode) this.parts.push(data);
  }
}

const attributes = new AttributeCollector();

/** The text of a value that may hold markup, character references decoded. */
export function stripMarkup(value: string): string {
  const sink = new TextSink();
  new HtmlTokenizer(attributes, sink).run([value]);
  return sink.parts.join('');
}
