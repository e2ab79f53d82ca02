import { stripMarkup } from '../parse/strip-markup.ts';

/** Code points of a title, subtitle or kicker, and of a person's name, above which the value is not believed or cut. */
export const MAX_TITLE_CHARS = 500;
export const MAX_NAME_CHARS = 100;

/** Outside strings are cut to this many times their limit before any work is done on them: markup may be most of it. */
const RAW_FACTOR = 8;

// Soft hyphens, zero-width signs and bidi controls would split or reorder words without being seen.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SPACE_OR_CONTROL = /[\s\p{Cc}]+/gu;
/** Most values are words of ASCII with single spaces. */
const NEEDS_FOLDING = /[^ -~]| {2}/;
const LONE_SURROGATE = /\p{Cs}/gu;

/**
 * Makes an outside value a line of plain text: NFC, white space folded, no markup, control characters or lone surrogates.
 *
 * @returns `null` for anything but a string that holds something; longer text is cut at `maxChars` UTF-16 units.
 */
export function cleanString(value: unknown, maxChars: number): string | null {
  if (typeof value !== 'string') return null;
  let text = value.length > maxChars * RAW_FACTOR ? value.slice(0, maxChars * RAW_FACTOR) : value;
  // Twice, as many pages escape a value that was escaped already.
  for (let pass = 0; pass < 2 && (text.includes('&') || text.includes('<')); pass++) text = stripMarkup(text);
  return foldText(text, maxChars);
}

/** As `cleanString`, for text that a parser has read: a `<` in it is a character of the text. */
export function foldText(text: string, maxChars: number): string | null {
  const folded = NEEDS_FOLDING.test(text) ? fold(text) : text.trim();
  const cut = folded.length > maxChars ? folded.slice(0, maxChars).replace(LONE_SURROGATE, '').trim() : folded;
  return cut === '' ? null : cut;
}

function fold(text: string): string {
  return text.replace(LONE_SURROGATE, '').replace(INVISIBLE, '').replace(SPACE_OR_CONTROL, ' ').normalize('NFC').trim();
}

const BEYOND_ASCII = /[^\0-\x7f]/;

/** Letters and digits only, case folded: equal for two writings of one title or name. */
export function lettersOf(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** A plain object, or `null`; arrays are none. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}

/** Own property only, so that a hostile key never reaches a prototype. */
export function property(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The members of an array, at most `limit`, or the value alone; nothing for `null` and `undefined`. */
export function asList(value: unknown, limit = 50): readonly unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.slice(0, limit) : [value];
}
