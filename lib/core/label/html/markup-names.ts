import { headingLevel } from '../../parse/html-tags.ts';

/** Longest attribute value that is split, UTF-16 units: generated class lists say nothing further on. */
const MAX_SPLIT = 300;
const NAME_PART = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;

const cache = new Map<string, readonly string[]>();
/** Names kept between pages; beyond it the cache begins anew, so that memory stays bounded. */
const MAX_CACHED = 20_000;

/**
 * The words of a name, lower-cased, split at camel case and at everything that is no letter: `articleBody__text-2`
 * gives article, body, text. Generated names of one or two letters are left out.
 */
export function splitName(name: string): readonly string[] {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const parts = (name.slice(0, MAX_SPLIT).match(NAME_PART) ?? [])
    .map((part) => part.toLowerCase())
    .filter((part) => part.length > 1);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(name, parts);
  return parts;
}

const NAMES = /\S+/g;

/** The names of an attribute value, which white space parts; `most` of them. */
export function namesIn(value: string, most: number): readonly string[] {
  const names = value.match(NAMES) ?? [];
  return names.length > most ? names.slice(0, most) : names;
}

/** An id of so many words is made from a heading's text, as the target of a table of contents: it names no role. */
const MIN_SLUG_WORDS = 4;

/** Whether the id of an element names its role. */
export function namesRole(tag: string, id: string): boolean {
  return headingLevel(tag) === 0 && splitName(id).length < MIN_SLUG_WORDS;
}
