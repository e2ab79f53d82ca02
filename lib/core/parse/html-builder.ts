import type { Block, Image, Link } from '../document.ts';
import { ElementTableBuilder } from './element-table.ts';
import type { RawAttributes } from './html-attributes.ts';
import { childOf, htmlBlock, inherit, numbered, type PageElement, ROOT } from './html-element.ts';
import { imageOf } from './html-figure.ts';
import { HeadCollector } from './html-head.ts';
import type { PageEvents } from './html-reader.ts';
import { RubyReadings } from './html-ruby.ts';
import { closeTable, type TableDraft } from './html-table.ts';
import { INLINE_TAGS, SKIPPED_TAGS } from './html-tags.ts';
import { TextLine } from './html-text-line.ts';
import { absoluteUrl } from './html-url.ts';
import type { ScriptCollector } from './page-scripts.ts';
import { countWords } from './words.ts';

/** Tags that need no row in the element table: labelling asks nothing of them and no block lies in them. */
const UNLISTED = new Set('meta link base source wbr title param track input col area embed'.split(' '));

/** What a browser without scripts shows, and what scripts take their text from. */
const FOR_SCRIPTLESS = new Set(['noscript', 'template']);

const NO_LINKS: readonly Link[] = [];

/** Turns the events of one page into blocks, the element table and the head. */
export class BlockBuilder implements PageEvents<PageElement> {
  readonly blocks: Block[] = [];
  readonly elements = new ElementTableBuilder();
  readonly head: HeadCollector;
  private readonly line = new TextLine();
  /** Element of the line so far: the innermost one that holds all of its text. */
  private holder: PageElement = ROOT;
  private lineElement = -1;
  private waitingImages: { readonly image: Image; readonly element: number }[] = [];
  private readonly readings = new RubyReadings();
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
    if (this.skips(name, attributes)) return this.skip(name, attributes, parent);
    if (!INLINE_TAGS.has(name)) this.endLine();
    if (attributes !== null) this.head.element(name, attributes);
    const element = UNLISTED.has(name) ? parent.element : this.elements.add(name, parent.element, attributes);
    if (name === 'img' || name === 'amp-img') this.image(attributes, parent, element);
    else if (name === 'hr') this.push('separator', element, parent);
    else if (name === 'a') this.openLink(attributes);
    return inherit({
      name,
      attributes,
      parent,
      element,
      firstBlock: this.blocks.length,
      nextGroup: this.nextGroup,
    });
  }

  private skips(name: string, attributes: RawAttributes | null): boolean {
    if (this.readings.skips(name)) return true;
    if (!SKIPPED_TAGS.has(name) || (name === 'template' && attributes?.shadowrootmode !== undefined)) return false;
    return this.scripts === null || !FOR_SCRIPTLESS.has(name);
  }

  private skip(name: string, attributes: RawAttributes | null, parent: PageElement): PageElement {
    const isScript = name === 'script';
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
    if (element.jsonLd) this.head.endScript();
    if (name === 'script') this.scripts?.end();
    if (element.skipped) return;
    if (name === 'a') this.line.closeLink();
    else if (name === 'title') this.head.endTitle();
    if (INLINE_TAGS.has(name)) return;
    this.endLine();
    if (name === 'figure' && element.figure !== null) element.figure.close();
    else if (element.table !== null) this.closeTablePart(name, element.table);
  }

  boundary(): void {
    this.endLine();
  }

  lineBreak(): void {
    if (this.line.lineBreak(this.holder.verbatim)) this.endLine();
  }

  text(data: string, parent: PageElement): void {
    if (parent.jsonLd) this.head.scriptText(data);
    if (parent.skipped) {
      this.scripts?.add(data);
      return;
    }
    if (parent.name === 'title') this.head.titleText(data);
    else if (this.line.append(data, parent.verbatim)) {
      if (parent.credit) parent.figure?.addCredit(data);
      this.hold(parent);
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
    this.line.openLink(absoluteUrl(href, this.head.baseUrl));
  }

  private closeTablePart(name: string, table: TableDraft): void {
    if (name === 'td' || name === 'th') {
      const cell = table.cells.at(-1);
      if (cell !== undefined) cell.end = this.blocks.length;
    } else if (name === 'table') closeTable(table, this.blocks);
  }

  private image(attributes: RawAttributes | null, parent: PageElement, element: number): void {
    const image = imageOf(attributes, this.head.baseUrl);
    if (image === null) return;
    parent.figure?.add(image);
    this.waitingImages.push({ image, element });
    if (this.line.empty) this.flushImages(parent);
  }

  private flushImages(parent: PageElement): void {
    for (const { image, element } of this.waitingImages) this.push('image', element, parent, image);
    this.waitingImages = [];
  }

  private push(kind: 'image' | 'separator', element: number, parent: PageElement, image: Image | null = null): void {
    const group = kind === 'image' ? -1 : parent.group;
    const none = { text: '', level: null, ordered: null, words: 0, linkDensity: 0, links: NO_LINKS };
    this.blocks.push(htmlBlock({ kind, ...none, image, element, group }));
  }

  private hold(parent: PageElement): void {
    if (this.lineElement < 0) {
      this.lineElement = parent.element;
      this.holder = parent;
    } else if (this.lineElement !== parent.element)
      this.lineElement = this.elements.common(this.lineElement, parent.element);
  }

  private endLine(): void {
    if (!this.line.empty) this.pushText();
    if (this.waitingImages.length > 0) this.flushImages(this.holder);
  }

  private pushText(): void {
    const { kind, level, ordered, group, verbatim, figure } = this.holder;
    const { text, links, linkDensity } = this.line.take(verbatim);
    const element = this.lineElement;
    this.lineElement = -1;
    if (text === '') return;
    if (kind === 'caption') figure?.addCaption(text);
    const inList = kind === 'list-item';
    const block = htmlBlock({
      kind,
      text,
      level,
      ordered: inList ? ordered : null,
      words: countWords(text),
      linkDensity,
      links,
      image: null,
      element,
      group: inList ? group : -1,
    });
    this.blocks.push(numbered(block, this.holder));
  }
}
