import { REMOVAL_CLASSES } from '../../document.ts';
import { type FeatureFamily, log, prefixed, share } from './feature.ts';
import type { ModelPage } from './model-page.ts';

/** Where the block stands on the page. */
export const PLACE: FeatureFamily = {
  family: 'place',
  names: [
    'row',
    'row-share',
    'words-before',
    'words-before-share',
    'words-after',
    'prose-before',
    'prose-after',
    'from-h1',
    'from-first-prose',
    'from-last-prose',
    'from-title',
    'words-from-title',
  ],
  measure: (page, row, put) => {
    const rows = page.blocks.length;
    const words = page.wordsBefore[rows] ?? 0;
    const prose = page.proseBefore[rows] ?? 0;
    const before = page.wordsBefore[row] ?? 0;
    put(log(row));
    put(share(row, rows));
    put(log(before));
    put(share(before, words));
    put(log(words - (page.wordsBefore[row + 1] ?? 0)));
    put(share(page.proseBefore[row] ?? 0, prose));
    put(share(prose - (page.proseBefore[row + 1] ?? 0), prose));
    const { h1, title, firstProse, lastProse } = page.landmarks;
    put(h1 < 0 ? 500 : clip(row - h1));
    put(clip(row - firstProse));
    put(clip(row - lastProse));
    put(title < 0 ? 500 : clip(row - title));
    put(title < 0 ? -1 : before - (page.wordsBefore[title] ?? 0));
  },
};

function clip(distance: number): number {
  return Math.max(-200, Math.min(200, distance));
}

/** What the page says of itself. */
export const TITLES: FeatureFamily = {
  family: 'titles',
  names: ['title', 'description'],
  measure: ({ title, description }, row, put) => {
    put(title[row] ?? 0);
    put(description[row] ?? 0);
  },
};

/** The heading that the block stands under. */
export const HEADING: FeatureFamily = {
  family: 'heading',
  names: [
    'distance',
    'words-since',
    'level',
    'heading-words',
    'heading-linked',
    'heading-worst',
    'heading-best',
    'heading-title',
    'heading-words-to-next',
    'same-branch',
    'section-linked',
    'section-mean-words',
  ],
  measure: (page, row, put) => {
    const above = page.headingAbove[row] ?? -1;
    const heading = page.blocks[above];
    const block = page.blocks[row];
    if (heading === undefined || block === undefined) {
      for (let at = 0; at < 12; at++) put(-1);
      return;
    }
    const { rates, elements } = page;
    const { branch } = elements.core80;
    const section = page.sections[row];
    put(clip(row - above));
    put(log((page.wordsBefore[row] ?? 0) - (page.wordsBefore[above] ?? 0)));
    put(heading.level ?? 0);
    put(heading.words);
    put(heading.linkDensity);
    put(rates.below80.worst[heading.element] ?? 1);
    put(rates.below80.best[heading.element] ?? 1);
    put(page.title[above] ?? 0);
    put(log(section?.words ?? 0));
    put((branch[heading.element] ?? -1) === (branch[block.element] ?? -1) ? 1 : 0);
    put(share(section?.linked ?? 0, section?.words ?? 0));
    put(share(section?.words ?? 0, section?.blocks ?? 0));
  },
};

const NEIGHBOUR_NAMES = ['words', 'linked', 'prose', 'heading', 'worst', 'same-kind', 'same-parent'];

function putNeighbour(page: ModelPage, row: number, other: number, put: (value: number) => void): void {
  const block = page.blocks[row];
  const neighbour = page.blocks[other];
  if (block === undefined || neighbour === undefined) {
    for (let at = 0; at < NEIGHBOUR_NAMES.length; at++) put(-1);
    return;
  }
  const { container, kind, parent } = page.elements;
  const own = container[block.element] ?? 0;
  const its = container[neighbour.element] ?? 0;
  put(log(neighbour.words));
  put(neighbour.linkDensity);
  put(page.prose[other] ?? 0);
  put(neighbour.kind === 'heading' ? (neighbour.level ?? 6) : 0);
  put(page.rates.below80.worst[neighbour.element] ?? 1);
  put(kind[own] === kind[its] ? 1 : 0);
  put(own === its ? 2 : parent[own] === parent[its] ? 1 : 0);
}

/** The blocks next to it. */
export const NEIGHBOURS: FeatureFamily = {
  family: 'neighbours',
  names: [
    ...prefixed('before2', NEIGHBOUR_NAMES),
    ...prefixed('before1', NEIGHBOUR_NAMES),
    ...prefixed('after1', NEIGHBOUR_NAMES),
    ...prefixed('after2', NEIGHBOUR_NAMES),
    'image-before',
    'image-after',
  ],
  measure: (page, row, put) => {
    for (const step of [-2, -1, 1, 2]) putNeighbour(page, row, row + step, put);
    const at = page.rows[row] ?? 0;
    put(page.document.blocks[at - 1]?.kind === 'image' ? 1 : 0);
    put(page.document.blocks[at + 1]?.kind === 'image' ? 1 : 0);
  },
};

const WINDOW_NAMES = ['words', 'linked', 'prose', 'worst'];
const WINDOWS: readonly (readonly [number, number])[] = [
  [-3, 3],
  [-8, 8],
  [-6, -1],
  [1, 6],
];

/** Means over the blocks around it. */
export const AROUND: FeatureFamily = {
  family: 'windows',
  names: ['around3', 'around8', 'before6', 'after6'].flatMap((name) => prefixed(name, WINDOW_NAMES)),
  measure: ({ windows, blocks }, row, put) => {
    for (const [start, end] of WINDOWS) {
      const from = Math.max(0, row + start);
      const to = Math.min(blocks.length, row + end + 1);
      for (const sums of windows) put(to > from ? ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from) : -1);
    }
  },
};

/** What the rules of markup and shape say of the block and of those around it. Only class and confidence: rule ids may change. */
export const RULES: FeatureFamily = {
  family: 'rules',
  names: ['class', 'confidence', 'kept-before', 'kept-after', 'kept-branch'],
  measure: ({ rules, rulesKept, branchKept, blocks, elements }, row, put) => {
    const removal = rules[row] ?? null;
    const mean = (from: number, to: number): number => {
      const start = Math.max(0, from);
      const end = Math.min(blocks.length, to);
      return end > start ? ((rulesKept[end] ?? 0) - (rulesKept[start] ?? 0)) / (end - start) : -1;
    };
    put(removal === null ? -1 : REMOVAL_CLASSES.indexOf(removal.class));
    put(removal?.confidence ?? 0);
    put(mean(row - 4, row));
    put(mean(row + 1, row + 5));
    put(branchKept.get(elements.core80.branch[blocks[row]?.element ?? 0] ?? -1) ?? 0);
  },
};
