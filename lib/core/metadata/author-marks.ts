import { blockOf, type Page } from './page.ts';

/** Elements that are asked; a page with more of them lists articles. */
const MAX_ELEMENTS = 40;

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:author|authors|byline|by-line|autor|autoren|auteur|autore|contributor|writer|verfasser)(?:$|[\s_-]|name|link|info|s\b)|author-?name|byline/i;
/** A quick look before the names are told apart: what each of them holds. */
const MAY_NAME_AUTHOR = /aut|by|contr|writer|verf/i;
const NOT_AUTHOR_CLASS =
  /bio|desc|about|avatar|image|img|photo|social|follow|comment|related|widget|sidebar|count|list-item-meta|card/i;

const AUTHOR_URL =
  /\/(?:authors?|autor(?:en|es|a|i)?|auteurs?|autore|profils?|profiles?|people|staff|team|by|writers?|contributors?|columnists?|journalists?|reporters?|redakteure?|redaktion|users?|members?|signataires?|experts?|bio|personen|persons?|skribent|forfattare|forfatter)(?:[/_-]|$)|\/@[\w.-]+$|[?&](?:author|autor|user)=/i;

/** Whether an address leads to the page of an author, by its folders or parameters. */
export function isAuthorUrl(url: string): boolean {
  return AUTHOR_URL.test(url.slice(0, 500));
}

/** How a page marks the block of an author: `data` by `rel` or `itemprop`, `class` by a class that says so. */
export type AuthorMark = 'data' | 'class';

/** Blocks that hold an element marked as the author, by their index. */
export function markedBlocks(page: Page): ReadonlyMap<number, AuthorMark> {
  const blocks = new Map<number, AuthorMark>();
  const elements = page.labelled.document.elements;
  if (!elements) return blocks;
  const names = new ClassNames();
  let asked = 0;
  for (let at = 0; at < elements.attributes.length && asked < MAX_ELEMENTS; at++) {
    const attributes = elements.attributes[at];
    if (!attributes) continue;
    const data =
      (attributes.rel !== undefined && /\bauthor\b/.test(attributes.rel)) ||
      (attributes.itemprop !== undefined && /\b(?:author|creator)\b/.test(attributes.itemprop));
    if (!data && !(attributes.class !== undefined && names.isAuthor(attributes.class))) continue;
    asked++;
    for (const index of blocksWithin(page, at))
      if (data || !blocks.has(index)) blocks.set(index, data ? 'data' : 'class');
  }
  return blocks;
}

/** Tells classes that name an author; a page has few classes on many elements. */
class ClassNames {
  private readonly known = new Map<string, boolean>();

  isAuthor(name: string): boolean {
    let found = this.known.get(name);
    if (found === undefined) {
      found =
        name.length < 400 && MAY_NAME_AUTHOR.test(name) && AUTHOR_CLASS.test(name) && !NOT_AUTHOR_CLASS.test(name);
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
