import type { ElementAttributes, LabelledBlock, LabelledDocument } from '../document.ts';
import type { SourceInfo } from '../source.ts';
import { type LdGraph, type LdNode, readGraph } from './json-ld.ts';
import { cleanString } from './values.ts';

/** All that the fields of a record are read from, indexed once for a page. */
export interface Page {
  readonly labelled: LabelledDocument;
  readonly blocks: readonly LabelledBlock[];
  readonly info: SourceInfo;
  readonly graph: LdGraph;
  /** Values of each `<meta>` name, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** Blocks of each element that holds blocks, by the element's index. */
  readonly blocksByElement: ReadonlyMap<number, readonly number[]>;
}

/** Metas of one name that are read; longer contents are cut. */
const MAX_METAS = 60;
const MAX_META_CHARS = 20_000;

export function indexPage(labelled: LabelledDocument, info: SourceInfo): Page {
  const { head } = labelled.document;
  const metas = new Map<string, string[]>();
  for (const { name, content } of head.metas) {
    const known = metas.get(name);
    if (!known) metas.set(name, [content.slice(0, MAX_META_CHARS)]);
    else if (known.length < MAX_METAS) known.push(content.slice(0, MAX_META_CHARS));
  }
  const blocksByElement = new Map<number, number[]>();
  labelled.blocks.forEach(({ block }, index) => {
    if (block.element < 0) return;
    const known = blocksByElement.get(block.element);
    if (known) known.push(index);
    else blocksByElement.set(block.element, [index]);
  });
  return { labelled, blocks: labelled.blocks, info, graph: readGraph(head.jsonLd), metas, blocksByElement };
}

/** First value that holds text among the metas of these names, in the order of the names. */
export function firstMeta(
  page: Page,
  names: readonly string[],
  maxChars: number,
): { readonly source: string; readonly text: string } | null {
  for (const name of names) {
    for (const content of page.metas.get(name) ?? []) {
      const text = cleanString(content, maxChars);
      if (text !== null) return { source: `meta:${name}`, text };
    }
  }
  return null;
}

/** Own value of a linked-data object as a line of text. */
export function ldText(node: LdNode | null, key: string, maxChars: number): string | null {
  if (!node || !Object.hasOwn(node, key)) return null;
  const value = node[key];
  return cleanString(Array.isArray(value) ? value[0] : value, maxChars);
}

/** Whether a block is text of the article: kept, and a paragraph, quote or list item of so many words. */
export function isProse(entry: LabelledBlock | undefined, minWords: number): boolean {
  return (
    entry !== undefined &&
    entry.removal === null &&
    entry.type === null &&
    entry.block.words >= minWords &&
    entry.block.linkDensity < 0.5 &&
    (entry.block.kind === 'paragraph' || entry.block.kind === 'quote' || entry.block.kind === 'list-item')
  );
}

/** Calls back with each ancestor of an element, itself first, at most `limit` of them, until the callback says `true`. */
export function someAncestor(
  page: Page,
  element: number,
  limit: number,
  test: (attributes: ElementAttributes | null, tag: string) => boolean,
): boolean {
  const elements = page.labelled.document.elements;
  if (!elements) return false;
  for (let at = element, step = 0; at >= 0 && step < limit; at = elements.parent[at] ?? -1, step++)
    if (test(elements.attributes[at] ?? null, elements.tag[at] ?? '')) return true;
  return false;
}

/** The index of the block that an element holds, or that holds the element when the element is part of a line. */
export function blockOf(page: Page, element: number): number | null {
  const elements = page.labelled.document.elements;
  if (!elements) return null;
  for (let at = element, step = 0; at >= 0 && step < 3; at = elements.parent[at] ?? -1, step++) {
    const first = page.blocksByElement.get(at)?.[0];
    if (first !== undefined) return first;
  }
  return null;
}

/** Blocks in which nothing about the article itself is said. */
const FOREIGN = new Set([
  'related',
  'teaser',
  'comments',
  'footer',
  'newsletter',
  'ad',
  'cookie',
  'paywall',
  'navigation',
]);

export function isForeign(entry: LabelledBlock): boolean {
  return entry.removal !== null && FOREIGN.has(entry.removal.class);
}
