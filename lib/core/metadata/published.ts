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
    fromUrl(url) ??
    visible.modified;
  return { published, modified: modified ?? (published === visible.modified ? null : visible.modified) };
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
    if (!attributes?.itemprop || !attributes.itemprop.toLowerCase().split(/\s+/).includes(itemprop)) continue;
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
    if (index === null || !entry || isForeign(entry)) continue;
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
    if (
      !entry ||
      isForeign(entry) ||
      entry.block.words > MAX_DATE_WORDS ||
      (entry.removal === null && entry.block.words > 14)
    )
      continue;
    const { text } = entry.block;
    const date = findVisibleDate(text, order);
    if (!date) continue;
    const lead = text.slice(Math.max(0, date.start - 40), date.start);
    if (isCopyright(text)) continue;
    const value = found('visible-text', 0.7, text.slice(date.start, date.start + 90), order);
    if (!value) continue;
    const evidence = { ...value.evidence, raw: text.slice(0, 200) };
    if (isModified(lead)) modified ??= { date: value.date, evidence };
    else published ??= { date: value.date, evidence };
  }
  return { published, modified };
}

function isCopyright(text: string): boolean {
  return /^(?:©|copyright)/i.test(text);
}

/** Date stamps, and blocks whose markup calls them a date, up to the end of the article. */
function fromMarkedBlocks(page: Page, order: NumericOrder): FoundDate | null {
  const end = endOfProse(page) + 6;
  for (let index = 0; index < Math.min(end, page.blocks.length); index++) {
    const entry = page.blocks[index];
    if (!entry || isForeign(entry) || entry.block.words === 0 || entry.block.words > 20) continue;
    const stamp = entry.removal?.class === 'dateline';
    if (
      !stamp &&
      !someAncestor(
        page,
        entry.block.element,
        2,
        (attributes, tag) => tag === 'time' || DATE_CLASS.test(attributes?.class?.slice(0, 200) ?? ''),
      )
    )
      continue;
    const date = found(stamp ? 'date-stamp' : 'markup', stamp ? 0.8 : 0.6, entry.block.text, order);
    if (date) return date;
  }
  return null;
}

function fromUrl(url: string | null): FoundDate | null {
  const match = URL_DATE.exec(url ?? '');
  if (!match) return null;
  return found('url', 0.6, `${match[1]}-${match[3]}-${match[4]}`);
}

/** The order in which the page writes numeric dates: by a date of it that has one reading, else by language and domain. */
export function numericOrder(page: Page, language: string | null, domain: string | null): NumericOrder {
  const [primary, ...subtags] = (language ?? '').split('-');
  if (primary !== 'en') return 'day-first';
  const region = subtags.find((subtag) => /^[A-Z]{2}$/.test(subtag));
  if (region) return region === 'US' || region === 'PH' ? 'month-first' : 'day-first';
  return /\.(?:uk|au|nz|ie|in|za|ng|ke|sg|my|pk|eu|de|fr|es|it|nl|ch|at)$/.test(domain ?? '')
    ? 'day-first'
    : 'month-first';
}
