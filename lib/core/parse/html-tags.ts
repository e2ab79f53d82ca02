/** What the parser must know about HTML's tag names; every name not listed here breaks a block and nothing more. */

/** Tags that stand inside a line: their text belongs to the block around them. */
export const INLINE_TAGS: ReadonlySet<string> = new Set(
  (
    'a abbr acronym amp-img b basefont bdi bdo big blink br cite code data del dfn em font i img ins kbd label ' +
    'mark meta nobr output picture q rb rp rt ruby s samp slot small source span strike strong sub sup time tt u var wbr link ' +
    'script style noscript template svg math iframe object embed param audio video canvas map area'
  ).split(' '),
);

/** Tags without content and without an end tag. */
export const VOID_TAGS: ReadonlySet<string> = new Set(
  'area base basefont br col command embed frame hr img input keygen link meta param source track wbr'.split(' '),
);

/** Tags whose content is never text of the page: code, drawings, controls, text for browsers without a feature. */
export const SKIPPED_TAGS: ReadonlySet<string> = new Set(
  (
    'script style noscript template iframe noframes noembed svg select datalist textarea button canvas audio video ' +
    'option optgroup progress meter annotation annotation-xml'
  ).split(' '),
);

/**
 * Tags whose content is text up to their own end tag. Of those of the standard that are skipped anyway, `iframe`, `noembed`,
 * `noframes` and `noscript` are left out: they end with what is around them, so one left open does not swallow the page.
 */
export const RAW_TEXT_TAGS: ReadonlySet<string> = new Set('script style title textarea xmp'.split(' '));

/** Tags that may stand in `<head>`; any other start tag ends it. */
export const HEAD_TAGS: ReadonlySet<string> = new Set(
  'title meta link base script style noscript template basefont bgsound noframes object'.split(' '),
);

/** Start tags that end an open `<p>`. */
export const PARAGRAPH_ENDERS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header hgroup hr li main menu nav ol p pre search section summary table ul'
  ).split(' '),
);

/** Blocks of the standard besides those that end a paragraph: the end tag of an element it does not know cannot reach out of either. */
export const OTHER_BLOCK_TAGS: ReadonlySet<string> = new Set(
  'body caption colgroup frameset head html listing marquee p plaintext tbody td tfoot th thead tr xmp'.split(' '),
);

/** Elements that an end tag inside them cannot reach out of. */
export const SCOPE_TAGS: ReadonlySet<string> = new Set('html table td th caption template marquee object'.split(' '));

export const TABLE_PARTS: ReadonlySet<string> = new Set('caption thead tbody tfoot tr td th'.split(' '));

/** Start tag -> the open elements that it ends, and the element that limits the search. */
export const IMPLIED_ENDS: ReadonlyMap<string, { readonly ends: readonly string[]; readonly within: string }> = new Map(
  Object.entries({
    dd: { ends: ['dd', 'dt'], within: 'dl' },
    dt: { ends: ['dd', 'dt'], within: 'dl' },
    td: { ends: ['td', 'th', 'caption'], within: 'table' },
    th: { ends: ['td', 'th', 'caption'], within: 'table' },
    tr: { ends: ['tr', 'caption'], within: 'table' },
    thead: { ends: ['thead', 'tbody', 'tfoot', 'caption'], within: 'table' },
    tbody: { ends: ['thead', 'tbody', 'tfoot', 'caption'], within: 'table' },
    tfoot: { ends: ['thead', 'tbody', 'tfoot', 'caption'], within: 'table' },
    option: { ends: ['option'], within: 'select' },
    optgroup: { ends: ['optgroup'], within: 'select' },
  }),
);

/** Level of a heading tag, or 0. */
export function headingLevel(tag: string): number {
  if (tag.length !== 2 || tag.charCodeAt(0) !== 0x68) return 0;
  const level = tag.charCodeAt(1) - 0x30;
  return level >= 1 && level <= 6 ? level : 0;
}

/** Tags that need no row in the element table: labelling asks nothing of them and no block lies in them. */
export const UNLISTED_TAGS: ReadonlySet<string> = new Set(
  'meta link base source wbr title param track input col area embed'.split(' '),
);
