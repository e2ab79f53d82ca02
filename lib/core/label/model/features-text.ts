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
  measure: ({ blocks, prose }, row, into, place) => {
    let next = place;
    const block = blocks[row];
    const text = block?.text ?? '';
    const words = block?.words ?? 0;
    const counts = countCharacters(text, MEASURED_UNITS);
    const start = text === '' ? 0 : kindsAt(text, 0);
    // Digits, marks and addresses decide these: most texts have none of them and need no pattern.
    const hasDigits = counts.digits > 0;
    const measured = text.length > MEASURED_UNITS ? text.slice(0, MEASURED_UNITS) : text;
    into[next++] = words;
    into[next++] = text.length;
    into[next++] = block?.linkDensity ?? 0;
    into[next++] = block?.links.length ?? 0;
    into[next++] = share(text.length, words);
    into[next++] = endsLikeSentence(text) ? 1 : 0;
    into[next++] = share(counts.commas, counts.units);
    into[next++] = share(counts.stops, counts.units);
    into[next++] = share(counts.quotes, counts.units);
    into[next++] = share(counts.separators, counts.units);
    into[next++] = share(counts.capitals, counts.units);
    into[next++] = share(counts.digits, counts.units);
    into[next++] = share(counts.letters, counts.units);
    into[next++] = (start & LETTER) !== 0 && (start & CAPITAL) === 0 ? 1 : 0;
    into[next++] = (start & LETTER) !== 0 ? 1 : 0;
    into[next++] = text.endsWith(':') || text.endsWith('：') ? 1 : 0;
    into[next++] = hasDigits && CLOCK.test(measured) ? 1 : 0;
    into[next++] = hasDigits && DATE.test(measured) ? 1 : 0;
    into[next++] = CONTACT.test(measured) ? 1 : 0;
    into[next++] = RIGHTS.test(measured) ? 1 : 0;
    into[next++] = share(counts.capitalised, words);
    into[next++] = prose[row] ?? 0;
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
  measure: (page, row, into, place) => {
    let next = place;
    const block = page.blocks[row];
    if (block === undefined) return;
    const group = page.groups[row];
    into[next++] = KINDS.indexOf(block.kind);
    into[next++] = block.level ?? 0;
    into[next++] = block.cells?.length ?? 0;
    into[next++] = log(group?.blocks ?? 0);
    into[next++] = group === undefined ? 0 : row - group.first;
    into[next++] = share(group?.words ?? 0, group?.blocks ?? 0);
    into[next++] = share(group?.linked ?? 0, group?.words ?? 0);
    into[next++] = page.elements.container[block.element] === block.element ? 0 : 1;
    into[next++] = page.elements.table.depth[block.element] ?? 0;
    const flags = page.tagFlags[block.element] ?? 0;
    for (let bit = 0; bit < 16; bit++) into[next++] = (flags >> bit) & 1;
  },
};

/** Copies of the text on the page. */
export const COPIES: FeatureFamily = {
  family: 'copies',
  names: ['copies', 'copied', 'said-before'],
  measure: ({ copies, copied, saidBefore }, row, into, place) => {
    into[place] = copies[row] ?? 1;
    into[place + 1] = copied[row] ?? 0;
    into[place + 2] = saidBefore[row] ?? 0;
  },
};

/** The page as a whole. */
export const PAGE: FeatureFamily = {
  family: 'page',
  isOfPage: true,
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
  measure: ({ elements, facts, blocks }, _row, into, place) => {
    let next = place;
    const words = elements.words[0] ?? 0;
    const prose = elements.prose[0] ?? 0;
    into[next++] = log(blocks.length);
    into[next++] = log(words);
    into[next++] = log(prose);
    into[next++] = share(prose, words);
    into[next++] = share(elements.prose[elements.core80.core] ?? 0, prose);
    into[next++] = share(elements.prose[elements.core50.core] ?? 0, prose);
    into[next++] = share(elements.words[elements.core80.core] ?? 0, words);
    into[next++] = facts.ogArticle;
    into[next++] = facts.ogProduct;
    into[next++] = facts.article;
    into[next++] = facts.product;
    into[next++] = facts.forum;
    into[next++] = facts.listing;
    into[next++] = facts.published;
    into[next++] = facts.pathSteps;
    into[next++] = facts.pathHyphens;
  },
};
