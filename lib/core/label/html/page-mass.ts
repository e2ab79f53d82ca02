import type { Block, ElementTable } from '../../document.ts';
import { INLINE_TAGS } from '../../parse/html-tags.ts';

/** Words of each element with everything inside it, by index of the element table. */
export interface PageMass {
  readonly words: Float64Array;
  /** Words of blocks that read as running text. */
  readonly prose: Float64Array;
  /** Words in links, from the link density of each block. */
  readonly linked: Float64Array;
  readonly blocks: Int32Array;
}

/**
 * Sums the blocks up the tree in one pass; `counts` leaves blocks out of the sum.
 *
 * @param isProse By block, asked once for all sums of a page.
 */
export function massOf(
  blocks: readonly Block[],
  elements: ElementTable,
  isProse: readonly boolean[],
  counts: (block: Block) => boolean,
): PageMass {
  const size = elements.tag.length;
  const words = new Float64Array(size);
  const prose = new Float64Array(size);
  const linked = new Float64Array(size);
  const counted = new Int32Array(size);
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || block.text === '' || !counts(block)) continue;
    const at = block.element;
    words[at] = (words[at] ?? 0) + block.words;
    counted[at] = (counted[at] ?? 0) + 1;
    linked[at] = (linked[at] ?? 0) + block.words * block.linkDensity;
    if (isProse[index] === true) prose[at] = (prose[at] ?? 0) + block.words;
  }
  // A parent stands before its children, so one pass from the end carries every sum to the root.
  for (let at = size - 1; at > 0; at--) {
    if (counted[at] === 0) continue;
    const parent = elements.parent[at] ?? 0;
    words[parent] = (words[parent] ?? 0) + (words[at] ?? 0);
    prose[parent] = (prose[parent] ?? 0) + (prose[at] ?? 0);
    linked[parent] = (linked[parent] ?? 0) + (linked[at] ?? 0);
    counted[parent] = (counted[parent] ?? 0) + (counted[at] ?? 0);
  }
  return { words, prose, linked, blocks: counted };
}

/** By element: 1 when a block of any kind, pictures too, lies in it; nothing is asked of all others. */
export function holdBlocks(blocks: readonly Block[], elements: ElementTable): Uint8Array {
  const holds = new Uint8Array(elements.tag.length);
  for (const { element } of blocks) if (element >= 0) holds[element] = 1;
  for (let at = holds.length - 1; at > 0; at--) if (holds[at] === 1) holds[elements.parent[at] ?? 0] = 1;
  return holds;
}

/**
 * The core container: from the root into the child that holds at least `share` (0..1) of the page's prose, as far as one does.
 * 0, the root, for a page without prose.
 */
export function coreContainer({ prose, blocks }: PageMass, elements: ElementTable, share: number): number {
  const needed = (prose[0] ?? 0) * share;
  if (needed <= 0) return 0;
  let core = 0;
  // Children stand behind their parent, so the chain is found in one pass in document order.
  for (let at = 1; at < prose.length; at++) {
    // An element with one block is a paragraph, not a container; an inline one is a way of writing.
    const holds = (prose[at] ?? 0) >= needed && (blocks[at] ?? 0) > 1 && !INLINE_TAGS.has(elements.tag[at] ?? '');
    if (holds && (elements.parent[at] ?? -1) === core) core = at;
  }
  return core;
}

/** For every element whether it is `container` or inside it. */
export function within(elements: ElementTable, container: number): Uint8Array {
  const inside = new Uint8Array(elements.tag.length);
  inside[container] = 1;
  for (let at = container + 1; at < inside.length; at++) inside[at] = inside[elements.parent[at] ?? 0] ?? 0;
  if (container === 0) inside.fill(1);
  return inside;
}
