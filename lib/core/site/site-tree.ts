import { Document, Element, type NodeWithChildren, Text } from 'domhandler';
import { AttributeCollector, type RawAttributes } from '../parse/html-attributes.ts';
import { BlockBuilder } from '../parse/html-builder.ts';
import { type PageElement, ROOT } from '../parse/html-element.ts';
import { type PageEvents, readPage } from '../parse/html-reader.ts';

/** A page as a tree for selectors, in step with the element table that labelling works on. */
export interface SiteTree {
  readonly root: Document;
  /** Index into the element table by node. */
  readonly indexOf: ReadonlyMap<Element, number>;
  /** Length of that table. */
  readonly size: number;
}

/** Reads a page as the parser does, with all attributes, into a tree. Only pages of sites with a rule need one. */
export function readSiteTree(source: string, url: string | null): SiteTree {
  const builder = new TreeBuilder(url);
  readPage([source], ROOT, builder, builder.attributes);
  builder.boundary();
  return { root: builder.root, indexOf: builder.indexOf, size: builder.size };
}

/** Keeps every attribute under its own name beside those that the parser wants. */
class AllAttributes extends AttributeCollector {
  readonly all = new WeakMap<RawAttributes, Record<string, string>>();
  private open: Record<string, string> = {};
  private named = '';
  private isWanted = false;

  override name(source: string, from: number, to: number): boolean {
    this.named = source.slice(from, to).toLowerCase();
    this.isWanted = super.name(source, from, to);
    this.open[this.named] ??= '';
    return true;
  }

  override value(raw: string, hasReference: boolean): void {
    super.value(raw, hasReference);
    this.open[this.named] ||= this.valueNow;
  }

  override end(): void {
    if (this.isWanted) super.end();
  }

  override take(): RawAttributes | null {
    const own = super.take();
    const given = own ?? {};
    this.all.set(given, this.open);
    this.open = {};
    return given;
  }
}

/** Passes every event on to the parser's own builder, and builds a node for each element beside it. */
class TreeBuilder implements PageEvents<PageElement> {
  readonly root = new Document([]);
  readonly indexOf = new Map<Element, number>();
  readonly attributes = new AllAttributes();
  private readonly inner: BlockBuilder;
  private readonly nodes = new WeakMap<PageElement, NodeWithChildren>();

  constructor(url: string | null) {
    this.inner = new BlockBuilder(url);
    const html = new Element('html', {});
    append(this.root, html);
    this.nodes.set(ROOT, html);
    this.indexOf.set(html, 0);
  }

  get size(): number {
    return this.inner.elements.tag.length;
  }

  open(name: string, attributes: RawAttributes | null, parent: PageElement): PageElement {
    const wanted = attributes !== null && Object.keys(attributes).length > 0 ? attributes : null;
    const before = this.size;
    const own = this.inner.open(name, wanted, parent);
    const node = new Element(name, (attributes && this.attributes.all.get(attributes)) ?? {});
    append(this.nodeOf(parent), node);
    this.nodes.set(own, node);
    if (this.size > before) this.indexOf.set(node, this.size - 1);
    return own;
  }

  openSkipped(name: string, parent: PageElement): PageElement {
    return this.inner.openSkipped(name, parent);
  }

  close(element: PageElement): void {
    this.inner.close(element);
  }

  boundary(): void {
    this.inner.boundary();
  }

  lineBreak(): void {
    this.inner.lineBreak();
  }

  text(data: string, parent: PageElement): void {
    this.inner.text(data, parent);
    if (!parent.skipped) append(this.nodeOf(parent), new Text(data));
  }

  merge(name: string, attributes: RawAttributes | null): void {
    const wanted = attributes !== null && Object.keys(attributes).length > 0 ? attributes : null;
    this.inner.merge(name, wanted);
    const html = this.nodes.get(ROOT);
    const all = attributes && this.attributes.all.get(attributes);
    if (name === 'html' && html instanceof Element && all) html.attribs = { ...all, ...html.attribs };
  }

  private nodeOf(element: PageElement): NodeWithChildren {
    return this.nodes.get(element) ?? this.root;
  }
}

function append(parent: NodeWithChildren, node: Element | Text): void {
  const last = parent.children.at(-1) ?? null;
  node.parent = parent as Element;
  node.prev = last;
  if (last !== null) last.next = node;
  parent.children.push(node);
}
