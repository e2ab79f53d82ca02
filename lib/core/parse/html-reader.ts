import { AttributeCollector, type RawAttributes } from './html-attributes.ts';
import { HEAD_TAGS, headingLevel } from './html-tags.ts';
import { HtmlTokenizer, type TokenSink } from './html-tokenizer.ts';
import { OpenTags } from './open-tags.ts';
import type { Pieces } from './page-window.ts';
import type { Tag } from './tag.ts';

/** What one pass over a page tells, in source order. `depth` of the innermost open element is `depth` of the last `open`. */
export interface PageEvents<T extends OpenElement> {
  /** A start tag; the answer stands on the stack until `close` gets it. Void and capped elements are never closed. */
  open(name: string, attributes: RawAttributes | null, parent: T): T;
  /** A start tag inside a skipped element. */
  openSkipped(name: string, parent: T): T;
  close(element: T): void;
  /** A start or end tag that opens and closes nothing but ends the line: `<hr>`, a stray `</p>`, a tag deeper than the cap. */
  boundary(): void;
  lineBreak(): void;
  text(data: string, parent: T): void;
  /** Attributes of a repeated `<html>` or `<body>`. */
  merge(name: string, attributes: RawAttributes | null): void;
}

export interface OpenElement {
  readonly name: string;
  /** Neither its text nor its elements are part of the page. */
  readonly skipped: boolean;
}

/** Nesting beyond which elements are no longer told apart; their text still is. */
export const MAX_DEPTH = 512;

const FOREIGN = new Set(['svg', 'math']);

/** Reads a page in one pass. Linear in the length of the source, whatever it holds. */
export function readPage<T extends OpenElement>(
  pieces: Pieces,
  root: T,
  events: PageEvents<T>,
  attributes: AttributeCollector = new AttributeCollector(),
): { readonly depthCapped: boolean } {
  const reader = new PageReader(root, events);
  new HtmlTokenizer(attributes, reader).run(pieces);
  reader.finish();
  return { depthCapped: reader.depthCapped };
}

/**
 * Keeps the stack of open elements by the rules of the HTML standard that change what is read: implied ends, scopes, misnested
 * inline tags. No tag costs a pass over the stack, which deep nesting would make quadratic.
 */
class PageReader<T extends OpenElement> implements TokenSink {
  depthCapped = false;
  private readonly open: OpenTags<T>;
  private readonly beyond = new Map<string, number>();
  private headSeen = false;

  constructor(
    root: T,
    private readonly events: PageEvents<T>,
  ) {
    this.open = new OpenTags(root, (element) => {
      if (this.beyond.size > 0) this.beyond.clear();
      events.close(element);
    });
  }

  get wantsText(): boolean {
    const { top } = this.open;
    return !top.skipped || top.name === 'script';
  }

  get wantsAttributes(): boolean {
    return !this.open.top.skipped;
  }

  get foreign(): boolean {
    return this.open.has('svg') || this.open.has('math');
  }

  text(data: string): void {
    this.events.text(data, this.open.top);
  }

  endTag(tag: Tag): void {
    const { name, isVoid, level } = tag;
    if (name === 'br' && !this.open.top.skipped) this.events.lineBreak();
    if (name === 'body' || name === 'html' || isVoid || this.closeBeyond(tag)) return;
    const closed = level > 0 ? this.open.endHeading() : this.open.end(name);
    if (!closed && name === 'p' && !this.open.top.skipped) this.events.boundary();
  }

  /** The end of the page ends what is open. */
  finish(): void {
    this.open.popTo(1);
  }

  startTag(tag: Tag, attributes: RawAttributes | null, selfClosing: boolean): void {
    const { name } = tag;
    if (this.isRepeatedRoot(name, attributes)) return;
    this.endImplied(tag);
    const { top } = this.open;
    if (tag.isVoid) {
      if (top.skipped) return;
      if (name === 'br') this.events.lineBreak();
      else this.events.open(name, attributes, top);
      return;
    }
    if (selfClosing && (FOREIGN.has(name) || this.foreign)) return;
    if (this.open.depth > MAX_DEPTH && (top.skipped || !tag.skipped)) {
      this.startBeyond(tag);
      return;
    }
    this.open.push(top.skipped ? this.events.openSkipped(name, top) : this.events.open(name, attributes, top), tag);
  }

  private isRepeatedRoot(name: string, attributes: RawAttributes | null): boolean {
    if (name === 'head') {
      const repeated = this.headSeen;
      this.headSeen = true;
      return repeated;
    }
    if (name !== 'html' && !(name === 'body' && this.open.has('body'))) return false;
    if (!this.open.top.skipped) this.events.merge(name, attributes);
    return true;
  }

  private endImplied({ name, endsParagraph, implied, level }: Tag): void {
    const { open } = this;
    if (open.top.name === 'head' && !HEAD_TAGS.has(name)) open.popTo(open.depth - 1);
    if (endsParagraph) {
      open.endInScope('p');
      if (name === 'li') open.endWithin(['li'], 'ul', 'ol');
      else if (level > 0 && headingLevel(open.top.name) > 0) open.popTo(open.depth - 1);
    }
    if (implied !== undefined) open.endWithin(implied.ends, implied.within, implied.within);
    if (name === 'a') open.end('a');
  }

  private startBeyond({ name, inline }: Tag): void {
    this.depthCapped = true;
    this.beyond.set(name, (this.beyond.get(name) ?? 0) + 1);
    if (!inline && !this.open.top.skipped) this.events.boundary();
  }

  private closeBeyond({ name, inline }: Tag): boolean {
    if (this.beyond.size === 0) return false;
    const count = this.beyond.get(name) ?? 0;
    if (count === 0) return false;
    this.beyond.set(name, count - 1);
    if (!inline && !this.open.top.skipped) this.events.boundary();
    return true;
  }
}
