import { dayOf } from './dates.ts';
import { firstOf, isArticleNode, type LdNode } from './json-ld.ts';
import { MODIFIED_METAS, PUBLISHED_METAS } from './meta-names.ts';
import { blockOf, isForeign, type Page } from './page.ts';
import { type Dates, type FoundDate, found, fromMarkedBlocks, fromVisible, isModified, isOther } from './page-dates.ts';
import { findSurroundings, type Surroundings } from './place.ts';
import { findVisibleDate, type NumericOrder } from './visible-dates.ts';

const URL_DATE = /[/_-](\d{4})([/_-]?)(\d{1,2})\2(\d{1,2})(?=[/_.-]|$)/;

export function findDates(
  page: Page,
  article: LdNode | null,
  headline: number,
  order: NumericOrder,
  url: string | null,
): Dates {
  const machine = { page, article, order };
  const modified = fromMachine(machine, ['dateModified'], MODIFIED_METAS, 'datemodified');
  const near = findSurroundings(page, headline);
  const visible = fromVisible(page, near, order);
  const published =
    fromMachine(machine, ['datePublished', 'dateCreated', 'uploadDate'], PUBLISHED_METAS, 'datepublished') ??
    fromNamedMetas(page, order) ??
    fromTimes(page, near) ??
    visible.published ??
    fromMarkedBlocks(page, order) ??
    fromOnlyTime(page) ??
    fromUrl(url);
  return { published, modified: modified ?? visible.modified };
}

/** What the machine-readable dates of a page are read from. */
interface Machine {
  readonly page: Page;
  readonly article: LdNode | null;
  readonly order: NumericOrder;
}

function fromMachine(
  { page, article, order }: Machine,
  keys: readonly string[],
  metas: readonly string[],
  itemprop: string,
): FoundDate | null {
  for (const key of keys) {
    const value = article ? firstOf(article, key) : undefined;
    const date = found('json-ld', 0.95, Array.isArray(value) ? value[0] : value, order);
    if (date && (key === 'dateModified' || isBelieved(page, article, date.date, order))) return date;
  }
  for (const name of metas)
    for (const content of page.metas.get(name) ?? []) {
      const date = found(`meta:${name}`, 0.9, content, order);
      if (date && (!name.startsWith('dc') || isShownDay(page, date.date, order))) return date;
    }
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

/** Names of metas that say by their words that they hold the date of publication. */
const PUBLISHED_NAME =
  /(?:^|[^a-z])(?:publish(?:ed)?|publication|pub)[-_.: ]?(?:date|time|on|at)(?:$|[^a-z])|(?:^|[^a-z])date[-_.: ]?published/;
const OTHER_NAME = /modif|updat|expir|unpublish|revis/;

function fromNamedMetas(page: Page, order: NumericOrder): FoundDate | null {
  for (const [name, contents] of page.metas) {
    if (name.length > 60 || !PUBLISHED_NAME.test(name) || OTHER_NAME.test(name)) continue;
    const date = found(`meta:${name}`, 0.7, contents[0], order);
    if (date) return date;
  }
  return null;
}

/**
 * Linked data of an article is believed. That of a mere page says when the page was made, which is no date of publication
 * unless the page shows it.
 */
function isBelieved(page: Page, article: LdNode | null, date: string, order: NumericOrder): boolean {
  if (article !== null && isArticleNode(article)) return true;
  return isShownDay(page, date, order);
}

/** Lines of a page in which a day is looked for. */
const MAX_SHOWN_WORDS = 60;

function isShownDay(page: Page, date: string, order: NumericOrder): boolean {
  const day = dayOf(date);
  return page.blocks.some(
    ({ block }) =>
      block.words > 0 &&
      block.words <= MAX_SHOWN_WORDS &&
      findVisibleDate(block.text.slice(0, 400), order)?.date === day,
  );
}

/** The one `<time>` of a page, wherever it stands but in comments: no other story on the page is dated. */
function fromOnlyTime(page: Page): FoundDate | null {
  const elements = page.labelled.document.elements;
  if (!elements) return null;
  const days = new Map<string, FoundDate>();
  for (let at = 0; at < elements.tag.length; at++) {
    const datetime = elements.tag[at] === 'time' ? elements.attributes[at]?.datetime : undefined;
    const date = datetime === undefined ? null : found('time-element', 0.6, datetime);
    if (!date) continue;
    const index = blockOf(page, at);
    const entry = index === null ? undefined : page.blocks[index];
    if (!entry || entry.removal?.class === 'comments' || isModified(entry.block.text.slice(0, 300))) return null;
    days.set(dayOf(date.date), date);
  }
  return days.size === 1 ? ([...days.values()][0] ?? null) : null;
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
