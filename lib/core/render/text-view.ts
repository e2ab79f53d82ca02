import type { Block } from '../document.ts';

/** Blocks that the record shows as one piece: the items of a list, the rows of a table, or a single block. */
export interface BlockGroup {
  readonly kind: Block['kind'];
  readonly blocks: readonly Block[];
}

/** Puts consecutive list items and table rows of one `group` together; the order stays. */
export function groupBlocks(blocks: readonly Block[]): readonly BlockGroup[] {
  const groups: { kind: Block['kind']; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const joins =
      last !== undefined &&
      last.kind === block.kind &&
      (block.kind === 'list-item' || block.kind === 'table-row') &&
      last.blocks[0]?.group === block.group;
    if (joins) last.blocks.push(block);
    else groups.push({ kind: block.kind, blocks: [block] });
  }
  return groups;
}

/** Depth of each list item, from 1, counted so that no depth is left out: the text view is read again by its indents. */
export function listDepths(items: readonly Block[]): readonly number[] {
  const open: number[] = [];
  return items.map((item) => {
    const level = item.level ?? 1;
    while (level < (open.at(-1) ?? 0)) open.pop();
    if (level > (open.at(-1) ?? 0)) open.push(level);
    return open.length;
  });
}

/** Number in front of each item of a numbered list: the source's own, else counted on from the item before it. */
export function listOrdinals(items: readonly Block[], depths: readonly number[]): readonly (number | null)[] {
  const next: number[] = [];
  return items.map((item, index) => {
    const depth = depths[index] ?? 1;
    next.length = Math.min(next.length, depth + 1);
    const ordinal = item.ordinal ?? next[depth] ?? 1;
    next[depth] = ordinal + 1;
    return item.ordered ? ordinal : null;
  });
}

/** Numbers that a reader takes for the number of an item; `1986. ` begins a sentence. */
const MAX_ORDINAL = 999;

function itemText(item: Block, depth: number, ordinal: number | null): string {
  const numbered = ordinal !== null && ordinal >= 1 && ordinal <= MAX_ORDINAL;
  return `${'  '.repeat(depth - 1)}${numbered ? `${ordinal}.` : '-'} ${item.text}`;
}

/** Rows without empty rows and columns; every row has as many cells as the widest. */
function fullRows(rows: readonly Block[]): readonly (readonly string[])[] {
  const cells = rows.map((row) => row.cells ?? [row.text]);
  const filled = new Set(cells.flatMap((row) => row.flatMap((cell, column) => (cell === '' ? [] : [column]))));
  const columns = [...filled].sort((a, b) => a - b);
  return cells
    .map((row) => columns.map((column) => row[column] ?? ''))
    .filter((row) => row.some((cell) => cell !== ''));
}

/** A table in which no row has two filled cells is a column of lines. */
function tableText(rows: readonly Block[]): string {
  const full = fullRows(rows);
  const isTable = full.some((row) => row.filter((cell) => cell !== '').length > 1);
  return isTable ? full.map((row) => row.join('\t')).join('\n') : full.map((row) => row.join('')).join('\n\n');
}

const CODE_INDENT = '    ';

/**
 * Text of one group: list items as `- item` or `1. item` lines, two spaces a level; table cells joined by TAB; code
 * indented by four spaces. `parseText` reads the same blocks from it.
 */
export function groupText(group: BlockGroup): string {
  switch (group.kind) {
    case 'list-item': {
      const depths = listDepths(group.blocks);
      const ordinals = listOrdinals(group.blocks, depths);
      return group.blocks.map((item, index) => itemText(item, depths[index] ?? 1, ordinals[index] ?? null)).join('\n');
    }
    case 'table-row':
      return tableText(group.blocks);
    case 'code':
      return group.blocks.map((block) => block.text.replace(/^(?=.)/gm, CODE_INDENT)).join('\n');
    default:
      return group.blocks.map((block) => block.text).join('\n');
  }
}

/** The text view: groups joined by a blank line; blocks without text are left out. */
export function joinBlocks(blocks: readonly Block[]): string {
  return groupBlocks(blocks.filter((block) => block.text !== ''))
    .map(groupText)
    .join('\n\n');
}
