import type { Block, BlockKind } from '../document.ts';
import type { RawAttributes } from './html-attributes.ts';
import { Figure, isCreditElement } from './html-figure.ts';
import type { OpenElement } from './html-reader.ts';
import type { TableDraft } from './html-table.ts';
import { headingLevel } from './html-tags.ts';

/** An open element with all that its text inherits. */
export interface PageElement extends OpenElement {
  /** Index into the element table. */
  readonly element: number;
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly ordered: boolean | null;
  readonly listDepth: number;
  readonly group: number;
  readonly verbatim: boolean;
  readonly figure: Figure | null;
  readonly credit: boolean;
  readonly table: TableDraft | null;
  readonly jsonLd: boolean;
  /** The number that the next item of the list gets, where the source writes one. */
  readonly ordinal: Ordinal | null;
}

/** `<ol start>` or `<li value>`, until an item has it. */
interface Ordinal {
  next: number | null;
}

export const ROOT: PageElement = {
  name: 'html',
  skipped: false,
  element: 0,
  kind: 'paragraph',
  level: null,
  ordered: null,
  listDepth: 0,
  group: -1,
  verbatim: false,
  figure: null,
  credit: false,
  table: null,
  jsonLd: false,
  ordinal: null,
};

/** What the parser says of a block. */
export type HtmlBlock = Pick<
  Block,
  'kind' | 'text' | 'level' | 'ordered' | 'words' | 'linkDensity' | 'links' | 'image' | 'element' | 'group'
>;

/** The block with what no block of HTML has; written out like `childOf`. */
export function htmlBlock(said: HtmlBlock): Block {
  return {
    kind: said.kind,
    text: said.text,
    level: said.level,
    ordered: said.ordered,
    ordinal: undefined,
    cells: null,
    words: said.words,
    linkDensity: said.linkDensity,
    links: said.links,
    image: said.image,
    range: null,
    element: said.element,
    continues: false,
    group: said.group,
  };
}

/** A start tag and where it stands. */
export interface Opening {
  readonly name: string;
  readonly attributes: RawAttributes | null;
  readonly parent: PageElement;
  /** Index into the element table. */
  readonly element: number;
  /** Index that the next block gets. */
  readonly firstBlock: number;
  readonly nextGroup: () => number;
}

type PageElementDraft = { -readonly [K in keyof PageElement]: PageElement[K] };

/** An element that has all from its parent. Written out, because a page opens thousands and a spread costs ten times as much. */
export function childOf(parent: PageElement, name: string, element: number): PageElementDraft {
  return {
    name,
    skipped: parent.skipped,
    element,
    kind: parent.kind,
    level: parent.level,
    ordered: parent.ordered,
    listDepth: parent.listDepth,
    group: parent.group,
    verbatim: parent.verbatim,
    figure: parent.figure,
    credit: parent.credit,
    table: parent.table,
    jsonLd: parent.jsonLd,
    ordinal: parent.ordinal,
  };
}

/** The open element of a start tag: what its tag says, and the rest from its parent. */
export function inherit(opening: Opening): PageElement {
  const { name, attributes, parent, element } = opening;
  const own = childOf(parent, name, element);
  const level = headingLevel(name);
  if (level > 0) return become(own, 'heading', level, null);
  switch (name) {
    case 'ul':
    case 'ol':
    case 'menu':
      return openList(own, opening);
    case 'li':
      own.ordinal = ordinalOf(attributes?.value) ?? parent.ordinal;
      return become(own, 'list-item', Math.max(1, parent.listDepth), parent.ordered ?? false);
    case 'blockquote':
      return become(own, 'quote', null, null);
    case 'pre':
      own.verbatim = true;
      return become(own, 'code', null, null);
    case 'figcaption':
    case 'caption':
      return become(own, 'caption', null, null);
    case 'figure':
      own.figure = new Figure();
      return own;
    case 'table':
    case 'tr':
    case 'td':
    case 'th':
      return openTablePart(own, opening);
    default:
      if (parent.figure !== null && isCreditElement(attributes)) own.credit = true;
      return own;
  }
}

/** Numbers of one to six digits, as lists of a text may have them. */
const ORDINAL = /^\s*(\d{1,6})\s*$/;

function ordinalOf(value: string | undefined): Ordinal | null {
  const number = value === undefined ? null : ORDINAL.exec(value);
  return number === null ? null : { next: Number(number[1]) };
}

/** The block with the number that the source writes in front of the item; only the first block of an item has it. */
export function numbered(block: Block, { ordinal }: PageElement): Block {
  const next = ordinal?.next ?? null;
  if (ordinal === null || next === null || block.ordered !== true) return block;
  ordinal.next = null;
  return { ...block, ordinal: next };
}

function become(own: PageElementDraft, kind: BlockKind, level: number | null, ordered: boolean | null): PageElement {
  own.kind = kind;
  own.level = level;
  own.ordered = ordered;
  return own;
}

/** A list in a list belongs to the outermost one. */
function openList(own: PageElementDraft, { name, attributes, parent, nextGroup }: Opening): PageElement {
  own.ordinal = ordinalOf(attributes?.start);
  if (parent.listDepth === 0) own.group = nextGroup();
  own.listDepth = parent.listDepth + 1;
  own.ordered = name === 'ol';
  return own;
}

function openTablePart(
  own: PageElementDraft,
  { name, attributes, parent, firstBlock, nextGroup }: Opening,
): PageElement {
  const { table } = parent;
  if (name === 'table') {
    if (table !== null) table.nested = true;
    const presentational = attributes?.role === 'presentation' || attributes?.role === 'none';
    own.table = { group: nextGroup(), presentational, cells: [], rows: 0, headerCells: 0, nested: false };
    return own;
  }
  if (table === null) return own;
  if (name === 'tr') table.rows++;
  else {
    if (name === 'th') table.headerCells++;
    table.cells.push({ row: table.rows, rowElement: parent.element, start: firstBlock, end: firstBlock });
  }
  return own;
}
