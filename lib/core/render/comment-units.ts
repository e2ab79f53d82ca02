import type { ElementAttributes, ElementTable } from '../document.ts';

/** What one comment is called, and what stands behind that in the names of its element. */
const WORDS = 'comment kommentar leserkommentar commentaire comentario commento reactie kommentti komentarz'.split(' ');
/** Names of nothing but a comment. */
const UNIT_NAMES: ReadonlySet<string> = new Set([
  ...WORDS,
  ...WORDS.flatMap((word) => ['item', 'entry', 'row', 'card', 'node', 'single'].map((part) => `${word}-${part}`)),
  ...WORDS.flatMap((word) => ['item', 'entry', 'row', 'card', 'node'].map((part) => `${word}s-${part}`)),
  ...['single-comment', 'user-comment', 'reader-comment', 'comment-list-item', 'p-comment', 'c-comment'],
]);
/** Names of a comment or of all of them. */
const LOOSE_NAMES: ReadonlySet<string> = new Set(
  WORDS.flatMap((word) => ['container', 'wrapper', 'wrap', 'block'].map((part) => `${word}-${part}`)),
);
/** Names of what stands among comments and is none: the form for another, and notes that other sites link here. */
const OTHER_NAMES: ReadonlySet<string> = new Set(
  'respond comment-respond comment-form commentform reply-form pingback trackback'.split(' '),
);
const UNIT_ID = /^(?:li-|div-|article-)?(?:comment|kommentar|commentaire|comentario|commento|reply)[-_]?\d+$/i;
/** What all these names hold: most elements of a page are told by it that they are none of them. */
const STEM = /comm?enta?|kommenta|kommentti|komentarz|reactie|respond|reply|pingback|trackback/i;
const UNIT_TYPE = /\/(?:User)?Comments?$/i;

/** What an element is among comments; `null` for a part of one of these. */
function kindOf(tag: string, attributes: ElementAttributes | null): 'comment' | 'loose' | 'other' | null {
  if (tag === 'form') return 'other';
  if (attributes === null) return null;
  const { id = '', itemtype = '', itemprop = '' } = attributes;
  const isNamed = STEM.test(attributes.class ?? '') || STEM.test(id);
  const names = isNamed ? [...namesOf(attributes), id] : [];
  if (names.some((name) => OTHER_NAMES.has(name))) return 'other';
  if (UNIT_TYPE.test(itemtype) || UNIT_ID.test(id)) return 'comment';
  if (itemprop !== '' && itemprop.split(/\s+/).includes('comment')) return 'comment';
  if (names.some((name) => UNIT_NAMES.has(name))) return 'comment';
  return names.some((name) => LOOSE_NAMES.has(name)) ? 'loose' : null;
}

/** Longest class that is read. */
const MAX_CLASS_CHARS = 300;

/** Classes as words joined by `-`: `Comment__Item`, `comment_item` and `CommentItem_x7f2a` are `comment-item`. */
function namesOf(attributes: ElementAttributes): readonly string[] {
  return (attributes.class ?? '')
    .slice(0, MAX_CLASS_CHARS)
    .split(/\s+/)
    .filter((name) => name !== '')
    .map((name) =>
      name
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
        .replace(/_{1,2}/g, '-')
        .toLowerCase()
        .replace(/-(?=[a-z]{0,8}\d)[a-z0-9]{4,9}$/, ''),
    );
}

const AUTHOR_NAME =
  /(?:^|-)(?:author|user-?name|nick(?:name)?|fn|commenter|poster|autor|auteur|verfasser|display-?name)(?:-name)?$/;
const AUTHOR_PROPS = new Set(['author', 'creator', 'name']);
const DATE_NAME =
  /(?:^|-)(?:date|time|datetime|timestamp|published|posted(?:-on)?|created|(?:comment)?meta(?:data)?|permalink|datum|fecha)$/;
const DATE_PROPS = new Set(['datecreated', 'datepublished', 'commenttime', 'uploaddate']);

const CONTROL_NAME =
  /(?:^|-)(?:reply|replies|actions?|controls?|buttons?|btn|tools?|toolbar|votes?|likes?|rating|share|report|flag)(?:$|-)/;

/** What the markup of a comment says of one of its elements. */
export type CommentMark = 'author' | 'date' | 'control';

function markOf(tag: string, attributes: ElementAttributes | null): CommentMark | null {
  if (tag === 'time') return 'date';
  if (tag === 'button' || attributes?.role === 'button') return 'control';
  if (attributes === null) return null;
  const props = attributes.itemprop ? attributes.itemprop.toLowerCase().split(/\s+/) : [];
  if (props.some((prop) => AUTHOR_PROPS.has(prop)) || attributes.rel?.split(/\s+/).includes('author')) return 'author';
  if (props.some((prop) => DATE_PROPS.has(prop))) return 'date';
  const names = namesOf(attributes);
  if (names.some((name) => AUTHOR_NAME.test(name))) return 'author';
  if (names.some((name) => DATE_NAME.test(name))) return 'date';
  return names.some((name) => CONTROL_NAME.test(name)) ? 'control' : null;
}

/** Marks of one comment that are read; one with more holds other things. */
const MAX_MARKS = 40;

/** Of an element that has not been looked at. */
const UNKNOWN = -2;

/** The comments of a page as its elements tell them apart; each element is looked at once. */
export class CommentUnits {
  /** By element. */
  private readonly units: Int32Array;
  private readonly marked = new Map<number, readonly [CommentMark, number] | null>();

  constructor(private readonly elements: ElementTable) {
    this.units = new Int32Array(elements.tag.length).fill(UNKNOWN);
  }

  /** The innermost comment that holds an element, a reply before what it replies to; -1 outside of comments. */
  unitOf(element: number): number {
    const { tag, parent, attributes } = this.elements;
    let unit = UNKNOWN;
    let at = element;
    for (; at >= 0 && unit === UNKNOWN; at = parent[at] ?? -1) {
      unit = this.units[at] ?? UNKNOWN;
      const kind = unit === UNKNOWN ? kindOf(tag[at] ?? '', attributes[at] ?? null) : null;
      if (kind !== null) unit = kind === 'other' ? -1 : at;
    }
    if (unit === UNKNOWN) unit = -1;
    for (let step = element; step > at; step = parent[step] ?? -1) this.units[step] = unit;
    return unit;
  }

  /** Whether the names of a comment's element may also be those of all comments. */
  isLoose(unit: number): boolean {
    return kindOf(this.elements.tag[unit] ?? '', this.elements.attributes[unit] ?? null) === 'loose';
  }

  /** The mark of an element or of the nearest one that holds it, and where that is, within its comment. */
  markAround(element: number): readonly [CommentMark, number] | null {
    if (element < 0 || this.unitOf(element) === element) return null;
    const known = this.marked.get(element);
    if (known !== undefined) return known;
    const own = markOf(this.elements.tag[element] ?? '', this.elements.attributes[element] ?? null);
    const found = own === null ? this.markAround(this.elements.parent[element] ?? -1) : ([own, element] as const);
    this.marked.set(element, found);
    return found;
  }

  /** Elements within a comment that say something of it, without those of its replies. */
  marksOf(unit: number): readonly { readonly mark: CommentMark; readonly element: number }[] {
    const { depth, tag, attributes } = this.elements;
    const marks: { mark: CommentMark; element: number }[] = [];
    for (let at = unit + 1; at < depth.length && (depth[at] ?? 0) > (depth[unit] ?? 0); at++) {
      if (marks.length === MAX_MARKS) break;
      const mark = this.unitOf(at) === unit ? markOf(tag[at] ?? '', attributes[at] ?? null) : null;
      if (mark !== null && mark !== 'control') marks.push({ mark, element: at });
    }
    return marks;
  }

  /** Whether an element lies within another. */
  holds(outer: number, inner: number): boolean {
    let at = inner;
    while (at > outer) at = this.elements.parent[at] ?? -1;
    return at === outer;
  }
}
