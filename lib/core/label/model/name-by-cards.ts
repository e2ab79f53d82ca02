import type { ModelPage } from './model-page.ts';
import type { RemovalName } from './removal-name.ts';

/** Rule id of what stands in one of several siblings of one shape. */
export const CARDS_RULE = 'model-cards';

/** Siblings of one tag and class from which they are cards. */
const MIN_CARDS = 3;
/** Mean words of a card; longer ones are sections. */
const MAX_CARD_WORDS = 70;
/** Mean words of a link that is the headline of a story; menus have shorter ones. */
const MIN_HEADLINE_WORDS = 4.5;
/** Share of a card's words in links from which it is a link alone. */
const LINK_ALONE = 0.9;
/** Levels above the block on which a card is looked for. */
const LEVELS = 7;

/** Sums over the siblings of one shape. */
interface Siblings {
  count: number;
  words: number;
  linked: number;
  links: number;
  blocks: number;
}

/** Answers what the shape of a row's siblings says that it is: cards, lists of stories, menus; made once a page. */
export function cardNamer({ elements, blocks }: ModelPage): (row: number) => RemovalName | null {
  const { parent, kind, core80 } = elements;
  const keyOf = (at: number): number => (parent[at] ?? 0) * 65_536 + ((kind[at] ?? 0) & 65_535);
  const sums = new Map<number, Siblings>();
  for (let at = 1; at < elements.size; at++) {
    if ((elements.siblings[at] ?? 0) < MIN_CARDS || core80.onChain[at] === 1) continue;
    const sum = sums.get(keyOf(at)) ?? { count: 0, words: 0, linked: 0, links: 0, blocks: 0 };
    sums.set(keyOf(at), sum);
    sum.count++;
    sum.words += elements.words[at] ?? 0;
    sum.linked += elements.linked[at] ?? 0;
    sum.links += elements.links[at] ?? 0;
    sum.blocks += elements.blocks[at] ?? 0;
  }
  return (row) => {
    let at = blocks[row]?.element ?? 0;
    for (let level = 0; level < LEVELS && at > 0 && core80.onChain[at] !== 1; level++, at = parent[at] ?? 0) {
      const sum = (elements.siblings[at] ?? 0) < MIN_CARDS ? undefined : sums.get(keyOf(at));
      const found = sum === undefined ? null : classOf(sum);
      if (found !== null) return { class: found, rule: CARDS_RULE };
    }
    return null;
  };
}

function classOf({ count, words, linked, links, blocks }: Siblings): 'teaser' | 'related' | 'navigation' | null {
  const mean = words / count;
  if (links < count || mean > MAX_CARD_WORDS || words === 0) return null;
  if (mean < MIN_HEADLINE_WORDS) return 'navigation';
  // Columns of a menu have a short link a block and little else.
  if (words / blocks < MIN_HEADLINE_WORDS - 1 && blocks > 3 * count) return 'navigation';
  return linked / words >= LINK_ALONE && blocks <= count ? 'related' : 'teaser';
}
