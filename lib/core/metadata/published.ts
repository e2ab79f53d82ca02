import { firstOf, type LdNode } from './json-ld.ts';
import { MODIFIED_METAS, PUBLISHED_METAS } from './meta-names.ts';
import { blockOf, isForeign, type Page } from './page.ts';
import { type Dates, type FoundDate, found, fromMarkedBlocks, fromVisible, isModified, isOther } from './page-dates.ts';
import { findSurroundings, type Surroundings } from './place.ts';
import type { NumericOrder } from './visible-dates.ts';

const URL_DATE = /[/_-](\d{4})([/_-]?)(\d{1,2})\2(\d{1,2})(?=[/_.-]|$)/;

export function findDates(
  page: Page,
  article: LdNode | null,
  headline: number,
  order: NumericOrder,
  url: string | null,
): Dates {
  const modified = fromMachine(page, article, ['dateModified'], MODIFIED_METAS, 'datemodified');
  const near = findSurroundings(page, headline);
  const visible = fromVisible(page, near, order);
  const published =
    fromMachine(page, article, ['datePublished', 'dateCreated', 'uploadDate'], PUBLISHED_METAS, 'datepublished') ??
    fromTimes(page, near) ??
    visible.published ??
    fromMarkedBlocks(page, order) ??
    fromUrl(url);
  return { published, modified: modified ?? visible.modified };
}

function fromMachine(
  page: Page,
  article: LdNode | null,
  keys: readonly string[],
  metas: readonly string[],
  itemprop: string,
): FoundDate | null {
  for (const key of keys) {
    const value = article ? firstOf(article, key) : undefined;
    const date = found('json-ld', 0.95, Array.isArray(value) ? value[0] : value);
    if (date) return date;
  }
  for (const name of metas)
    for (const content of page.metas.get(name) ?? []) {
      const date = found(`meta:${name}`, 0.9, content);
      if (date) return date;
    }
  const elements = page.labelled.document.elements;
  if (!elements) return null;
  for (let at = 0; at < elements.attributes.length; at++) {
    const attributes = elements.attributes[at];
    if (!attributes?.itemprop?.toLowerCase().split(/\s+/).includes(itemprop)) continue;
    const index = blockOf(page, at);
    const entry = index === null ? undefined : page.blocks[index];
    if (entry && isForeign(entry)) continue;
    const date = found('itemprop', 0.85, attributes.content ?? attributes.datetime ?? entry?.block.text);
    if (date) return date;
  }
  return null;
}

/** `<time>` elements near the headline: the first that is not marked as the time of a change. */
function fromTimes(page: Page, near: Surroundings): FoundDate | null {
  const elements = page.labelled.document.elements;
  if (!elements) return null;
  let before: FoundDate | null = null;
  for (let at = 0; at < elements.tag.length; at++) {
    const attributes = elements.attributes[at];
    if (elements.tag[at] !== 'time' || !attributes?.datetime) continue;
    const index = blockOf(page, at);
    const entry = index === null ? undefined : page.blocks[index];
    if (index === null || !entry || isOther(entry)) continue;
    const shown = entry.block.text.slice(0, 300);
    if (/updated|modified/i.test(attributes.class ?? '') || (isModified(shown) && !/publi|veröff/i.test(shown)))
      continue;
    const date = found('time-element', 0.85, attributes.datetime);
    if (!date) continue;
    if (index >= near.start && index < near.end) return date;
    if (near.before.includes(index)) before ??= date;
  }
  return before;
}

function fromUrl(url: string | null): FoundDate | null {
  const match = URL_DATE.exec(url ?? '');
  if (!match) return null;
  return found('url', 0.6, `${match[1]}-${match[3]}-${match[4]}`);
}
