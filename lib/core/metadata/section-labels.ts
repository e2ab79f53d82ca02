import type { Block } from '../document.ts';
import { isAuthorUrl } from './author-marks.ts';
import type { Page } from './page.ts';
import { lettersOf } from './values.ts';

const labels = new WeakMap<Page, ReadonlySet<string>>();

/** Whether the page uses the words as the name of a section: in its menus, its tags or what its head declares. */
export function isSectionLabel(page: Page, text: string): boolean {
  let known = labels.get(page);
  if (!known) {
    known = collectLabels(page);
    labels.set(page, known);
  }
  return known.has(lettersOf(text));
}

/** Words of a line of a menu that is one label. */
const MAX_LABEL_WORDS = 5;
const MAX_LABEL_CHARS = 60;

function labelsOf({ text, words, links }: Block): readonly string[] {
  const linked = links.filter(({ url, text: label }) => label.length <= MAX_LABEL_CHARS && !isOwnPage(url, label));
  return links.length === 0 && words <= MAX_LABEL_WORDS ? [text] : linked.map(({ text: label }) => label);
}

/** An address that names the person whom the link names leads to that person's page, whatever the menu. */
function isOwnPage(url: string, label: string): boolean {
  const last = label.toLowerCase().split(/\s+/).at(-1) ?? '';
  return isAuthorUrl(url) && last.length >= 3 && url.toLowerCase().includes(last);
}

function collectLabels(page: Page): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of ['article:section', 'article:tag', 'keywords', 'news_keywords'])
    for (const content of page.metas.get(name) ?? [])
      for (const word of content.slice(0, 2000).split(',')) found.add(lettersOf(word));
  for (const { block, removal } of page.blocks)
    if ((removal?.class === 'navigation' && removal.rule !== 'html-outside-core') || removal?.class === 'tag-list')
      for (const label of labelsOf(block)) found.add(lettersOf(label));
  return found;
}
