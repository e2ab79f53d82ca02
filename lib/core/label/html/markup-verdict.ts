import type { ElementAttributes } from '../../document.ts';
import { namesIn, namesRole, splitName } from './markup-names.ts';
import {
  BODY_WORDS,
  CAPTION_WORDS,
  DISCLOSURE_WORDS,
  DISCUSSION_WORDS,
  GENERATED_CLASS_WORDS,
  MARKUP_ROWS,
  MARKUP_TAGS,
  type MarkupRow,
  STATE_WORDS,
} from './markup-table.ts';

/** What the names of an element say. */
export interface MarkupNames {
  readonly row: MarkupRow | null;
  readonly body: boolean;
  readonly caption: boolean;
  readonly disclosure: boolean;
  readonly discussion: boolean;
}

/** What a word says, or two that follow each other: the row by its place in the table, and signs of other things. */
interface Meaning {
  readonly order: number;
  readonly signs: number;
}

const NO_ROW = MARKUP_ROWS.length;
const SIGN = { body: 1, caption: 2, disclosure: 4, discussion: 8, generated: 16 } as const;
const NOTHING: Meaning = { order: NO_ROW, signs: 0 };

const MEANINGS = new Map<string, Meaning>();
MARKUP_ROWS.forEach(({ words }, order) => {
  for (const word of words.split(' ')) if (!MEANINGS.has(word)) MEANINGS.set(word, { order, signs: 0 });
});
for (const [words, sign] of [
  [BODY_WORDS, SIGN.body],
  [CAPTION_WORDS, SIGN.caption],
  [DISCLOSURE_WORDS, SIGN.disclosure],
  [DISCUSSION_WORDS, SIGN.discussion],
  [GENERATED_CLASS_WORDS, SIGN.generated],
] as const)
  for (const word of words) {
    const { order, signs } = MEANINGS.get(word) ?? NOTHING;
    MEANINGS.set(word, { order, signs: signs | sign });
  }

/** Words that two such words may begin with. */
const FIRST_OF_TWO = new Set(
  [...MEANINGS.keys()].filter((words) => words.includes('-')).map((words) => words.split('-', 1)[0]),
);

/** Of an element whose names say nothing. */
export const NO_NAMES: MarkupNames = { row: null, body: false, caption: false, disclosure: false, discussion: false };
/** What attribute values say: a page has few on many elements. A larger table would be slower than reading a value again. */
const known = new Map<string, MarkupNames>();
const MAX_KNOWN = 1000;
/** Names of one value that are read. */
const MAX_NAMES = 40;

/** What an element's tag and names say of it. */
export function markupNames(tag: string, attributes: ElementAttributes | null): MarkupNames {
  const names = attributes === null ? NO_NAMES : namesOfRole(tag, attributes);
  if (names.row !== null) return names;
  const row = MARKUP_TAGS.get(tag);
  return row === undefined ? names : withRow(names, row);
}

function namesOfRole(tag: string, attributes: ElementAttributes): MarkupNames {
  const { id } = attributes;
  let names = namesOf(attributes.class);
  if (id && namesRole(tag, id)) names = merge(names, namesOf(id));
  names = merge(names, namesOf(attributes.role));
  names = merge(names, namesOf(attributes.itemprop));
  return merge(names, namesOf(attributes.data));
}

function withRow({ body, caption, disclosure, discussion }: MarkupNames, row: MarkupRow): MarkupNames {
  return { row, body, caption, disclosure, discussion };
}

function merge(one: MarkupNames, other: MarkupNames): MarkupNames {
  if (one === NO_NAMES) return other;
  if (other === NO_NAMES) return one;
  return {
    row: one.row ?? other.row,
    body: one.body || other.body,
    caption: one.caption || other.caption,
    disclosure: one.disclosure || other.disclosure,
    discussion: one.discussion || other.discussion,
  };
}

function namesOf(value: string | undefined): MarkupNames {
  if (!value) return NO_NAMES;
  const before = known.get(value);
  if (before !== undefined) return before;
  let order = NO_ROW;
  let signs = 0;
  for (const name of namesIn(value, MAX_NAMES)) {
    const meaning = meaningOf(name);
    order = Math.min(order, meaning.order);
    signs |= meaning.signs;
  }
  const names = order === NO_ROW && (signs & ~SIGN.generated) === 0 ? NO_NAMES : asNames(order, signs);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(value, names);
  return names;
}

function asNames(order: number, signs: number): MarkupNames {
  return {
    row: (signs & SIGN.generated) !== 0 ? null : (MARKUP_ROWS[order] ?? null),
    body: (signs & SIGN.body) !== 0,
    caption: (signs & SIGN.caption) !== 0,
    disclosure: (signs & SIGN.disclosure) !== 0,
    discussion: (signs & SIGN.discussion) !== 0,
  };
}

/** Last word of the names of elements that a tool works on, as a search that marks what it finds in the story: they name no role. */
const TARGET = 'target';

/** Words behind which a name tells what stands beside the element, however many words that takes: `anchorWithStickyNavbar`. */
const BESIDE_WORDS = new Set(['with', 'without']);

/** What one name says by its words. */
function meaningOf(name: string): Meaning {
  const words = splitName(name);
  if (words.at(-1) === TARGET) return NOTHING;
  let order = NO_ROW;
  let signs = 0;
  let before = '';
  for (const word of words) {
    if (BESIDE_WORDS.has(before)) break;
    if (!STATE_WORDS.has(before)) {
      const one = MEANINGS.get(word) ?? NOTHING;
      const two = (FIRST_OF_TWO.has(before) ? MEANINGS.get(`${before}-${word}`) : undefined) ?? NOTHING;
      order = Math.min(order, one.order, two.order);
      signs |= one.signs | two.signs;
    }
    before = word;
  }
  return { order, signs };
}
