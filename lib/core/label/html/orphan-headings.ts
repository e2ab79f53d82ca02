import type { Removal } from '../../document.ts';
import type { Page } from './page-shape.ts';

/** What these rules remove does not say that the heading above it is no crosshead of the story. */
const UNSURE_RULES = new Set(['html-outside-core', 'html-hidden', 'html-ad', 'html-separator']);

/** A heading with nothing kept between it and the next heading of its rank goes with what follows it. */
export function labelOrphanHeadings(page: Page, removals: (Removal | null)[]): void {
  const { blocks } = page;
  let following: Removal | null = null;
  let keptLevel = 0;
  for (let at = blocks.length - 1; at >= 0; at--) {
    const block = blocks[at];
    if (block === undefined || block.text === '') continue;
    const removal = removals[at] ?? null;
    if (block.kind !== 'heading') {
      if (removal === null) keptLevel = 7;
      else following = removal;
      continue;
    }
    const level = block.level ?? 6;
    if (removal !== null) {
      following = removal;
      continue;
    }
    // Kept text, or a kept heading of lower rank, stands in this section.
    if (keptLevel > level) {
      keptLevel = level;
      following = null;
      continue;
    }
    if (following === null || UNSURE_RULES.has(following.rule)) continue;
    removals[at] = {
      class: following.class,
      rule: 'html-orphan-heading',
      confidence: Math.min(0.7, following.confidence),
    };
  }
}
