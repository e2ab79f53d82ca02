import type { Block, ElementTable } from '../../document.ts';
import type { Page } from './page-shape.ts';

/** Longest caption, words; longer text in an element named so is the story of a gallery. */
const MAX_CAPTION_WORDS = 120;
/** Levels above a block on which a caption's name is looked for. */
const LEVELS = 3;

/** Whether a block is the caption of a picture: by its tag, in a figure, or by the names around it where a picture stands near. */
export function isCaption(page: Page, block: Block): boolean {
  if (block.kind === 'caption') return true;
  if (block.kind !== 'paragraph' || block.words > MAX_CAPTION_WORDS) return false;
  for (
    let at = block.element, up = 0;
    at > 0 && at !== page.core && up < LEVELS;
    at = page.elements.parent[at] ?? 0, up++
  ) {
    if (page.elements.tag[at] === 'figure') return true;
    if (page.names[at]?.caption === true && isPictured(page, at)) return true;
  }
  return false;
}

/** Whether a picture stands in the element or beside it: style sheets call small print of any kind a caption. */
function isPictured({ pictured, elements }: Page, at: number): boolean {
  return pictured[at] === 1 || pictured[elements.parent[at] ?? 0] === 1;
}

/** By element: 1 when a picture lies in it. */
export function findPictured(blocks: readonly Block[], elements: ElementTable): Uint8Array {
  const pictured = new Uint8Array(elements.tag.length);
  for (const { kind, element } of blocks)
    if (kind === 'image')
      for (let at = element; at > 0 && pictured[at] === 0; at = elements.parent[at] ?? 0) pictured[at] = 1;
  return pictured;
}
