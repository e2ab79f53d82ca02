import { endsLikeSentence } from '../html/prose.ts';
import { type FeatureFamily, log, share } from './feature.ts';

const CAPITAL = /\p{Lu}/gu;
const DIGIT = /\p{N}/gu;
const LETTER = /\p{L}/gu;
const COMMA = /[,،、，;]/g;
const STOP = /[.!?…।。！？]/g;
const QUOTE = /["“”„«»‘’]/g;
const SEPARATOR = /[|•·»›/–—]/g;
const CLOCK = /\b\d{1,2}[:.h]\d{2}\b/;
const DATE = /\b(?:19|20)\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/;
const CONTACT = /@|https?:|www\.|\+\d[\d ()/-]{6}/;
const RIGHTS = /[©®]|\(c\)/i;
/** A text is measured by its beginning: pages with one giant block must not cost more. */
const MEASURED_UNITS = 2000;

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** Length and punctuation of the text itself. */
export const TEXT: FeatureFamily = {
  family: 'text',
  names: [
    'words',
    'units',
    'linked',
    'links',
    'word-length',
    'sentence',
    'commas',
    'stops',
    'quotes',
    'separators',
    'capitals',
    'digits',
    'letters',
    'starts-small',
    'starts-letter',
    'colon',
    'clock',
    'date',
    'contact',
    'rights',
    'capitalised-words',
    'prose',
  ],
  measure: ({ blocks, prose }, row, put) => {
    const block = blocks[row];
    const whole = block?.text ?? '';
    const text = whole.length > MEASURED_UNITS ? whole.slice(0, MEASURED_UNITS) : whole;
    const words = block?.words ?? 0;
    put(words);
    put(whole.length);
    put(block?.linkDensity ?? 0);
    put(block?.links.length ?? 0);
    put(share(whole.length, words));
    put(endsLikeSentence(whole) ? 1 : 0);
    put(share(countOf(COMMA, text), text.length));
    put(share(countOf(STOP, text), text.length));
    put(share(countOf(QUOTE, text), text.length));
    put(share(countOf(SEPARATOR, text), text.length));
    put(share(countOf(CAPITAL, text), text.length));
    put(share(countOf(DIGIT, text), text.length));
    put(share(countOf(LETTER, text), text.length));
    put(/^\p{Ll}/u.test(text) ? 1 : 0);
    put(/^\p{L}/u.test(text) ? 1 : 0);
    put(/[:：]\s*$/.test(whole.slice(-3)) ? 1 : 0);
    put(CLOCK.test(text) ? 1 : 0);
    put(DATE.test(text) ? 1 : 0);
    put(CONTACT.test(text) ? 1 : 0);
    put(RIGHTS.test(text) ? 1 : 0);
    put(share(countOf(/(?:^|\s)\p{Lu}/gu, text), Math.max(1, words)));
    put(prose[row] ?? 0);
  },
};

const KINDS = ['heading', 'paragraph', 'list-item', 'quote', 'table-row', 'code', 'caption', 'image', 'separator'];

/** Kind of the block, its list or table, and what its path says by tags alone. */
export const KIND: FeatureFamily = {
  family: 'kind',
  names: [
    'kind',
    'level',
    'cells',
    'group-blocks',
    'group-place',
    'group-words',
    'group-linked',
    'inline',
    'depth',
    'flags-nav',
    'flags-header',
    'flags-footer',
    'flags-aside',
    'flags-form',
    'flags-article',
    'flags-main',
    'flags-section',
    'flags-figure',
    'flags-table',
    'flags-link',
    'flags-paragraph',
    'flags-hidden',
    'flags-bold',
    'flags-small',
    'flags-details',
  ],
  measure: (page, row, put) => {
    const block = page.blocks[row];
    if (block === undefined) return;
    const group = page.groups[row];
    put(KINDS.indexOf(block.kind));
    put(block.level ?? 0);
    put(block.cells?.length ?? 0);
    put(log(group?.blocks ?? 0));
    put(group === undefined ? 0 : row - group.first);
    put(share(group?.words ?? 0, group?.blocks ?? 0));
    put(share(group?.linked ?? 0, group?.words ?? 0));
    put(page.elements.container[block.element] === block.element ? 0 : 1);
    put(page.elements.table.depth[block.element] ?? 0);
    const flags = page.tagFlags[block.element] ?? 0;
    for (let bit = 0; bit < 16; bit++) put((flags >> bit) & 1);
  },
};

/** Copies of the text on the page. */
export const COPIES: FeatureFamily = {
  family: 'copies',
  names: ['copies', 'copied', 'said-before'],
  measure: ({ copies, copied, saidBefore }, row, put) => {
    put(copies[row] ?? 1);
    put(copied[row] ?? 0);
    put(saidBefore[row] ?? 0);
  },
};

/** The page as a whole. */
export const PAGE: FeatureFamily = {
  family: 'page',
  names: [
    'rows',
    'words',
    'prose',
    'proseness',
    'core80-prose',
    'core50-prose',
    'core80-words',
    'og-article',
    'og-product',
    'ld-article',
    'ld-product',
    'ld-forum',
    'ld-listing',
    'published',
    'path-steps',
    'path-hyphens',
  ],
  measure: ({ elements, facts, blocks }, _row, put) => {
    const words = elements.words[0] ?? 0;
    const prose = elements.prose[0] ?? 0;
    put(log(blocks.length));
    put(log(words));
    put(log(prose));
    put(share(prose, words));
    put(share(elements.prose[elements.core80.core] ?? 0, prose));
    put(share(elements.prose[elements.core50.core] ?? 0, prose));
    put(share(elements.words[elements.core80.core] ?? 0, words));
    put(facts.ogArticle);
    put(facts.ogProduct);
    put(facts.article);
    put(facts.product);
    put(facts.forum);
    put(facts.listing);
    put(facts.published);
    put(facts.pathSteps);
    put(facts.pathHyphens);
  },
};
