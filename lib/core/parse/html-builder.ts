import type { Block, Image, Link } from '../document.ts';
import { ElementTableBuilder } from './element-table.ts';
import type { RawAttributes } from './html-attributes.ts';
import { childOf, htmlBlock, inherit, type PageElement } from './html-element.ts';
import { imageOf } from './html-figure.ts';
import { HeadCollector } from './html-head.ts';
import { OpenLine } from './html-line.ts';
import type { PageEvents } from './html-reader.ts';
import { RubyReadings } from './html-ruby.ts';
import { isSkipped } from './html-skipped.ts';
import { closeTable, type TableDraft } from './html-table.ts';
import { INLINE_TAGS, UNLISTED_TAGS } from './html-tags.ts';
import { absoluteUrl } from './html-url.ts';
import { breaksLine, cardBlocks, isPartOfLine, type OpenCard, OpenCards } from './open-cards.ts';
import type { ScriptCollector } from './page-scripts.ts';
import { playersIn } from './players.ts';
import { type CardSign, CardSigns } from './pop-up-card.ts';

const NO_LINKS: readonly Link[] = [];

/** Turns the events of one page into blocks, the element table and the head. */
export class BlockBuilder implements PageEvents<PageElement> {
  readonly blocks: Block[] = [];
  readonly elements = new ElementTableBuilder();
  readonly head: HeadCollector;
  videoPlayers = 0;
  private line = new OpenLine();
  private readonly readings = new RubyReadings();
  private readonly cards = new OpenCards();
  private readonly signs = new CardSigns();
  /** Where blocks go: those of the page, or of the pop-up card that is read. */
  private out: Block[] = this.blocks;
  private groups = 0;
  private readonly nextGroup = (): number => this.groups++;

  /** @param scripts Where the scripts go when they are wanted; then `noscript` and `template` are read as part of the page. */
  constructor(
    pageUrl: string | null,
    private readonly scripts: ScriptCollector | null = null,
  ) {
    this.head = new HeadCollector(pageUrl);
  }

  open(name: string, attributes: RawAttributes | null, parent: PageElement): PageElement {
    if (this.skips(name, attributes, parent)) return this.skip(name, attributes, parent);
    const sign = parent.verbatim || this.cards.full ? null : this.signs.of(name, attributes, !this.line.text.empty);
    if (sign === null && !INLINE_TAGS.has(name)) this.endLine();
    if (attributes !== null) this.head.element(name, attributes);
    const element = UNLISTED_TAGS.has(name) ? parent.element : this.elements.add(name, parent.element, attributes);
    const own = inherit({
      name,
      attributes,
      parent,
      element,
      firstBlock: this.out.length,
      nextGroup: this.nextGroup,
    });
    if (sign !== null) this.openCard(own, sign);
    if (name === 'img' || name === 'amp-img') this.image(attributes, parent, element);
    else if (name === 'hr' && this.out.at(-1)?.kind !== 'separator') this.push('separator', element, parent);
    else if (name === 'a') this.openLink(attributes);
    return own;
  }

  private openCard(element: PageElement, sign: CardSign): void {
    this.line = this.cards.open({ element, sign, line: this.line, blocks: this.out });
    this.out = [];
  }

  private closeCard(card: OpenCard): void {
    const { line, out } = this;
    const stays = isPartOfLine(card, line, out);
    if (!stays) this.endLine();
    this.line = card.line;
    this.out = card.blocks;
    if (stays) {
      if (this.line.text.empty && this.cards.none) this.flushImages(line.images.splice(0), card.element);
      this.line.join(line, this.elements);
      return;
    }
    const apart = breaksLine(card, out);
    if (apart) this.endLine();
    if (apart || (this.line.text.empty && this.cards.none)) for (const block of out) this.out.push(block);
    else for (const block of cardBlocks(card, out)) this.line.cards.push(block);
  }

  private skips(name: string, attributes: RawAttributes | null, parent: PageElement): boolean {
    const isWhole = this.line.text.empty;
    return (
      this.readings.skips(name) || isSkipped({ name, attributes, parent, isWhole, isScriptless: this.scripts !== null })
    );
  }

  private skip(name: string, attributes: RawAttributes | null, parent: PageElement): PageElement {
    const isScript = name === 'script';
    this.videoPlayers += playersIn(name, attributes);
    if (isScript && this.scripts !== null)
      this.scripts.start(attributes, this.elements.add(name, parent.element, null), this.blocks.length);
    const own = childOf(parent, name, parent.element);
    own.skipped = true;
    own.jsonLd = isScript && /^\s*application\/ld\+json/i.test(attributes?.type ?? '');
    return own;
  }

  openSkipped(name: string, parent: PageElement): PageElement {
    return childOf(parent, name, parent.element);
  }

  close(element: PageElement): void {
    const { name } = element;
    if (name === 'script') this.endScript(element);
    if (element.skipped) return;
    if (name === 'a') this.line.text.closeLink();
    else if (name === 'title') this.head.endTitle();
    if ((!this.cards.none && this.closesCard(element)) || INLINE_TAGS.has(name)) return;
    this.endLine();
    if (name === 'figure' && element.figure !== null) element.figure.close();
    else if (element.table !== null) this.closeTablePart(name, element.table);
  }

  private endScript({ jsonLd }: PageElement): void {
    this.head.endScript(jsonLd);
    this.scripts?.end();
  }

  private closesCard(element: PageElement): boolean {
    let closed = false;
    for (const card of this.cards.endedBy(element)) {
      this.closeCard(card);
      closed = true;
    }
    return closed;
  }

  boundary(): void {
    this.endLine();
  }

  lineBreak(): void {
    if (this.line.text.lineBreak(this.line.holder.verbatim)) this.endLine();
  }

  text(data: string, parent: PageElement): void {
    if (parent.name === 'script') this.head.scriptText(data);
    if (parent.skipped) this.scripts?.add(data);
    else if (parent.name === 'title') this.head.titleText(data);
    else if (this.line.text.append(data, parent.verbatim)) {
      if (parent.credit) parent.figure?.addCredit(data);
      this.line.hold(parent, this.elements);
    }
  }

  merge(name: string, attributes: RawAttributes | null): void {
    if (name !== 'html' || attributes === null) return;
    this.head.root(attributes);
    this.elements.attributes[0] ??= attributes;
  }

  private openLink(attributes: RawAttributes | null): void {
    const href = attributes?.href?.trim();
    // An anchor without a target and a jump within the page are not what link density measures.
    if (href === undefined || (href.startsWith('#') && href.length > 1)) return;
    this.line.text.openLink(absoluteUrl(href, this.head.baseUrl));
  }

  private closeTablePart(name: string, table: TableDraft): void {
    if (name === 'td' || name === 'th') {
      const cell = table.cells.at(-1);
      if (cell !== undefined) cell.end = this.out.length;
    } else if (name === 'table') closeTable(table, this.out);
  }

  private image(attributes: RawAttributes | null, parent: PageElement, element: number): void {
    const image = imageOf(attributes, this.head.baseUrl);
    if (image === null) return;
    parent.figure?.add(image);
    this.line.images.push({ image, element });
    // In a card they wait: it may turn out to be part of the line.
    if (this.line.text.empty && this.cards.none) this.flushImages(this.line.images.splice(0), parent);
  }

  private flushImages(images: OpenLine['images'], parent: PageElement): void {
    for (const { image, element } of images) this.push('image', element, parent, image);
  }

  private push(kind: 'image' | 'separator', element: number, parent: PageElement, image: Image | null = null): void {
    const group = kind === 'image' ? -1 : parent.group;
    const none = { text: '', level: null, ordered: null, words: 0, linkDensity: 0, links: NO_LINKS };
    this.out.push(htmlBlock({ kind, ...none, image, element, group }));
  }

  private endLine(): void {
    const { line } = this;
    const block = line.take();
    if (block !== null) this.out.push(block);
    if (line.images.length > 0) this.flushImages(line.images.splice(0), line.holder);
    if (line.cards.length > 0) for (const block of line.cards.splice(0)) this.out.push(block);
  }
}
