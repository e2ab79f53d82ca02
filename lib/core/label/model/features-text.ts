import { endsLikeSentence } from '../html/prose.ts';
import { CAPITAL, countCharacters, kindsAt, LETTER } from './characters.ts';
import { type FeatureFamily, log, share } from './feature.ts';

const CLOCK = /\b\d{1,2}[:.h]\d{2}\b/;
const DATE = /\b(?:19|20)\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/;
const CONTACT = /@|https?:|www\.|\+\d[\d ()/-]{6}/;
const RIGHTS = /[©®]|\(c\)/i;
/** A text is measured by its beginning: pages with one giant block must not cost more. */
const MEASURED_UNITS = 2000;

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
    const text = block?.text ?? '';
    const words = block?.words ?? 0;
    const counts = countCharacters(text, MEASURED_UNITS);
    const start = text === '' ? 0 : kindsAt(text, 0);
    // Digits, marks and addresses decide these: most texts have none of them and need no pattern.
    const hasDigits = counts.digits > 0;
    const measured = text.length > MEASURED_UNITS ? text.slice(0, MEASURED_UNITS) : text;
    put(words);
    put(text.length);
    put(block?.linkDensity ?? 0);
    put(block?.links.length ?? 0);
    put(share(text.length, words));
    put(endsLikeSentence(text) ? 1 : 0);
    for (const count of [
      counts.commas,
      counts.stops,
      counts.quotes,
      counts.separators,
      counts.capitals,
      counts.digits,
      counts.letters,
    ])
      put(share(count, counts.units));
    put((start & LETTER) !== 0 && (start & CAPITAL) === 0 ? 1 : 0);
    put((start & LETTER) !== 0 ? 1 : 0);
    put(/[:：]$/.test(text.slice(-1)) ? 1 : 0);
    put(hasDigits && CLOCK.test(measured) ? 1 : 0);
    put(hasDigits && DATE.test(measured) ? 1 : 0);
    put(CONTACT.test(measured) ? 1 : 0);
    put(RIGHTS.test(measured) ? 1 : 0);
    put(share(counts.capitalised, words));
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
