import type { ElementAttributes } from '../../document.ts';
import { splitName } from '../html/markup-names.ts';

/** Names read from one class list: utility frameworks put dozens on an element and the first ones say the role. */
const MAX_NAMES = 16;
const MAX_NAME = 40;
const MAX_VALUE = 400;
/** Names of so few letters are made by tools that shorten them, and mean another thing on every site. */
const MADE_LETTERS = 2;
const SHORT_NAMES = new Set(['ad']);

/** Attributes whose values name the role of an element. */
export const NAMING_ATTRIBUTES = ['class', 'id', 'role', 'itemprop', 'itemtype', 'data', 'ariaLabel'] as const;
export type NamingAttribute = (typeof NAMING_ATTRIBUTES)[number];

/**
 * The tokens that the value of one attribute gives: each name as a whole (`n:post-meta`, digits folded to 0) and its words
 * alone and in pairs (`w:post`, `w:meta`, `w:post-meta`), none of a name of two letters; roles,
 * item properties and types with a prefix of their own.
 */
export function tokensOf(attribute: NamingAttribute, value: string): readonly string[] {
  const cut = value.slice(0, MAX_VALUE);
  switch (attribute) {
    case 'role':
      return names(cut).map((name) => `r:${name.toLowerCase()}`);
    case 'itemprop':
      return names(cut).map((name) => `p:${name.toLowerCase()}`);
    case 'itemtype':
      return names(cut).map((name) => `y:${name.split('/').at(-1)?.toLowerCase()}`);
    case 'ariaLabel':
      return splitName(cut)
        .slice(0, MAX_NAMES)
        .map((word) => `a:${word}`);
    case 'class':
    case 'id':
    case 'data':
      return [...new Set(names(cut).flatMap(nameTokens))];
    default:
      return attribute satisfies never;
  }
}

/** The value of a naming attribute, or `undefined`. */
export function namingValue(attributes: ElementAttributes, attribute: NamingAttribute): string | undefined {
  return attributes[attribute];
}

function names(value: string): readonly string[] {
  return value
    .trim()
    .split(/\s+/, MAX_NAMES)
    .filter((name) => name !== '' && name.length <= 3 * MAX_NAME);
}

function nameTokens(name: string): readonly string[] {
  if (name.length <= MADE_LETTERS && !SHORT_NAMES.has(name)) return [];
  const words = splitName(name);
  const tokens = words.map((word) => `w:${word}`);
  for (let at = 1; at < words.length; at++) tokens.push(`w:${words[at - 1]}-${words[at]}`);
  const whole = name.toLowerCase().replace(/\d+/g, '0');
  // A name of one or two plain words says no more than these words do.
  const plain = words.length <= 2 && whole.replace(/[^a-z]+/g, '-') === words.join('-');
  if (whole.length <= MAX_NAME && !plain) tokens.push(`n:${whole}`);
  return tokens;
}
