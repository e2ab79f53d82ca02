import { isHidden } from '../html/hidden.ts';
import type { PageElements } from './page-elements.ts';

/** Bit of each tag that an element passes on to what it holds; the order is that of the `kind` features. */
const BITS: ReadonlyMap<string, number> = new Map(
  [
    ['nav', 'menu'],
    ['header'],
    ['footer'],
    ['aside'],
    ['form', 'fieldset', 'label'],
    ['article'],
    ['main'],
    ['section'],
    ['figure', 'figcaption', 'picture'],
    ['table'],
    ['a'],
    ['p'],
    [],
    ['b', 'strong'],
    ['small', 'em', 'i'],
    ['details', 'dialog', 'summary'],
  ].flatMap((tags, bit) => tags.map((tag): [string, number] => [tag, 1 << bit])),
);
const HIDDEN = 1 << 12;

/** By element: the flags of it and everything above it. */
export function flagElements({ table, size, parent, blocks }: PageElements): Int32Array {
  const flags = new Int32Array(size);
  for (let at = 1; at < size; at++) {
    // No block lies inside: nothing will ask.
    if (blocks[at] === 0) continue;
    const attributes = table.attributes[at] ?? null;
    const own = (BITS.get(table.tag[at] ?? '') ?? 0) | (attributes !== null && isHidden(attributes) ? HIDDEN : 0);
    flags[at] = (flags[parent[at] ?? 0] ?? 0) | own;
  }
  return flags;
}
