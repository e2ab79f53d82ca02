import type { Block, LabelledBlock, LabelledDocument, Removal } from '../../document.ts';
import { findCards } from './cards.ts';
import { INDEX_TEASER_RULE, isIndexPage } from './index-page.ts';

const TEASER: Removal = { class: 'teaser', rule: INDEX_TEASER_RULE, confidence: 0.8 };
/** Words of a headline; names of things are shorter. */
const HEADLINE_WORDS = { min: 4, max: 30 };
/** Share of the entries that are teasers, from which the page is a front rather than a catalogue. */
const FRONT_SHARE = 0.6;
/** Words that the page must say itself; else the list is all that there is, and stays. */
const MIN_OWN_WORDS = 8;

const PRICE = /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF)\b)\s?\d|\d\s?(?:[$€£¥₹]|kr\b|zł|USD|EUR|GBP|CHF)/;
/** A date or an age, as lists of stories give it. */
export const STORY_DATE =
  /\b(?:19|20)\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}:\d{2}\b|\b\d{1,3}\s?(?:min|h|hours?|days?|weeks?)\b/i;

/**
 * Labels the teasers of a front: entries with a headline that links to another story, and its date. They become
 * `related`; a catalogue, whose entries are what the page is for, stays as it is.
 */
export function labelIndexTeasers(labelled: LabelledDocument, url: string | null): LabelledDocument {
  const { elements } = labelled.document;
  if (elements === null || !isIndexPage(labelled, url)) return labelled;
  const { cardOf } = findCards(labelled.blocks, elements);
  const held = new Map<number, Block[]>();
  let own = 0;
  for (const { block, removal } of labelled.blocks) {
    const card = cardOf[block.element] ?? 0;
    if (block.text === '') continue;
    if (card === 0) own += removal !== null || block.kind === 'heading' ? 0 : block.words;
    else held.set(card, [...(held.get(card) ?? []), block]);
  }
  const shown = new Set(
    labelled.blocks.flatMap(({ block, removal }) => (removal === null ? (cardOf[block.element] ?? 0) : [])),
  );
  const kept = [...held].filter(([card]) => shown.has(card));
  const teasers = new Set(kept.filter(([, blocks]) => isTeaser(blocks)).map(([card]) => card));
  if (teasers.size < kept.length * FRONT_SHARE || own < MIN_OWN_WORDS) return labelled;
  const blocks = labelled.blocks.map((entry): LabelledBlock => {
    const isTeaserBlock = entry.removal === null && teasers.has(cardOf[entry.block.element] ?? 0);
    return isTeaserBlock ? { block: entry.block, removal: TEASER, type: null } : entry;
  });
  return { ...labelled, blocks };
}

function isTeaser(blocks: readonly Block[]): boolean {
  if (blocks.some(({ text }) => PRICE.test(text))) return false;
  const headline = blocks.find(
    ({ words, linkDensity, links }) =>
      words >= HEADLINE_WORDS.min && words <= HEADLINE_WORDS.max && linkDensity > 0.5 && links.length > 0,
  );
  if (headline === undefined) return false;
  return blocks.some((block) => block !== headline && STORY_DATE.test(block.text));
}
