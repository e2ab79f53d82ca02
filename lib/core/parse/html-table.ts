import type { Block } from '../document.ts';
import { countWords } from './words.ts';

/** A table while it is read: where its cells begin in the list of blocks. */
export interface TableDraft {
  readonly group: number;
  readonly presentational: boolean;
  readonly cells: { readonly row: number; readonly rowElement: number; readonly start: number; end: number }[];
  rows: number;
  headerCells: number;
  nested: boolean;
}

/** Longest cell, words, of a table that holds data; prose that is laid out in columns is longer. */
const MAX_CELL_WORDS = 60;
/** Mean cells a row; between one and two a table has stray cells rather than columns. */
const MIN_COLUMNS = 1.5;
/** Mean words of the cells that hold something. */
const MAX_MEAN_CELL_WORDS = 20;

/** Closes a table: one `table-row` block a row when it holds data, the blocks of its cells as they are when it only lays out. */
export function closeTable(table: TableDraft, blocks: Block[]): void {
  // Before the cells are read: every level of nested tables would read all that is inside it again.
  if (table.nested || table.presentational || table.rows < 2) return;
  const start = table.cells[0]?.start ?? blocks.length;
  const texts = table.cells.map((cell) => cellText(blocks, cell));
  if (!holdsData(table, texts)) return;
  const inside = blocks.splice(start);
  const rows = new Map<number, number[]>();
  table.cells.forEach(({ row }, index) => {
    const known = rows.get(row);
    if (known === undefined) rows.set(row, [index]);
    else known.push(index);
  });
  for (const indexes of rows.values()) {
    const cells = indexes.map((index) => texts[index] ?? '');
    const own = indexes.flatMap((index) => {
      const cell = table.cells[index];
      return cell === undefined ? [] : inside.slice(cell.start - start, cell.end - start);
    });
    if (cells.some((text) => text !== ''))
      blocks.push(rowBlock(cells, own, table, table.cells[indexes[0] ?? 0]?.rowElement ?? 0));
    blocks.push(...own.filter((block) => block.kind === 'image' || block.popUp === true));
  }
}

function cellText(blocks: readonly Block[], cell: { readonly start: number; readonly end: number }): string {
  const texts: string[] = [];
  for (let at = cell.start; at < cell.end; at++) {
    const block = blocks[at];
    if (block !== undefined && block.text !== '' && block.popUp !== true) texts.push(block.text);
  }
  return texts.join(' ').replaceAll('\n', ' ');
}

function holdsData(table: TableDraft, texts: readonly string[]): boolean {
  const columns = table.cells.length / Math.max(table.rows, 1);
  if (columns < MIN_COLUMNS) return false;
  const words = texts.map(countWords).filter((count) => count > 0);
  if (words.length < 3) return false;
  const sum = words.reduce((total, count) => total + count, 0);
  const slack = table.headerCells > 0 ? 2 : 1;
  return (
    Math.max(...words.slice(0, 2000)) <= MAX_CELL_WORDS * slack && sum / words.length <= MAX_MEAN_CELL_WORDS * slack
  );
}

function rowBlock(cells: readonly string[], own: readonly Block[], table: TableDraft, element: number): Block {
  const text = cells.filter((cell) => cell !== '').join(' | ');
  const letters = own.reduce((sum, block) => sum + block.text.length, 0);
  const linked = own.reduce((sum, block) => sum + block.text.length * block.linkDensity, 0);
  return {
    kind: 'table-row',
    text,
    level: null,
    ordered: null,
    ordinal: undefined,
    cells,
    words: countWords(text),
    linkDensity: letters === 0 ? 0 : linked / letters,
    links: own.flatMap((block) => block.links),
    image: null,
    range: null,
    element,
    continues: false,
    group: table.group,
  };
}
