import type { RawAttributes } from './html-attributes.ts';
import { INLINE_TAGS } from './html-tags.ts';

/**
 * What an element within a line is by its attributes: a `card` that pops up; `maybe` one, by names that are given to cards and to
 * the words that open them alike; a `note` in the margin or at the foot; `described`, what another element names as its
 * description; or `hidden`.
 */
export type CardSign = 'card' | 'maybe' | 'note' | 'described' | 'hidden';

/** A quick look before names are split. */
const MAY_NAME_CARD = /tip|pop|fly-?out|hover|glossar|note/i;
const NAME_PART = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;
const CARD = 'tool-?tips?|tippy|pop-?ups?|pop-?overs?|fly-?outs?|hover-?cards?';
const CARD_NAME = new RegExp(`(?:^|-)(?:${CARD}|glossary-(?:box|card|entry))(?:-|$)`);
/** Names of the card itself, never of the words that open it. */
const CONTENT_NAME = new RegExp(
  `(?:^|-)(?:${CARD}|glossary)-?(?:text|content|body|inner|card|description|definition)$`,
);
const NOTE_NAME = /(?:^|-)(?:foot|side|margin)-?notes?(?:-(?:text|content|body|box))?$/;
/** Parts that name what opens a card, what holds both, or a state. */
const OPENER_NAME =
  /(?:^|-)(?:trigger|links?|linked|toggle|toggler|button|btn|icon|opener|open|close|anchor|term|word|target|host|container|wrapper|wrap|parent|label|title|cta|has|no|with|enabled|disabled)(?:-|$)/;

/** Tags whose text may be laid out as a card. Links and terms are words of the sentence. */
const CARD_TAGS = new Set('span small em i b strong sup sub ins mark font bdi bdo tt var cite'.split(' '));
const WORD_TAGS = new Set('a abbr acronym dfn label'.split(' '));

/** Longest list of names that is looked at, UTF-16 units. */
const MAX_NAMES = 300;

const known = new Map<string, CardSign | 'none'>();
/** Lists of names kept between pages; beyond it the cache begins anew, so that memory stays bounded. */
const MAX_KNOWN = 5000;

/** Tells which elements of one page may hold a text of their own that it shows over a line or not at all. */
export class CardSigns {
  /** Ids of elements that others name as their description. */
  private readonly described = new Set<string>();

  /**
   * The sign of the next element of the page; `null` for most.
   *
   * @param midLine Whether text stands before it in its line.
   */
  of(tag: string, attributes: RawAttributes | null, midLine: boolean): CardSign | null {
    // Elements of a page's own making lay out parts of it, unless they stand in the middle of a line.
    const isCustom = midLine && tag.includes('-') && !INLINE_TAGS.has(tag);
    if (attributes === null) return isCustom ? this.byNames(tag, {}) : null;
    for (const id of attributes.describedBy?.split(/\s+/) ?? []) this.described.add(id);
    const mayBeCard = isCustom || CARD_TAGS.has(tag);
    if (!mayBeCard && !WORD_TAGS.has(tag)) return null;
    if (attributes.hidden === true) return 'hidden';
    if (attributes.role === 'tooltip' || attributes.popover === true) return 'card';
    return mayBeCard && attributes.opens !== true ? this.byNames(tag, attributes) : null;
  }

  private byNames(tag: string, { class: names = '', id }: RawAttributes): CardSign | null {
    const all = `${tag.includes('-') ? tag : ''} ${names} ${id ?? ''}`.slice(0, MAX_NAMES);
    const sign = MAY_NAME_CARD.test(all) ? signOfNames(all) : null;
    return sign ?? (id !== undefined && this.described.has(id) ? 'described' : null);
  }
}

function signOfNames(names: string): CardSign | null {
  let sign = known.get(names);
  if (sign === undefined) {
    sign = readNames(names);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(names, sign);
  }
  return sign === 'none' ? null : sign;
}

function readNames(names: string): CardSign | 'none' {
  const found = new Set<CardSign>();
  for (const name of names.split(/\s+/)) {
    const parts = (name.match(NAME_PART) ?? []).join('-').toLowerCase();
    if (CONTENT_NAME.test(parts)) found.add('card');
    else if (CARD_NAME.test(parts)) {
      if (OPENER_NAME.test(parts)) return 'none';
      found.add('maybe');
    } else if (NOTE_NAME.test(parts)) found.add('note');
  }
  return found.has('card') ? 'card' : found.has('maybe') ? 'maybe' : found.has('note') ? 'note' : 'none';
}
