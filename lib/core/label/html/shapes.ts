import type { Block, Removal } from '../../document.ts';
import { isCaption } from './caption.ts';
import { findLabelledLinks } from './link-labels.ts';
import type { Page } from './page-shape.ts';
import { endsLikeSentence } from './prose.ts';
import { HEADLINE_SIMILARITY, titleSimilarity } from './title-match.ts';

/** A line of no more words, without an end mark, between the headline and the first paragraph belongs to the head of the story. */
const MAX_HEAD_LINE_WORDS = 10;

/** Words of the label above a headline, and blocks from it to the headline: a picture and a date may stand between. */
const MAX_KICKER_WORDS = 4;
const MAX_KICKER_DISTANCE = 3;

/** Words in lines of links over words of prose. */
const MAX_LINKED_SHARE = 0.25;

const LINK_LINE: Removal = { class: 'related', rule: 'html-link-line', confidence: 0.75 };

/** Labels what the shape of blocks says: headline, head lines, link lines, tail. Fills only blocks that are still unlabelled. */
export function labelShapes(page: Page, removals: (Removal | null)[]): void {
  const { blocks, prose } = page;
  const linkLines = isIndex(page, removals) ? null : linkLine;
  const labelled = findLabelledLinks(blocks);
  const kept = (at: number): boolean => removals[at] === null;
  const firstProse = blocks.findIndex((_, at) => kept(at) && prose[at] && page.inside[blocks[at]?.element ?? 0] === 1);
  const lastProse = blocks.findLastIndex((_, at) => kept(at) && prose[at]);
  blocks.forEach((block, at) => {
    if (!kept(at) || block.text === '') return;
    if (isCaption(page, block)) return;
    const removal =
      headline(page, block, at, firstProse) ??
      kicker(page, block, at) ??
      headLine(page, block, at, firstProse) ??
      linkLines?.(block) ??
      (labelled.has(at) ? LINK_LINE : null) ??
      tail(block, at, lastProse);
    if (removal !== null) removals[at] = removal;
  });
}

function headline(page: Page, block: Block, at: number, firstProse: number): Removal | null {
  if (block.words > 40 || (at > firstProse && block.level !== 1)) return null;
  if (titleSimilarity(block.text, page.titles) < HEADLINE_SIMILARITY) return null;
  return { class: 'headline', rule: 'html-headline', confidence: 0.95 };
}

/** The label that stands above the headline. */
function kicker(page: Page, block: Block, at: number): Removal | null {
  if (at >= page.headline || at < page.headline - MAX_KICKER_DISTANCE || block.kind !== 'paragraph') return null;
  if (block.words > MAX_KICKER_WORDS || endsLikeSentence(block.text)) return null;
  return { class: 'headline', rule: 'html-kicker', confidence: 0.7 };
}

function headLine(page: Page, block: Block, at: number, firstProse: number): Removal | null {
  if (at >= firstProse || block.words > MAX_HEAD_LINE_WORDS || block.kind !== 'paragraph') return null;
  if (at <= page.headline || endsLikeSentence(block.text)) return null;
  return { class: 'byline', rule: 'html-head-line', confidence: 0.6 };
}

function linkLine(block: Block): Removal | null {
  return block.linkDensity < 0.75 || block.kind === 'table-row' ? null : LINK_LINE;
}

function tail(block: Block, at: number, lastProse: number): Removal | null {
  if (at <= lastProse || lastProse < 0) return null;
  if (block.kind === 'paragraph' && block.words < 10 && block.linkDensity > 0.3)
    return { class: 'other', rule: 'html-tail', confidence: 0.6 };
  return null;
}

/** Whether lines of links outweigh the prose of the core: then they are what the page is for. */
function isIndex(page: Page, removals: readonly (Removal | null)[]): boolean {
  let linked = 0;
  let prose = 0;
  page.blocks.forEach((block, at) => {
    if (removals[at] !== null) return;
    if (linkLine(block) !== null) linked += block.words;
    if (page.prose[at]) prose += block.words;
  });
  return linked > prose * MAX_LINKED_SHARE;
}
