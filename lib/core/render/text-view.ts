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

/** Depth of each list item counted from the shallowest item of its list, from 1. */
export function listDepths(items: readonly Block[]): readonly number[] {
  const levels = items.map((item) => item.level ?? 1);
  const least = Math.min(...levels);
  return levels.map((level) => level - least + 1);
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

/** Text of one group: list items as `- item` or `1. item` lines, two spaces a level; table cells joined by TAB. */
export function groupText(group: BlockGroup): string {
  switch (group.kind) {
    case 'list-item': {
      const depths = listDepths(group.blocks);
      const ordinals = listOrdinals(group.blocks, depths);
      return group.blocks
        .map((item, index) => {
          const ordinal = ordinals[index];
          return `${'  '.repeat((depths[index] ?? 1) - 1)}${ordinal == null ? '-' : `${ordinal}.`} ${item.text}`;
        })
        .join('\n');
    }
    case 'table-row':
      return group.blocks.map((row) => (row.cells ?? [row.text]).join('\t')).join('\n');
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
