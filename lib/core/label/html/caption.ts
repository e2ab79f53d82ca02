import type { Block } from '../../document.ts';
import type { Page } from './page-shape.ts';

/** Longest caption, words; longer text in an element named so is the story of a gallery. */
const MAX_CAPTION_WORDS = 120;
/** Levels above a block on which a caption's name is looked for. */
const LEVELS = 3;

/** Whether a block is the caption of a picture: by its tag, by the names around it, or because it stands in a figure. */
export function isCaption(page: Page, block: Block): boolean {
  if (block.kind === 'caption') return true;
  if (block.kind !== 'paragraph' || block.words > MAX_CAPTION_WORDS) return false;
  for (
    let at = block.element, up = 0;
    at > 0 && at !== page.core && up < LEVELS;
    at = page.elements.parent[at] ?? 0, up++
  ) {
    if (page.elements.tag[at] === 'figure' || page.names[at]?.caption === true) return true;
  }
  return false;
}
