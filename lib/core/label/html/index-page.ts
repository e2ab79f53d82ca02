import type { LabelledDocument } from '../../document.ts';
import { readPageFacts } from '../model/page-facts.ts';
import { type Cards, findCards } from './cards.ts';
import { isProse } from './prose.ts';

/** Rule id of what an index page says of stories that are not its own. */
export const INDEX_TEASER_RULE = 'index-teaser';

/** Share of the words of the text that stand in entries, from which the page is a list; for one that calls itself an article. */
const LIST_SHARE = 0.5;
const SURE_LIST_SHARE = 0.75;
/** Share of all words of the page that stand in entries, from which a page is a list that calls itself one. */
const DECLARED_LIST_SHARE = 0.25;
/** Words of prose outside entries from which a page has a text of its own, and entries beside it do not make it a list. */
const OWN_PROSE_WORDS = 60;

/** Paths of sections, categories, collections, searches and later pages of a list: a hint, never enough. */
const LIST_PATH =
  /\/(?:categor(?:y|ies)|collections?|tags?|topics?|subjects?|sections?|search|browse|shop|lists?|archives?|cat|listings?|directory|latest|all|sub-?categories)(?:[/?#-]|$)|\/page\/\d+|[?&](?:q|s|page|category|cat|search)=/i;

/**
 * Whether a page is a list of entries rather than a text: a front, a section, a search, a catalogue. What makes it one is that
 * its text stands in entries of one shape, each with a link of its own; what it calls itself only moves the border.
 */
export function isIndexPage(labelled: LabelledDocument, url: string | null): boolean {
  const { elements } = labelled.document;
  if (elements === null) return false;
  const facts = readPageFacts(labelled.document);
  if (facts.forum + facts.product > 0) return false;
  const saysList = facts.listing > 0 || ogType(labelled) === 'product.group' || hasListPath(labelled, url);
  const saysArticle = facts.ogArticle + facts.article + facts.published > 0;
  // Most pages say that they are articles: no entries are looked for there.
  if (saysArticle && !saysList) return false;
  const share = measureShare(labelled, findCards(labelled.blocks, elements));
  if (share.cards === 0) return false;
  if (saysArticle) return share.kept >= SURE_LIST_SHARE;
  if (saysList) return share.kept >= LIST_SHARE || share.all >= DECLARED_LIST_SHARE;
  return share.kept >= (share.ownProse >= OWN_PROSE_WORDS ? SURE_LIST_SHARE : LIST_SHARE);
}

function ogType({ document }: LabelledDocument): string {
  return document.head.metas.find(({ name }) => name === 'og:type')?.content.toLowerCase() ?? '';
}

function hasListPath({ document }: LabelledDocument, url: string | null): boolean {
  const { canonicalUrl } = document.head;
  const address = (url ?? canonicalUrl ?? '').slice(0, 2000);
  const path = address.replace(/^[a-z]+:\/\/[^/?#]*/i, '');
  return LIST_PATH.test(path) || (address !== path && (path === '' || path === '/'));
}

/** Shares 0..1 of words that stand in entries: of the text, teasers of an index counted with it, and of the page; and prose. */
function measureShare(
  { blocks }: LabelledDocument,
  { elements, cardOf }: Cards,
): { readonly cards: number; readonly kept: number; readonly all: number; readonly ownProse: number } {
  let [kept, keptInCards, all, allInCards, ownProse] = [0, 0, 0, 0, 0];
  for (const { block, removal } of blocks) {
    const own = (cardOf[block.element] ?? 0) > 0 ? block.words : 0;
    all += block.words;
    allInCards += own;
    if (removal !== null && removal.rule !== INDEX_TEASER_RULE) continue;
    kept += block.words;
    keptInCards += own;
    if (own === 0 && isProse(block)) ownProse += block.words;
  }
  const share = { kept: keptInCards / Math.max(1, kept), all: allInCards / Math.max(1, all) };
  return { cards: elements.length, ...share, ownProse };
}
