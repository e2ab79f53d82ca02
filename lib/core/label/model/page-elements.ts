import type { Block, ElementTable } from '../../document.ts';
import { INLINE_TAGS } from '../../parse/html-tags.ts';

/** Sums over the blocks inside each element, and the chains from the root to the core containers. Indexes are those of the element table. */
export interface PageElements {
  readonly table: ElementTable;
  readonly size: number;
  readonly parent: Int32Array;
  /** Nearest element, itself included, that is not inline. */
  readonly container: Int32Array;
  readonly words: Float64Array;
  readonly prose: Float64Array;
  readonly linked: Float64Array;
  readonly blocks: Int32Array;
  readonly links: Int32Array;
  /** Number of the tag with its class, equal for equal ones; -1 where no block lies inside. */
  readonly kind: Int32Array;
  /** Same-kind children of the parent, itself included. */
  readonly siblings: Int32Array;
  readonly core50: CoreChain;
  readonly core80: CoreChain;
}

/** The way from the root into the children that hold at least a share of the prose. */
export interface CoreChain {
  readonly core: number;
  /** 1 for the core and every element above it. */
  readonly onChain: Uint8Array;
  /** By element: the first element of its path that has left the chain; -1 on the chain. */
  readonly branch: Int32Array;
}

/**
 * Measures the elements of a page; linear in elements and blocks.
 *
 * @param rows The blocks with text that stand in an element.
 * @param isProse 1 for each of them that reads as running text.
 */
export function measureElements(rows: readonly Block[], isProse: Uint8Array, table: ElementTable): PageElements {
  const size = table.tag.length;
  const parent = Int32Array.from(table.parent);
  const container = new Int32Array(size);
  const words = new Float64Array(size);
  const prose = new Float64Array(size);
  const linked = new Float64Array(size);
  const blocks = new Int32Array(size);
  const links = new Int32Array(size);
  for (let at = 0; at < size; at++) {
    const tag = table.tag[at] ?? '';
    container[at] = at > 0 && INLINE_TAGS.has(tag) ? (container[parent[at] ?? 0] ?? 0) : at;
    if (tag === 'a') links[at] = 1;
  }
  for (let row = 0; row < rows.length; row++) {
    const block = rows[row] as Block;
    const at = block.element;
    words[at] = (words[at] ?? 0) + block.words;
    linked[at] = (linked[at] ?? 0) + block.words * block.linkDensity;
    if (isProse[row] === 1) prose[at] = (prose[at] ?? 0) + block.words;
    blocks[at] = (blocks[at] ?? 0) + 1;
  }
  carryUp(words, parent);
  carryUp(prose, parent);
  carryUp(linked, parent);
  carryUp(blocks, parent);
  carryUp(links, parent);
  const { kind, siblings } = countSiblings(table, parent, blocks);
  return {
    table,
    size,
    parent,
    container,
    words,
    prose,
    linked,
    blocks,
    links,
    kind,
    siblings,
    core50: coreChain(prose, parent, 0.5),
    core80: coreChain(prose, parent, 0.8),
  };
}

/** A parent stands before its children, so one pass from the end carries every sum to the root. */
function carryUp(column: Float64Array | Int32Array, parent: Int32Array): void {
  for (let at = column.length - 1; at > 0; at--) {
    const value = column[at] ?? 0;
    if (value !== 0) {
      const above = parent[at] ?? 0;
      column[above] = (column[above] ?? 0) + value;
    }
  }
}

function countSiblings(
  table: ElementTable,
  parent: Int32Array,
  blocks: Int32Array,
): { readonly kind: Int32Array; readonly siblings: Int32Array } {
  const size = parent.length;
  const kind = new Int32Array(size).fill(-1);
  const siblings = new Int32Array(size);
  const tags = new Numbers<string>();
  const classes = new Numbers<string>();
  const kinds = new Numbers<number>();
  const counts = new Map<number, number>();
  for (let at = 0; at < size; at++) {
    if (blocks[at] === 0) continue;
    const tag = tags.of(table.tag[at] ?? '');
    kind[at] = kinds.of(tag * 65_536 + classes.of(table.attributes[at]?.class ?? ''));
  }
  // As dense as can be: a key beyond 31 bits is an object of its own.
  const keyOf = (at: number): number => (parent[at] ?? 0) * kinds.size + (kind[at] ?? 0);
  for (let at = 0; at < size; at++) {
    if (blocks[at] === 0) continue;
    const key = keyOf(at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (let at = 0; at < size; at++) if (blocks[at] !== 0) siblings[at] = counts.get(keyOf(at)) ?? 0;
  return { kind, siblings };
}

/** Numbers things from 0 in the order in which they are first asked for. */
class Numbers<T> {
  private readonly known = new Map<T, number>();

  get size(): number {
    return this.known.size;
  }

  of(thing: T): number {
    let number = this.known.get(thing);
    if (number === undefined) {
      number = this.known.size;
      this.known.set(thing, number);
    }
    return number;
  }
}

function coreChain(prose: Float64Array, parent: Int32Array, share: number): CoreChain {
  const size = prose.length;
  const needed = (prose[0] ?? 0) * share;
  const onChain = new Uint8Array(size);
  const branch = new Int32Array(size).fill(-1);
  onChain[0] = 1;
  let core = 0;
  if (needed > 0) {
    for (let at = 1; at < size; at++) {
      if ((prose[at] ?? 0) >= needed && parent[at] === core) {
        core = at;
        onChain[at] = 1;
      }
    }
  }
  for (let at = 1; at < size; at++) {
    if (onChain[at] === 1) continue;
    const above = parent[at] ?? 0;
    branch[at] = onChain[above] === 1 ? at : (branch[above] ?? -1);
  }
  return { core, onChain, branch };
}
