import type { Link } from '../document.ts';
import type { Author } from '../record.ts';
import { withoutLead } from './byline-lead.ts';
import { readByline } from './byline-parts.ts';
import { authorsOf } from './byline-people.ts';
import { bylineText } from './byline-text.ts';
import type { CreditList } from './credits.ts';
import { cleanName, isPersonName, type NameTrust } from './names.ts';
import { blockOf, isForeign, type Page } from './page.ts';
import { endOfProse, findSurroundings } from './place.ts';

export interface VisibleByline {
  readonly source: string;
  readonly confidence: number;
  readonly raw: string;
  readonly authors: readonly Author[];
}

/** Words of the longest line that may be a byline: several names with roles, a date and a reading time. */
const MAX_BYLINE_WORDS = 45;
/** A line of few words may still be a megabyte of signs. */
const MAX_BYLINE_CHARS = 600;
/** Blocks after the article's last prose in which a byline may stand below it. */
const NEAR_END = 12;
/** Elements that are asked; a page with more of them lists articles. */
const MAX_ELEMENTS = 40;

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:author|authors|byline|by-line|autor|autoren|auteur|autore|contributor|writer|verfasser)(?:$|[\s_-]|name|link|info|s\b)|author-?name|byline/i;
const NOT_AUTHOR_CLASS =
  /bio|desc|about|avatar|image|img|photo|social|follow|comment|related|widget|sidebar|count|list-item-meta|card/i;

/** Bylines that the page shows, the best first: marked-up ones near the headline, written ones, those under the text. */
export function visibleBylines(page: Page, headline: number, credits: CreditList): readonly VisibleByline[] {
  const found: VisibleByline[] = [];
  const { start, end, before } = findSurroundings(page, headline);
  const isNear = (index: number) => (index >= start && index < end) || before.includes(index);
  const marked = markedBlocks(page);
  const seen = new Set<number>();
  const add = (index: number, source: string, confidence: number, needsLead: boolean) => {
    const entry = page.blocks[index];
    if (seen.has(index) || !entry || (isForeign(entry) && !(index >= start && index < end))) return;
    const byline = readBlock(page, index, source, confidence, needsLead, credits);
    if (!byline) return;
    seen.add(index);
    found.push(byline);
  };
  const authors: VisibleByline[] = [];
  for (const index of marked) if (isNear(index)) add(index, 'markup', 0.75, false);
  if (found.length > 1) authors.push(merge(found));
  for (let index = start; index < end; index++)
    add(index, 'visible-text', 0.7, page.blocks[index]?.removal?.class !== 'byline');
  for (const index of before) add(index, 'visible-text', 0.6, true);
  const tail = endOfProse(page);
  page.blocks.forEach(({ removal }, index) => {
    if (
      removal?.class === 'byline' &&
      !isNear(index) &&
      (index < tail + NEAR_END || page.labelled.document.format !== 'html')
    )
      add(index, 'visible-text', 0.6, false);
  });
  for (let index = Math.max(end, tail); index < Math.min(tail + NEAR_END, page.blocks.length); index++)
    add(index, 'visible-text', 0.5, !marked.has(index));
  return [...authors, ...found];
}

/** Several marked-up names near one headline are the authors of one article. */
function merge(bylines: readonly VisibleByline[]): VisibleByline {
  return {
    source: 'markup',
    confidence: 0.75,
    raw: bylines.map(({ raw }) => raw).join('; '),
    authors: bylines.flatMap(({ authors }) => authors),
  };
}

function readBlock(
  page: Page,
  index: number,
  source: string,
  confidence: number,
  needsLead: boolean,
  credits: CreditList,
): VisibleByline | null {
  const entry = page.blocks[index];
  if (!entry || entry.block.text === '' || entry.block.words > MAX_BYLINE_WORDS) return null;
  if (entry.block.text.length > MAX_BYLINE_CHARS) return null;
  const { block, removal } = entry;
  if (removal?.class === 'credit' || removal?.class === 'caption' || removal?.class === 'related') return null;
  const { rest, led } = bylineText(block.text);
  const foreign = isForeign(entry);
  if ((needsLead || foreign) && (!led || block.kind === 'heading' || looksLikeProse(rest))) return null;
  const linked = needsLead ? [] : linkedAuthors(block.links);
  // A line that only its place makes a byline must say so by a word or a link.
  if (removal?.rule === 'html-head-line' && !led && linked.length === 0) return null;
  const trust: NameTrust = led && (removal?.class === 'byline' || source === 'markup') ? 'structured' : 'visible';
  const authors = linked.length > 0 ? linked : authorsOf(readByline(rest, trust), credits);
  if (authors.length === 0) return null;
  // A kept line that merely begins like a byline is prose: its first words must be the name.
  if (needsLead && !startsWithName(rest, authors[0]?.name ?? '')) return null;
  return { source, confidence, raw: block.text, authors: withLinks(page, index, authors) };
}

function looksLikeProse(text: string): boolean {
  return /[.!?][”"]?\s\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text);
}

const AUTHOR_URL =
  /\/(?:authors?|autor(?:en|es|a|i)?|auteurs?|autore|profiles?|people|staff|team|by|writers?|contributors?|columnists?|journalists?|reporters?|redakteure?|redaktion|users?|members?|signataires?|experts?|bio|personen|persons?|skribent|forfattare|forfatter)(?:[/_-]|$)|\/@[\w.-]+$|[?&](?:author|autor|user)=/i;

/** Names of links that lead to the pages of authors. */
function linkedAuthors(links: readonly Link[]): readonly Author[] {
  return links.flatMap(({ text, url }) => {
    if (!AUTHOR_URL.test(url.slice(0, 500))) return [];
    const name = cleanName(withoutLead(text).rest);
    return isPersonName(name, 'structured') ? [{ name, url }] : [];
  });
}

function startsWithName(rest: string, name: string): boolean {
  return rest
    .replace(/^(?:dr|prof)\.?\s/i, '')
    .toLowerCase()
    .startsWith(name.slice(0, 4).toLowerCase());
}

function withLinks(page: Page, index: number, authors: readonly Author[]): readonly Author[] {
  const links = page.blocks[index]?.block.links ?? [];
  return authors.map((author) => {
    const link = links.find(({ text }) => text.includes(author.name));
    return link && /^https?:/i.test(link.url) ? { ...author, url: link.url } : author;
  });
}

/** Blocks that hold an element marked as the author: `rel=author`, `itemprop=author`, a class that says so. */
function markedBlocks(page: Page): ReadonlySet<number> {
  const blocks = new Set<number>();
  const elements = page.labelled.document.elements;
  if (!elements) return blocks;
  const names = new ClassNames();
  let asked = 0;
  for (let at = 0; at < elements.attributes.length && asked < MAX_ELEMENTS; at++) {
    const attributes = elements.attributes[at];
    if (!attributes) continue;
    const marked =
      (attributes.rel !== undefined && /\bauthor\b/.test(attributes.rel)) ||
      (attributes.itemprop !== undefined && /\b(?:author|creator)\b/.test(attributes.itemprop)) ||
      (attributes.class !== undefined && names.isAuthor(attributes.class));
    if (!marked) continue;
    asked++;
    for (const index of blocksWithin(page, at)) blocks.add(index);
  }
  return blocks;
}

/** Tells classes that name an author; a page has few classes on many elements. */
class ClassNames {
  private readonly known = new Map<string, boolean>();

  isAuthor(name: string): boolean {
    let found = this.known.get(name);
    if (found === undefined) {
      found = name.length < 400 && AUTHOR_CLASS.test(name) && !NOT_AUTHOR_CLASS.test(name);
      this.known.set(name, found);
    }
    return found;
  }
}

/** Blocks of an element and of what it holds, the first six; or the line that it is a part of. */
function blocksWithin(page: Page, element: number): readonly number[] {
  const first = blockOf(page, element);
  if (first === null) return descendantBlocks(page, element);
  return [...new Set([first, ...descendantBlocks(page, element)])];
}

function descendantBlocks(page: Page, element: number): readonly number[] {
  const elements = page.labelled.document.elements;
  const found: number[] = [];
  if (!elements) return found;
  const depth = elements.depth[element] ?? 0;
  // Document order: what an element holds follows it until the depth falls back to its own.
  for (let at = element; at < elements.depth.length && at < element + 30 && found.length < 6; at++) {
    if (at > element && (elements.depth[at] ?? 0) <= depth) break;
    for (const index of page.blocksByElement.get(at) ?? []) found.push(index);
  }
  return found;
}
