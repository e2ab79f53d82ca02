import type { Block } from '../document.ts';
import type { Page } from './page.ts';
import { parseUrl } from './site.ts';
import { SEPARATOR } from './title-cut.ts';
import { cleanString, lettersOf, MAX_TITLE_CHARS } from './values.ts';

/** Words of a lower heading that may be the headline, and blocks within which it follows the name of the site. */
const MIN_WORDS = 3;
const MAX_DISTANCE = 20;

/**
 * Headings of level 1 that name the site: a link to its start page (of 73 such on the evaluation pages one was the title,
 * that of a start page), or one part of `<title>` of which the other is a lower heading a few blocks below.
 *
 * @returns Letters of each.
 */
export function siteHeadings(page: Page): ReadonlySet<string> {
  const names = new Set<string>();
  const pairs = titlePairs(page);
  for (const [index, { block }] of page.blocks.entries()) {
    if (block.kind !== 'heading' || block.level !== 1) continue;
    const letters = lettersOf(block.text);
    const partner = pairs.get(letters);
    if (isStartLink(page, block) || (partner !== undefined && leadsTo(page, index, partner))) names.add(letters);
  }
  return names;
}

function isStartLink(page: Page, block: Block): boolean {
  const url = block.linkDensity < 0.8 ? null : parseUrl(block.links[0]?.url, page.info.url);
  return url !== null && url.search === '' && /^\/(?:(?:index|home|default)\.\w{2,5})?$/.test(url.pathname);
}

/** The letters before and after each separator of `<title>`, each keyed by the other. */
function titlePairs(page: Page): ReadonlyMap<string, string> {
  const title = cleanString(page.labelled.document.head.title, MAX_TITLE_CHARS) ?? '';
  const pairs = new Map<string, string>();
  for (const cut of title.matchAll(SEPARATOR)) {
    if (cut[0].trim() === ':') continue;
    const [before, after] = [title.slice(0, cut.index), title.slice(cut.index + cut[0].length)].map(lettersOf);
    if (!before || !after) continue;
    pairs.set(before, after).set(after, before);
  }
  return pairs;
}

function leadsTo(page: Page, heading: number, letters: string): boolean {
  return page.blocks
    .slice(heading + 1, heading + 1 + MAX_DISTANCE)
    .some(({ block }) => block.kind === 'heading' && block.words >= MIN_WORDS && lettersOf(block.text) === letters);
}
