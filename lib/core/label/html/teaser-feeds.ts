import type { Removal } from '../../document.ts';
import type { Page } from './page-shape.ts';

/** Siblings of one shape from which cards are a feed. */
const MIN_CARDS = 3;
/** Words of a card; a longer one has a story of its own. */
const MAX_CARD_WORDS = 70;
/** Share of a card's words in links, on average over the feed. */
const MIN_LINKED_SHARE = 0.25;

/** Words of a feed over the prose of the core: where cards outweigh it they are what the page is for. */
const MAX_FEED_SHARE = 0.5;

interface Cards {
  readonly elements: number[];
  words: number;
  linked: number;
  tooLong: boolean;
}

/** Labels cards of other stories, inside the core and around it: siblings of one shape, each with a link, short, and much of it linked. */
export function labelTeaserFeeds(page: Page, removals: (Removal | null)[]): void {
  const { elements, blocks, mass } = page;
  const groups = new Map<string, Cards>();
  for (let at = 1; at < elements.tag.length; at++) {
    if (!isCardTag(elements.tag[at] ?? '') || (mass.blocks[at] ?? 0) === 0) continue;
    const key = `${elements.parent[at]} ${elements.tag[at]} ${elements.attributes[at]?.class ?? ''}`;
    let cards = groups.get(key);
    if (cards === undefined) {
      cards = { elements: [], words: 0, linked: 0, tooLong: false };
      groups.set(key, cards);
    }
    cards.elements.push(at);
    cards.words += mass.words[at] ?? 0;
    cards.linked += mass.linked[at] ?? 0;
    cards.tooLong ||= (mass.words[at] ?? 0) > MAX_CARD_WORDS || (mass.linked[at] ?? 0) < 2;
  }
  const cards = new Uint8Array(elements.tag.length);
  const limit = (mass.prose[page.core] ?? 0) * MAX_FEED_SHARE;
  for (const group of groups.values()) {
    if (
      group.words > limit ||
      group.elements.length < MIN_CARDS ||
      group.tooLong ||
      group.linked / group.words < MIN_LINKED_SHARE
    )
      continue;
    for (const at of group.elements) cards[at] = 1;
  }
  for (let at = 1; at < cards.length; at++) if (cards[elements.parent[at] ?? 0] === 1) cards[at] = 1;
  blocks.forEach((block, at) => {
    if (removals[at] === null && cards[block.element] === 1)
      removals[at] = { class: 'teaser', rule: 'html-teaser-feed', confidence: 0.8 };
  });
}

/** Paragraphs, cells and items of a plain list are the story's own. */
function isCardTag(tag: string): boolean {
  return tag === 'div' || tag === 'article' || tag === 'section' || tag === 'a';
}
