import type { LabelledBlock } from '../document.ts';
import type { Evidence } from '../record.ts';
import { readDate } from './dates.ts';
import { firstOf, type LdNode } from './json-ld.ts';
import { blockOf, isForeign, type Page, someAncestor } from './page.ts';
import { endOfProse, findSurroundings, type Surroundings } from './place.ts';
import { findVisibleDate, type NumericOrder } from './visible-dates.ts';

export interface FoundDate {
  readonly date: string;
  readonly evidence: Evidence;
}

export interface Dates {
  readonly published: FoundDate | null;
  readonly modified: FoundDate | null;
}

const PUBLISHED_METAS = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'og:pubdate',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publication-date',
  'date.published',
  'originalpublicationdate',
  'article_date_original',
  'published_time',
  'published-date',
  'published_at',
  'article.published',
  'article:post_date',
  'citation_publication_date',
  'citation_online_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'dc:date',
  'article.created',
  'article:created_time',
  'ptime',
  'rnews:datepublished',
  'vr:published_time',
  'bt:pubdate',
  'displaydate',
  'date_published',
  'datecreated',
  'date',
];
const MODIFIED_METAS = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'article:updated_time',
  'datemodified',
  'dateupdated',
  'last-modified',
  'lastmod',
  'dc.date.modified',
  'dcterms.modified',
  'article.updated',
  'modified_time',
  'updated_time',
  'revised',
  'utime',
];
/** Words that make the date after them one of a change. */
const MODIFIED_WORDS =
  /\b(?:updated|last (?:updated|modified|reviewed)|modified|edited|aktualisiert|stand|zuletzt|letzte [äa]nderung|mis à jour|modifié|maj|actualizado|actualizada|modificado|aggiornat[oa]|atualizad[oa]|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|päivitetty|aktualizováno|zaktualizowano|aktualizacja|обновлено|оновлено|güncelleme|güncellenme)\b|更新|수정|업데이트/iu;
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|datum|fecha|data|pubdate|published|publish|timestamp|time|posted|entry-date|post-date|created)(?:$|[\s_-])|date(?:line|time|published)?$|published/i;
const URL_DATE = /[/_-](\d{4})([/_-]?)(\d{1,2})\2(\d{1,2})(?=[/_.-]|$)/;
const MAX_DATE_WORDS = 40;

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

function found(source: string, confidence: number, raw: unknown, order: NumericOrder = 'day-first'): FoundDate | null {
  const date = readDate(raw, order);
  return date === null ? null : { date, evidence: { source, confidence, raw: String(raw).slice(0, 200).trim() } };
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
    if (
      /updated|modified/i.test(attributes.class ?? '') ||
      (isModified(entry.block.text) && !/publi|veröff/i.test(entry.block.text))
    )
      continue;
    const date = found('time-element', 0.85, attributes.datetime);
    if (!date) continue;
    if (index >= near.start && index < near.end) return date;
    if (near.before.includes(index)) before ??= date;
  }
  return before;
}

/** Near the headline only the cards of other stories are foreign: menus and share bars of its line carry the date too. */
function isOther(entry: LabelledBlock): boolean {
  const name = entry.removal?.class;
  return name === 'related' || name === 'teaser' || name === 'ad' || name === 'cookie' || name === 'newsletter';
}

function isModified(text: string): boolean {
  return MODIFIED_WORDS.test(text);
}

/** Dates written near the headline: after it first, then before it from near to far. */
function fromVisible(page: Page, near: Surroundings, order: NumericOrder): Dates {
  let published: FoundDate | null = null;
  let modified: FoundDate | null = null;
  const after = Array.from({ length: near.end - near.start }, (_, offset) => near.start + offset);
  for (const index of [...after, ...near.before]) {
    const entry = page.blocks[index];
    if (!entry || isCopyright(entry.block.text)) continue;
    const beside = index >= near.start - 2 && index <= near.start + 1;
    if (isOther(entry) && !beside) continue;
    const written = datesOf(entry, order);
    published ??= written.published;
    modified ??= written.modified;
  }
  return { published, modified };
}

/** Longest line, words, in which a date is the article's: of a kept block, which may be prose, and of another. */
const MAX_KEPT_WORDS = 14;
/** Dates of one line that are looked at. */
const MAX_DATES = 4;
/** A first paragraph may begin with its date: `(3.5.2021) The town ...`. */
const PROSE_DATE_START = 2;

function datesOf(entry: LabelledBlock, order: NumericOrder): Dates {
  const { text, words } = entry.block;
  let published: FoundDate | null = null;
  let modified: FoundDate | null = null;
  const long = words > MAX_DATE_WORDS || (entry.removal === null && words > MAX_KEPT_WORDS);
  let from = 0;
  for (let count = 0; count < (long ? 1 : MAX_DATES); count++) {
    const line = text.slice(from, from + 400);
    const date = findVisibleDate(line, order);
    if (!date) break;
    if (long && (date.start > PROSE_DATE_START || !/^\s?(?:\)|[—–-]\s|\/)/u.test(line.slice(date.end)))) break;
    const value = found('visible-text', 0.7, line.slice(date.start, date.start + 90), order);
    if (value) {
      const evidence = { ...value.evidence, raw: text.slice(0, 200) };
      if (isModified(line.slice(Math.max(0, date.start - 40), date.start))) modified ??= { date: value.date, evidence };
      else published ??= { date: value.date, evidence };
    }
    from += date.end;
  }
  return { published, modified };
}

function isCopyright(text: string): boolean {
  return /^(?:©|copyright)/i.test(text);
}

const PUBLISHED_WORDS =
  /(?:published|posted|created|veröffentlicht|erstellt|publié|publicado|publicada|pubblicato|gepubliceerd|geplaatst|publisert|publicerad|publiceret|julkaistu|opublikowano|publikováno|опубликовано|опубліковано|yayınlanma|発表|公開|发布)[^\d]{0,20}$/iu;

/** Date stamps, lines whose markup calls them a date, and lines that say so, up to the end of the article. */
function fromMarkedBlocks(page: Page, order: NumericOrder): FoundDate | null {
  const end = endOfProse(page) + 6;
  for (let index = 0; index < Math.min(end, page.blocks.length); index++) {
    const entry = page.blocks[index];
    if (!entry || entry.block.words === 0 || entry.block.words > 20) continue;
    const stamp = entry.removal?.class === 'dateline';
    const { text } = entry.block;
    const date = findVisibleDate(text, order);
    if (!date || isModified(text.slice(0, date.start))) continue;
    const said = PUBLISHED_WORDS.test(text.slice(0, date.start));
    if (isOther(entry) || (isForeign(entry) && !(said && entry.removal?.class === 'footer'))) continue;
    if (!stamp && !said && !isMarkedDate(page, entry)) continue;
    const value = found(stamp ? 'date-stamp' : 'markup', stamp ? 0.8 : 0.6, text, order);
    if (value) return value;
  }
  return null;
}

function isMarkedDate(page: Page, entry: LabelledBlock): boolean {
  return someAncestor(
    page,
    entry.block.element,
    2,
    (attributes, tag) => tag === 'time' || DATE_CLASS.test(attributes?.class?.slice(0, 200) ?? ''),
  );
}

function fromUrl(url: string | null): FoundDate | null {
  const match = URL_DATE.exec(url ?? '');
  if (!match) return null;
  return found('url', 0.6, `${match[1]}-${match[3]}-${match[4]}`);
}

/** Blocks whose numeric dates are compared, and the longest of them in words. */
const MAX_ORDER_BLOCKS = 400;
const MAX_ORDER_WORDS = 30;

/** The order in which the page writes numeric dates: by a date of it that has one reading, else by language and domain. */
export function numericOrder(page: Page, language: string | null, domain: string | null): NumericOrder {
  const [primary, ...subtags] = (language ?? '').split('-');
  if (primary !== 'en') return 'day-first';
  for (const { block } of page.blocks.slice(0, MAX_ORDER_BLOCKS)) {
    if (block.words === 0 || block.words > MAX_ORDER_WORDS) continue;
    const match = /\b(\d{1,2})[/-](\d{1,2})[/-](?:20)?\d{2}\b/.exec(block.text);
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && first <= 31 && second <= 12) return 'day-first';
    if (second > 12 && second <= 31 && first <= 12) return 'month-first';
  }
  const region = subtags.find((subtag) => /^[A-Z]{2}$/.test(subtag));
  if (region) return region === 'US' || region === 'PH' ? 'month-first' : 'day-first';
  return /\.(?:uk|au|nz|ie|in|za|ng|ke|sg|my|pk|eu|de|fr|es|it|nl|ch|at)$/.test(domain ?? '')
    ? 'day-first'
    : 'month-first';
}
