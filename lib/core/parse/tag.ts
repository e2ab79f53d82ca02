import {
  headingLevel,
  IMPLIED_ENDS,
  INLINE_TAGS,
  OTHER_BLOCK_TAGS,
  PARAGRAPH_ENDERS,
  RAW_TEXT_TAGS,
  SKIPPED_TAGS,
  VOID_TAGS,
} from './html-tags.ts';

/** All that the reader asks of a tag name, looked up at once. */
export interface Tag {
  /** Lower case; the same string for every tag of the name, so that later look-ups need no hashing. */
  readonly name: string;
  readonly isVoid: boolean;
  readonly inline: boolean;
  readonly skipped: boolean;
  /** Nothing in it but its own end tag is markup. */
  readonly raw: boolean;
  readonly endsParagraph: boolean;
  /** A block of the standard: the end tag of an unknown element inside it does not reach out of it. */
  readonly isBlock: boolean;
  /** Open elements that the start tag ends, and the element that limits the search. */
  readonly implied: { readonly ends: readonly string[]; readonly within: string } | undefined;
  /** Level of a heading, or 0. */
  readonly level: number;
}

const tags = new Map<string, Tag>();
/** Names kept between pages, in every way of writing them; hostile pages make up names. */
const MAX_KNOWN = 1000;

/** Longest name that has a place; V8 copies so many letters out of a page, and a longer cut would keep the whole page. */
const MAX_PLACED = 12;
/** The last name that was read at each place, by length, first and last letter: most are read again before another comes. */
const places: ({ readonly written: string; readonly tag: Tag } | undefined)[] = new Array((MAX_PLACED + 1) << 10);

/** The tag whose name stands at a place of the page; nothing is cut out of the page for a name that was just read. */
export function tagAt(source: string, from: number, to: number): Tag {
  const length = to - from;
  if (length > MAX_PLACED) return tagOf(source.slice(from, to));
  const place = (length << 10) | ((source.charCodeAt(from) & 31) << 5) | (source.charCodeAt(to - 1) & 31);
  const known = places[place];
  if (known !== undefined && source.startsWith(known.written, from)) return known.tag;
  const written = source.slice(from, to);
  const tag = tagOf(written);
  places[place] = { written, tag };
  return tag;
}

/** The tag of a name as the source writes it. */
function tagOf(written: string): Tag {
  const known = tags.get(written);
  if (known !== undefined) return known;
  const tag = readTag(written.toLowerCase());
  if (tags.size < MAX_KNOWN) tags.set(written, tag);
  return tag;
}

function readTag(name: string): Tag {
  return {
    name,
    isVoid: VOID_TAGS.has(name),
    inline: INLINE_TAGS.has(name),
    skipped: SKIPPED_TAGS.has(name),
    raw: RAW_TEXT_TAGS.has(name),
    endsParagraph: PARAGRAPH_ENDERS.has(name),
    isBlock: PARAGRAPH_ENDERS.has(name) || OTHER_BLOCK_TAGS.has(name),
    implied: IMPLIED_ENDS.get(name),
    level: headingLevel(name),
  };
}
