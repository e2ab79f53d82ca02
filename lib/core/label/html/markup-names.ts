import type { ElementAttributes } from '../../document.ts';
import { headingLevel } from '../../parse/html-tags.ts';

/** Longest attribute value that is split, UTF-16 units: generated class lists say nothing further on. */
const MAX_SPLIT = 300;
const NAME_PART = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;

const cache = new Map<string, readonly string[]>();
/** Names kept between pages; beyond it the cache begins anew, so that memory stays bounded. */
const MAX_CACHED = 20_000;

/**
 * The words of an attribute value, lower-cased, split at camel case and at everything that is no letter: `articleBody__text-2`
 * gives article, body, text. Generated names of one or two letters are left out.
 */
export function splitName(value: string): readonly string[] {
  const known = cache.get(value);
  if (known !== undefined) return known;
  const parts = (value.slice(0, MAX_SPLIT).match(NAME_PART) ?? [])
    .map((part) => part.toLowerCase())
    .filter((part) => part.length > 1);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(value, parts);
  return parts;
}

/** An id of so many words is made from a heading's text, as the target of a table of contents: it names no role. */
const MIN_SLUG_WORDS = 4;

/** The attribute values in which a page names the role of an element. */
export function namingValues(tag: string, attributes: ElementAttributes): readonly string[] {
  const values: string[] = [];
  const { id, role, itemprop, data } = attributes;
  if (attributes.class) values.push(attributes.class);
  if (id && headingLevel(tag) === 0 && splitName(id).length < MIN_SLUG_WORDS) values.push(id);
  if (role) values.push(role);
  if (itemprop) values.push(itemprop);
  if (data) values.push(data);
  return values;
}
