// What the features are called in explanations, kept beside them; a test fails when one has no words.

/** How a value is read: most counts are logarithms, most shares are 0 to 1, and -1 stands where there is nothing to measure. */
export type FeatureUnit = 'share' | 'log' | 'count' | 'yes' | 'distance' | 'class' | 'kind';

/** A feature in plain words, to be followed by its value. */
export interface FeatureWords {
  readonly words: string;
  readonly unit: FeatureUnit;
}

type Words = Readonly<Record<string, readonly [words: string, unit: FeatureUnit]>>;

/** Names with each prefix; `*` in the words stands for those of the prefix. */
function crossed(prefixes: Readonly<Record<string, string>>, names: Words): Words {
  return Object.fromEntries(
    Object.entries(prefixes).flatMap(([prefix, where]) =>
      Object.entries(names).map(([name, [words, unit]]) => [`${prefix}-${name}`, [words.replace('*', where), unit]]),
    ),
  );
}

const RATES: Words = {
  worst: ['article text under *, at worst', 'share'],
  'worst-mean': ['article text under *, by the worst element', 'share'],
  best: ['article text under *, at best', 'share'],
  mean: ['article text under *, on average', 'share'],
};

const BRANCH: Words = {
  up: ['levels from * up to where its branch leaves', 'count'],
  down: ['levels down the branch beside *', 'count'],
  'branch-prose': ['share of the prose of the page in its branch beside *', 'share'],
  'branch-words': ['words in its branch beside *', 'log'],
  'branch-linked': ['share of links in its branch beside *', 'share'],
  'branch-blocks': ['blocks in its branch beside *', 'log'],
  'branch-mean-words': ['words a block in its branch beside *', 'count'],
  'branch-proseness': ['share of prose in its branch beside *', 'share'],
  'branch-depth-prose': ['share of the prose of the page where its branch leaves the way to *', 'share'],
};

const NEIGHBOUR: Words = {
  words: ['words of *', 'log'],
  linked: ['share of links in *', 'share'],
  prose: ['* is prose', 'yes'],
  heading: ['rank of *, if it is a heading', 'count'],
  worst: ['article text under the names of *', 'share'],
  'same-kind': ['* has the same tag and class', 'yes'],
  'same-parent': ['* shares its container (2) or the one around it (1)', 'count'],
};

const FAMILY_WORDS: Readonly<Record<string, Words>> = {
  tokens: {
    ...crossed(
      {
        below80: 'the names outside the core of the page',
        below50: 'the names outside the inner core of the page',
        path: 'the names on its whole path',
      },
      RATES,
    ),
    ...crossed(
      { own: 'the names of its element', holder: 'the names of its container', above: 'the names above its container' },
      { worst: RATES.worst ?? ['', 'share'], best: RATES.best ?? ['', 'share'], mean: RATES.mean ?? ['', 'share'] },
    ),
  },
  core: crossed({ core80: 'the core of the page', core50: 'the inner core of the page' }, BRANCH),
  signatures: crossed(
    { path4: 'blocks with its path of four tags and classes', path2: 'blocks with its path of two tags and classes' },
    {
      count: ['number of *', 'log'],
      'mean-words': ['words each of the *', 'count'],
      linked: ['share of links in the *', 'share'],
      prose: ['share of the prose of the page in the *', 'share'],
      proseness: ['share of prose among the *', 'share'],
    },
  ),
  place: {
    row: ['blocks before it', 'log'],
    'row-share': ['share of the blocks of the page before it', 'share'],
    'words-before': ['words before it', 'log'],
    'words-before-share': ['share of the words of the page before it', 'share'],
    'words-after': ['words after it', 'log'],
    'prose-before': ['share of the prose of the page before it', 'share'],
    'prose-after': ['share of the prose of the page after it', 'share'],
    'from-h1': ['blocks from the first heading of rank one', 'distance'],
    'from-first-prose': ['blocks from the first prose', 'distance'],
    'from-last-prose': ['blocks from the last prose', 'distance'],
    'from-title': ['blocks from the headline', 'distance'],
    'words-from-title': ['words from the headline before it', 'count'],
  },
  titles: {
    title: ['share of it that is the title of the page', 'share'],
    description: ['share of it that stands in the description of the page', 'share'],
  },
  heading: {
    distance: ['blocks from the heading above', 'count'],
    'words-since': ['words from the heading above', 'log'],
    level: ['rank of the heading above', 'count'],
    'heading-words': ['words of the heading above', 'count'],
    'heading-linked': ['share of links in the heading above', 'share'],
    'heading-worst': ['article text under the names of the heading above, at worst', 'share'],
    'heading-best': ['article text under the names of the heading above, at best', 'share'],
    'heading-title': ['share of the heading above that is the title of the page', 'share'],
    'heading-words-to-next': ['words under the same heading', 'log'],
    'same-branch': ['the heading above stands in the same branch of the page', 'yes'],
    'section-linked': ['share of links under the same heading', 'share'],
    'section-mean-words': ['words a block under the same heading', 'count'],
  },
  neighbours: {
    ...crossed(
      {
        before2: 'the second block before it',
        before1: 'the block before it',
        after1: 'the block after it',
        after2: 'the second block after it',
      },
      NEIGHBOUR,
    ),
    'image-before': ['a picture stands right before it', 'yes'],
    'image-after': ['a picture stands right after it', 'yes'],
  },
  windows: crossed(
    {
      around3: 'the three blocks on either side',
      around8: 'the eight blocks on either side',
      before6: 'the six blocks before it',
      after6: 'the six blocks after it',
    },
    {
      words: ['mean length of * in words', 'log'],
      linked: ['share of links in *', 'share'],
      prose: ['share of prose among *', 'share'],
      worst: ['article text under the names of *', 'share'],
    },
  ),
  text: {
    words: ['words', 'count'],
    units: ['characters', 'count'],
    linked: ['share of links in the text', 'share'],
    links: ['links in the text', 'count'],
    'word-length': ['characters a word', 'count'],
    sentence: ['ends like a sentence', 'yes'],
    commas: ['share of commas in the characters', 'share'],
    stops: ['share of full stops in the characters', 'share'],
    quotes: ['share of quotation marks in the characters', 'share'],
    separators: ['share of bars, dots and arrows in the characters', 'share'],
    capitals: ['share of capitals in the characters', 'share'],
    digits: ['share of digits in the characters', 'share'],
    letters: ['share of letters in the characters', 'share'],
    'starts-small': ['begins with a small letter', 'yes'],
    'starts-letter': ['begins with a letter', 'yes'],
    colon: ['ends with a colon', 'yes'],
    clock: ['holds a time of day', 'yes'],
    date: ['holds a date', 'yes'],
    contact: ['holds an address or a telephone number', 'yes'],
    rights: ['holds a copyright sign', 'yes'],
    'capitalised-words': ['share of words with a capital', 'share'],
    prose: ['reads as prose', 'yes'],
  },
  kind: {
    kind: ['kind of block', 'kind'],
    level: ['rank of the heading or depth of the list', 'count'],
    cells: ['cells of the table row', 'count'],
    'group-blocks': ['items of its list or rows of its table', 'log'],
    'group-place': ['place in its list or table', 'count'],
    'group-words': ['words an item of its list or row of its table', 'count'],
    'group-linked': ['share of links in its list or table', 'share'],
    inline: ['stands in an inline element', 'yes'],
    depth: ['depth in the page', 'count'],
    ...Object.fromEntries(
      [
        ['nav', 'a nav'],
        ['header', 'a header'],
        ['footer', 'a footer'],
        ['aside', 'an aside'],
        ['form', 'a form'],
        ['article', 'an article'],
        ['main', 'a main'],
        ['section', 'a section'],
        ['figure', 'a figure'],
        ['table', 'a table'],
        ['link', 'a link'],
        ['paragraph', 'a paragraph'],
        ['hidden', 'a hidden'],
        ['bold', 'a bold'],
        ['small', 'a small or italic'],
        ['details', 'a details or dialog'],
      ].map(([flag, element]) => [`flags-${flag}`, [`stands in ${element} element`, 'yes']]),
    ),
  },
  copies: {
    copies: ['times its text stands on the page', 'count'],
    copied: ['share of it that stands in other blocks', 'share'],
    'said-before': ['the same text stood before', 'yes'],
  },
  page: {
    rows: ['blocks of the page', 'log'],
    words: ['words of the page', 'log'],
    prose: ['words of prose on the page', 'log'],
    proseness: ['share of prose on the page', 'share'],
    'core80-prose': ['share of the prose of the page in its core', 'share'],
    'core50-prose': ['share of the prose of the page in its inner core', 'share'],
    'core80-words': ['share of the words of the page in its core', 'share'],
    'og-article': ['the page says in Open Graph that it is an article', 'yes'],
    'og-product': ['the page says in Open Graph that it is a product', 'yes'],
    'ld-article': ['the page says in JSON-LD that it is an article', 'yes'],
    'ld-product': ['the page says in JSON-LD that it is a product', 'yes'],
    'ld-forum': ['the page says in JSON-LD that it is a discussion', 'yes'],
    'ld-listing': ['the page says in JSON-LD that it is a list', 'yes'],
    published: ['the page says when it was published', 'yes'],
    'path-steps': ['steps in the path of its URL', 'count'],
    'path-hyphens': ['hyphens in the path of its URL', 'count'],
  },
  rules: {
    class: ['what the rules of markup and shape say', 'class'],
    confidence: ['how sure the rules of markup and shape are that it goes', 'share'],
    'kept-before': ['share of the four blocks before it that the rules keep', 'share'],
    'kept-after': ['share of the four blocks after it that the rules keep', 'share'],
    'kept-branch': ['share of its branch of the page that the rules keep', 'share'],
  },
};

/** The words for every feature by its name, `family:name`. */
export const FEATURE_WORDS: ReadonlyMap<string, FeatureWords> = new Map(
  Object.entries(FAMILY_WORDS).flatMap(([family, names]) =>
    Object.entries(names).map(([name, [words, unit]]): [string, FeatureWords] => [
      `${family}:${name}`,
      { words, unit },
    ]),
  ),
);
