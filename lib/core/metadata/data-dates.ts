import { type DateKeys, type FoundDate, found } from './date-line.ts';
import { firstOf, isArticleNode, typesOf } from './json-ld.ts';
import { blockOf, isForeign } from './page.ts';
import type { DatePage } from './published.ts';

/** Names of metas that say by their words that they hold the date of publication. */
const PUBLISHED_NAME =
  /(?:^|[^a-z])(?:publish(?:ed)?|publication|pub)[-_.: ]?(?:date|time|on|at)(?:$|[^a-z])|(?:^|[^a-z])date[-_.: ]?published/;
const OTHER_NAME = /modif|updat|expir|unpublish|revis/;

/** The day that linked data, metas or microdata give. */
export function fromMachine(reading: DatePage, keys: DateKeys): FoundDate | null {
  return (
    fromLinkedData(reading, keys) ??
    fromMetas(reading, keys) ??
    fromMicrodata(reading, keys) ??
    (keys.named ? fromNamedMetas(reading) : null)
  );
}

function fromLinkedData({ article, order, isShown }: DatePage, keys: DateKeys): FoundDate | null {
  for (const key of keys.linked) {
    const value = article ? firstOf(article, key) : undefined;
    const date = found('json-ld', 0.95, Array.isArray(value) ? value[0] : value, order);
    // That of a mere page says when the page was made, which is no date of publication unless the page shows it.
    if (date && (!keys.named || (article && isArticleNode(article)) || isShown(date.date))) return date;
  }
  return null;
}

function fromMetas(reading: DatePage, keys: DateKeys): FoundDate | null {
  const { page, order, isShown } = reading;
  for (const name of keys.metas)
    for (const content of page.metas.get(name) ?? []) {
      const date = found(`meta:${name}`, 0.9, content, order);
      const isDoubted = name.startsWith('dc') || (keys.named && isMerePage(reading));
      if (date && (!isDoubted || isShown(date.date))) return date;
    }
  return null;
}

function fromNamedMetas(reading: DatePage): FoundDate | null {
  const { page, order, isShown } = reading;
  for (const [name, contents] of page.metas) {
    if (name.length > 60 || !PUBLISHED_NAME.test(name) || OTHER_NAME.test(name)) continue;
    const date = found(`meta:${name}`, 0.7, contents[0], order);
    if (date && (!isMerePage(reading) || isShown(date.date))) return date;
  }
  return null;
}

/** A page that its linked data call a page, not an article: its metas say when the page was made too. */
function isMerePage({ page }: DatePage): boolean {
  return page.graph.nodes.some((node) => typesOf(node).includes('WebPage')) && !page.graph.nodes.some(isArticleNode);
}

function fromMicrodata({ page, order }: DatePage, { itemprop }: DateKeys): FoundDate | null {
  const elements = page.labelled.document.elements;
  if (!elements) return null;
  for (let at = 0; at < elements.attributes.length; at++) {
    const attributes = elements.attributes[at];
    if (!attributes?.itemprop?.toLowerCase().split(/\s+/).includes(itemprop)) continue;
    const index = blockOf(page, at);
    const entry = index === null ? undefined : page.blocks[index];
    if (entry && isForeign(entry)) continue;
    const date = found('itemprop', 0.85, attributes.content ?? attributes.datetime ?? entry?.block.text, order);
    if (date) return date;
  }
  return null;
}
