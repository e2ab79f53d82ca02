import { isWhite } from './fold.ts';

/** Characters of a tag or a title looked at, at most: longer ones are text. */
const MAX_TAG_LENGTH = 20_000;
const MAX_TITLE_LENGTH = 500;
/** Open parentheses inside an address; CommonMark implementations allow 32, addresses of the web have 2. */
const MAX_PARENTHESES = 8;

/** Where a piece of markup ends, and the address it names. */
export interface Destination {
  readonly url: string;
  /** Offset after the closing parenthesis. */
  readonly end: number;
}

function skipWhite(text: string, at: number): number {
  let i = at;
  while (i < text.length && isWhite(text.charCodeAt(i))) i++;
  return i;
}

function pointedEnd(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 62) return i;
    if (code === 60 || code === 10) return -1;
  }
  return -1;
}

/** Offset after a bare address: at white space or the parenthesis that closes the link; -1 when it is none. */
function bareEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 40 && ++depth > MAX_PARENTHESES) return -1;
    else if (code === 41 && depth-- === 0) return i;
    else if (code <= 32) return depth === 0 ? i : -1;
  }
  return -1;
}

function titleEnd(text: string, at: number): number {
  const open = text.charCodeAt(at);
  if (open !== 34 && open !== 39 && open !== 40) return -1;
  const close = open === 40 ? 41 : open;
  const limit = Math.min(text.length, at + MAX_TITLE_LENGTH);
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === close) return i + 1;
  }
  return -1;
}

/** Reads `(address "title")` whose parenthesis stands at `at`; `null` when it is not one. */
export function readDestination(text: string, at: number): Destination | null {
  const start = skipWhite(text, at + 1);
  const pointed = text.charCodeAt(start) === 60;
  const end = pointed ? pointedEnd(text, start + 1) : bareEnd(text, start);
  if (end < 0) return null;
  const url = text.slice(pointed ? start + 1 : start, end);
  let i = skipWhite(text, pointed ? end + 1 : end);
  if (text.charCodeAt(i) !== 41) {
    const title = titleEnd(text, i);
    if (title < 0) return null;
    i = skipWhite(text, title);
  }
  return text.charCodeAt(i) === 41 ? { url, end: i + 1 } : null;
}

/** Offset after the `>` of the tag or autolink whose `<` stands at `at`; -1 when there is none. */
export function tagEnd(text: string, at: number): number {
  let quote = 0;
  const limit = Math.min(text.length, at + MAX_TAG_LENGTH);
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return i + 1;
    else if (code === 60) return -1;
    // Quotes stand around attribute values only: `<it's>` has none.
    else if ((code === 34 || code === 39) && text.charCodeAt(i - 1) === 61) quote = code;
  }
  return -1;
}
