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
};

/** A block of which nothing is known yet. */
export const EMPTY_BLOCK: Block = {
  kind: 'paragraph',
  text: '',
  level: null,
  ordered: null,
  cells: null,
  words: 0,
  linkDensity: 0,
  links: [],
  image: null,
  range: null,
  element: -1,
  continues: false,
  group: -1,
};

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

/** The open element of a start tag: what its tag says, and the rest from its parent. */
export function inherit(opening: Opening): PageElement {
  const { name, attributes, parent, element } = opening;
  const base: PageElement = { ...parent, name, element };
  const level = headingLevel(name);
  if (level > 0) return { ...base, kind: 'heading', level, ordered: null };
  switch (name) {
    case 'ul':
    case 'ol':
    case 'menu':
      return openList(base, opening);
    case 'li':
      return { ...base, kind: 'list-item', level: Math.max(1, parent.listDepth), ordered: parent.ordered ?? false };
    case 'blockquote':
      return { ...base, kind: 'quote', level: null, ordered: null };
    case 'pre':
      return { ...base, kind: 'code', level: null, ordered: null, verbatim: true };
    case 'figcaption':
    case 'caption':
      return { ...base, kind: 'caption', level: null, ordered: null };
    case 'figure':
      return { ...base, figure: new Figure() };
    case 'table':
    case 'tr':
    case 'td':
    case 'th':
      return openTablePart(base, opening);
    default:
      return parent.figure !== null && isCreditElement(attributes) ? { ...base, credit: true } : base;
  }
}

/** A list in a list belongs to the outermost one. */
function openList(base: PageElement, { name, parent, nextGroup }: Opening): PageElement {
  const group = parent.listDepth > 0 ? parent.group : nextGroup();
  return { ...base, listDepth: parent.listDepth + 1, ordered: name === 'ol', group };
}

function openTablePart(base: PageElement, { name, attributes, parent, firstBlock, nextGroup }: Opening): PageElement {
  const { table } = parent;
  if (name === 'table') {
    if (table !== null) table.nested = true;
    const presentational = attributes?.role === 'presentation' || attributes?.role === 'none';
    return {
      ...base,
      table: { group: nextGroup(), presentational, cells: [], rows: 0, headerCells: 0, nested: false },
    };
  }
  if (table === null) return base;
  if (name === 'tr') table.rows++;
  else {
    if (name === 'th') table.headerCells++;
    table.cells.push({ row: table.rows, rowElement: parent.element, start: firstBlock, end: firstBlock });
  }
  return base;
}
