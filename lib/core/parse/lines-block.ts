import type { ArticleDocument, Block, Format, Image, Link, PageHead } from '../document.ts';
import { findFrontMatter, readFrontMatter } from './front-matter.ts';
import { countWords } from './words.ts';

/** The parts of a block of a line source that differ from block to block; the rest has one value everywhere. */
export interface BlockParts {
  readonly kind: Block['kind'];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly level?: number | null | undefined;
  readonly ordered?: boolean | undefined;
  readonly ordinal?: number | undefined;
  readonly cells?: readonly string[] | undefined;
  readonly links?: readonly Link[];
  readonly linkLength?: number;
  readonly image?: Image;
  readonly group?: number | undefined;
}

/** Makes a block of a text or Markdown source; counts its words. */
export function lineBlock(parts: BlockParts): Block {
  const { text, linkLength = 0 } = parts;
  return {
    kind: parts.kind,
    text,
    level: parts.level ?? null,
    ordered: parts.ordered ?? null,
    ordinal: parts.ordinal,
    cells: parts.cells ?? null,
    words: text === '' ? 0 : countWords(text),
    linkDensity: text === '' ? 0 : Math.min(1, linkLength / text.length),
    links: parts.links ?? NO_LINKS,
    image: parts.image ?? null,
    range: { start: parts.start, end: parts.end },
    element: -1,
    continues: false,
    group: parts.group ?? -1,
  };
}

/** A block that has nothing but its text, as nearly all have; counts its words. */
export function plainBlock(kind: Block['kind'], text: string, start: number, end: number): Block {
  return {
    kind,
    text,
    level: null,
    ordered: null,
    ordinal: undefined,
    cells: null,
    words: text === '' ? 0 : countWords(text),
    linkDensity: 0,
    links: NO_LINKS,
    image: null,
    range: { start, end },
    element: -1,
    continues: false,
    group: -1,
  };
}

/** The paragraph as a heading. Written out: a copy by `...` would have a hidden class of its own, which slows all that reads blocks. */
export function asHeading(block: Block): Block {
  return {
    kind: 'heading',
    text: block.text,
    level: block.level,
    ordered: block.ordered,
    ordinal: block.ordinal,
    cells: block.cells,
    words: block.words,
    linkDensity: block.linkDensity,
    links: block.links,
    image: block.image,
    range: block.range,
    element: block.element,
    continues: block.continues,
    group: block.group,
  };
}

const NO_LINKS: readonly Link[] = [];

const NO_HEAD: PageHead = {
  title: null,
  lang: null,
  dir: null,
  canonicalUrl: null,
  baseUrl: null,
  metas: [],
  jsonLd: [],
  scripts: [],
};

/** Wraps the blocks of a text or Markdown source into a document; front matter becomes its head. */
export function lineDocument(format: Format, source: string, blocks: readonly Block[]): ArticleDocument {
  const found = findFrontMatter({ format, source, blocks });
  const head = found === null ? NO_HEAD : { ...NO_HEAD, ...readFrontMatter(found.text) };
  return { format, blocks, source, elements: null, head, notes: [] };
}
