import type { Block, Removal } from '../../document.ts';
import type { Page } from './page-shape.ts';
import { signatureOf } from './signatures.ts';

/** Most blocks that may stand between the headline and a dek or lead outside the core. */
const MAX_HEAD_BLOCKS = 25;
/** Words of a dek or lead. Shorter lines are labels, longer ones stories of their own. */
const DEK_WORDS = { min: 8, max: 150 };

const HEADLINE: Removal = { class: 'headline', rule: 'html-headline', confidence: 0.95 };

/** Labels what lies outside the core container, but for prose of the outer core and the dek under the headline. */
export function labelOutside(page: Page, removals: (Removal | null)[]): void {
  const { blocks, inside, around, prose, headline } = page;
  const first = blocks.findIndex((block, at) => inside[block.element] === 1 && prose[at] && removals[at] === null);
  const shapes = proseSignatures(page, removals);
  let lastKept = -1;
  blocks.forEach((block, at) => {
    // The summary under the headline is the teaser text of the story itself.
    if (removals[at]?.class === 'teaser' && isHead(at) && isDek(block)) removals[at] = null;
    if (removals[at] !== null) return;
    if (block.kind === 'separator') removals[at] = { class: 'separator', rule: 'html-separator', confidence: 1 };
    else if (inside[block.element] !== 1 && !belongs(block, at))
      removals[at] = at === headline ? HEADLINE : outside(block);
    else lastKept = at;
  });

  function isHead(at: number): boolean {
    return at < first && headline >= 0 && at > headline && at - headline <= MAX_HEAD_BLOCKS;
  }

  function belongs(block: Block, at: number): boolean {
    if (isHead(at) && isDek(block)) return true;
    if (around[block.element] !== 1) return false;
    if (prose[at]) return at < first || shapes.has(signatureOf(page.elements, block.element));
    return block.kind === 'heading' && at > first && lastKept >= 0;
  }
}

/** Signatures of the containers in which the prose of the core stands. */
function proseSignatures(page: Page, removals: readonly (Removal | null)[]): ReadonlySet<string> {
  const found = new Set<string>();
  page.blocks.forEach((block, at) => {
    if (page.inside[block.element] === 1 && page.prose[at] && removals[at] === null)
      found.add(signatureOf(page.elements, block.element));
  });
  return found;
}

function isDek(block: Block): boolean {
  if (block.words < DEK_WORDS.min || block.words > DEK_WORDS.max || block.linkDensity > 0.2) return false;
  return block.kind === 'paragraph' || block.kind === 'heading';
}

function outside(block: Block): Removal {
  const linked = block.linkDensity > 0.5;
  return { class: linked ? 'navigation' : 'other', rule: 'html-outside-core', confidence: linked ? 0.9 : 0.7 };
}
