import { headingLevel } from '../../parse/html-tags.ts';

/** Longest attribute value that is split, UTF-16 units: generated class lists say nothing further on. */
const MAX_SPLIT = 300;

/**
 * The words of a name, lower-cased, split at camel case and at everything that is no letter: `articleBody__text-2`
 * gives article, body, text. Generated names of one or two letters are left out.
 */
export function splitName(name: string): readonly string[] {
  const words: string[] = [];
  const end = Math.min(name.length, MAX_SPLIT);
  for (let at = 0; at < end; ) {
    const from = at;
    while (at < end && isCapital(name.charCodeAt(at))) at++;
    const capitals = at - from;
    if (at < end && isSmall(name.charCodeAt(at))) {
      // The last of several capitals begins the next word: `HTMLBody` is html, body.
      const start = capitals === 0 ? from : at - 1;
      addWord(words, name, from, start);
      while (at < end && isSmall(name.charCodeAt(at))) at++;
      addWord(words, name, start, at);
    } else if (capitals > 0) addWord(words, name, from, at);
    else at++;
  }
  return words;
}

function addWord(words: string[], name: string, from: number, to: number): void {
  if (to - from > 1) words.push(name.slice(from, to).toLowerCase());
}

function isCapital(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

function isSmall(unit: number): boolean {
  return unit >= 97 && unit <= 122;
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
