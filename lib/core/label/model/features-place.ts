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
  measure: (page, row, into, place) => {
    let next = place;
    const rows = page.blocks.length;
    const words = page.wordsBefore[rows] ?? 0;
    const prose = page.proseBefore[rows] ?? 0;
    const before = page.wordsBefore[row] ?? 0;
    into[next++] = log(row);
    into[next++] = share(row, rows);
    into[next++] = log(before);
    into[next++] = share(before, words);
    into[next++] = log(words - (page.wordsBefore[row + 1] ?? 0));
    into[next++] = share(page.proseBefore[row] ?? 0, prose);
    into[next++] = share(prose - (page.proseBefore[row + 1] ?? 0), prose);
    const { h1, title, firstProse, lastProse } = page.landmarks;
    into[next++] = h1 < 0 ? 500 : clip(row - h1);
    into[next++] = clip(row - firstProse);
    into[next++] = clip(row - lastProse);
    into[next++] = title < 0 ? 500 : clip(row - title);
    into[next++] = title < 0 ? -1 : before - (page.wordsBefore[title] ?? 0);
  },
};

function clip(distance: number): number {
  return Math.max(-200, Math.min(200, distance));
}

/** What the page says of itself. */
export const TITLES: FeatureFamily = {
  family: 'titles',
  names: ['title', 'description'],
  measure: ({ title, description }, row, into, place) => {
    into[place] = title[row] ?? 0;
    into[place + 1] = description[row] ?? 0;
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
  measure: (page, row, into, place) => {
    let next = place;
    const above = page.headingAbove[row] ?? -1;
    const heading = above < 0 ? undefined : page.blocks[above];
    const block = page.blocks[row];
    if (heading === undefined || block === undefined) {
      for (let at = 0; at < 12; at++) into[place + at] = -1;
      return;
    }
    const { rates, elements } = page;
    const { branch } = elements.core80;
    const section = page.sections[row];
    into[next++] = clip(row - above);
    into[next++] = log((page.wordsBefore[row] ?? 0) - (page.wordsBefore[above] ?? 0));
    into[next++] = heading.level ?? 0;
    into[next++] = heading.words;
    into[next++] = heading.linkDensity;
    into[next++] = rates.below80.worst[heading.element] ?? 1;
    into[next++] = rates.below80.best[heading.element] ?? 1;
    into[next++] = page.title[above] ?? 0;
    into[next++] = log(section?.words ?? 0);
    into[next++] = (branch[heading.element] ?? -1) === (branch[block.element] ?? -1) ? 1 : 0;
    into[next++] = share(section?.linked ?? 0, section?.words ?? 0);
    into[next++] = share(section?.words ?? 0, section?.blocks ?? 0);
  },
};

const NEIGHBOUR_NAMES = ['words', 'linked', 'prose', 'heading', 'worst', 'same-kind', 'same-parent'];

function writeNeighbour(page: ModelPage, row: number, other: number, into: Float32Array, place: number): void {
  const { blocks } = page;
  const block = blocks[row];
  const neighbour = other < 0 || other >= blocks.length ? undefined : blocks[other];
  if (block === undefined || neighbour === undefined) {
    for (let at = 0; at < 7; at++) into[place + at] = -1;
    return;
  }
  const { container, kind, parent } = page.elements;
  const own = container[block.element] ?? 0;
  const its = container[neighbour.element] ?? 0;
  into[place] = log(neighbour.words);
  into[place + 1] = neighbour.linkDensity;
  into[place + 2] = page.prose[other] ?? 0;
  into[place + 3] = neighbour.kind === 'heading' ? (neighbour.level ?? 6) : 0;
  into[place + 4] = page.rates.below80.worst[neighbour.element] ?? 1;
  into[place + 5] = kind[own] === kind[its] ? 1 : 0;
  into[place + 6] = own === its ? 2 : parent[own] === parent[its] ? 1 : 0;
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
  measure: (page, row, into, place) => {
    writeNeighbour(page, row, row - 2, into, place);
    writeNeighbour(page, row, row - 1, into, place + 7);
    writeNeighbour(page, row, row + 1, into, place + 14);
    writeNeighbour(page, row, row + 2, into, place + 21);
    const all = page.document.blocks;
    const at = page.rows[row] ?? 0;
    into[place + 28] = at > 0 && all[at - 1]?.kind === 'image' ? 1 : 0;
    into[place + 29] = at + 1 < all.length && all[at + 1]?.kind === 'image' ? 1 : 0;
  },
};

const WINDOW_NAMES = ['words', 'linked', 'prose', 'worst'];
/** Means over the rows from one up to another, without it; -1 for no rows. */
function writeWindow(
  sums: readonly Float64Array[],
  start: number,
  end: number,
  into: Float32Array,
  place: number,
): void {
  const from = Math.max(0, start);
  const to = Math.min((sums[0]?.length ?? 1) - 1, end);
  const count = to - from;
  for (let at = 0; at < sums.length; at++) {
    const own = sums[at] as Float64Array;
    into[place + at] = count > 0 ? ((own[to] ?? 0) - (own[from] ?? 0)) / count : -1;
  }
}

/** Means over the blocks around it. */
export const AROUND: FeatureFamily = {
  family: 'windows',
  names: ['around3', 'around8', 'before6', 'after6'].flatMap((name) => prefixed(name, WINDOW_NAMES)),
  measure: ({ windows }, row, into, place) => {
    writeWindow(windows, row - 3, row + 4, into, place);
    writeWindow(windows, row - 8, row + 9, into, place + 4);
    writeWindow(windows, row - 6, row, into, place + 8);
    writeWindow(windows, row + 1, row + 7, into, place + 12);
  },
};

/** What the rules of markup and shape say of the block and of those around it. Only class and confidence: rule ids may change. */
export const RULES: FeatureFamily = {
  family: 'rules',
  names: ['class', 'confidence', 'kept-before', 'kept-after', 'kept-branch'],
  measure: ({ rules, rulesKept, branchKept, blocks, elements }, row, into, place) => {
    const removal = rules[row] ?? null;
    into[place] = removal === null ? -1 : REMOVAL_CLASSES.indexOf(removal.class);
    into[place + 1] = removal === null ? 0 : removal.confidence;
    into[place + 2] = meanKept(rulesKept, row - 4, row);
    into[place + 3] = meanKept(rulesKept, row + 1, row + 5);
    into[place + 4] = branchKept.get(elements.core80.branch[blocks[row]?.element ?? 0] ?? -1) ?? 0;
  },
};

/** Share of the rows from one up to another, without it, that the rules keep; -1 for no rows. */
function meanKept(kept: Float64Array, from: number, to: number): number {
  const start = Math.max(0, from);
  const end = Math.min(kept.length - 1, to);
  return end > start ? ((kept[end] ?? 0) - (kept[start] ?? 0)) / (end - start) : -1;
}
