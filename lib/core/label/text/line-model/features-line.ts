import { log, share } from '../../model/feature.ts';
import { CHARACTER_COUNTS } from './character-facts.ts';
import type { LineFamily } from './feature.ts';

const KINDS = ['heading', 'paragraph', 'list-item', 'quote', 'table-row', 'code', 'caption', 'image', 'separator'];
const PARAGRAPH = KINDS.indexOf('paragraph');
const WIDTH = CHARACTER_COUNTS.length;

/** Length and punctuation of the line itself. */
export const TEXT: LineFamily = {
  family: 'text',
  names: [
    'size',
    'size-of-prose',
    'word-length',
    'ended',
    'elided',
    'colon',
    'glued',
    'prose',
    'capitals',
    'capitalised',
    'digits',
    'commas',
    'stops',
    'quotes',
    'separators',
    'letters',
    'starts',
    'year',
    'address',
    'rights',
    'clock',
  ],
  measure: ({ size, lines, blocks, prose, medianProse, characters: { counts } }, row, into, place) => {
    let next = place;
    const line = lines[row];
    const own = size[row] ?? 0;
    const at = row * WIDTH;
    const units = counts[at + 8] ?? 0;
    into[next++] = own;
    into[next++] = share(own, medianProse);
    into[next++] = share(blocks[row]?.text.length ?? 0, own);
    into[next++] = line?.ended === true ? 1 : 0;
    into[next++] = line?.elided === true ? 1 : 0;
    into[next++] = line?.ending === ':' || line?.ending === '：' ? 1 : 0;
    into[next++] = line?.glued ?? 0;
    into[next++] = prose[row] ?? 0;
    into[next++] = share(counts[at + 1] ?? 0, units);
    into[next++] = share((counts[at + 2] ?? 0) * 6, units);
    into[next++] = share(counts[at + 3] ?? 0, units);
    into[next++] = share(counts[at + 4] ?? 0, units);
    into[next++] = share(counts[at + 5] ?? 0, units);
    into[next++] = share(counts[at + 6] ?? 0, units);
    into[next++] = share(counts[at + 7] ?? 0, units);
    into[next++] = share(counts[at] ?? 0, units);
    for (let fact = 9; fact < WIDTH; fact++) into[next++] = counts[at + fact] ?? 0;
  },
};

/** What the markup or the white space of the source says. */
export const MARKUP: LineFamily = {
  family: 'markup',
  names: [
    'kind',
    'level',
    'linked',
    'links',
    'marked',
    'gap',
    'gap-after',
    'gap-above-mean',
    'image-before',
    'image-after',
    'image-next-but-one',
    'rule-before',
    'rule-after',
    'continues',
  ],
  measure: ({ blocks, lines, imagesBefore, rulesBefore, sums }, row, into, place) => {
    let next = place;
    const block = blocks[row];
    const gap = lines[row]?.gap ?? 1;
    into[next++] = block?.kind === 'paragraph' ? PARAGRAPH : KINDS.indexOf(block?.kind ?? 'paragraph');
    into[next++] = block?.level ?? 0;
    into[next++] = block?.linkDensity ?? 0;
    into[next++] = block?.links.length ?? 0;
    into[next++] = lines[row]?.marked === true ? 1 : 0;
    into[next++] = gap;
    into[next++] = lines[row + 1]?.gap ?? 9;
    into[next++] = gap - share(sums.gaps[blocks.length] ?? 0, blocks.length);
    into[next++] = imagesBefore[row] ?? 0;
    into[next++] = imagesBefore[row + 1] ?? 0;
    into[next++] = imagesBefore[row + 2] ?? 0;
    into[next++] = rulesBefore[row] ?? 0;
    into[next++] = rulesBefore[row + 1] ?? 0;
    into[next++] = block?.continues === true ? 1 : 0;
  },
};

/** The list or table that the line is an entry of. */
export const GROUP: LineFamily = {
  family: 'group',
  names: ['count', 'place', 'size', 'linked', 'ended', 'before-prose', 'after-prose'],
  measure: ({ groups, prose }, row, into, place) => {
    let next = place;
    const group = groups[row];
    into[next++] = log(group?.count ?? 0);
    into[next++] = group === undefined ? -1 : row - group.first;
    into[next++] = share(group?.size ?? 0, group?.count ?? 0);
    into[next++] = share(group?.linked ?? 0, group?.size ?? 0);
    into[next++] = share(group?.ended ?? 0, group?.count ?? 0);
    into[next++] = group === undefined ? -1 : (prose[group.first - 1] ?? -1);
    into[next++] = group === undefined ? -1 : (prose[group.first + group.count] ?? -1);
  },
};

/** Cards and menus repeat the shape of a line; so do copies its text. */
export const REPEATS: LineFamily = {
  family: 'repeats',
  names: ['copies', 'said-before', 'shape-share', 'shape-near', 'shape-run', 'period-2', 'period-3', 'period-4'],
  measure: ({ repeats: { copies, saidBefore, shape, shapeRows } }, row, into, place) => {
    let next = place;
    const own = shape[row] ?? 0;
    into[next++] = copies[row] ?? 1;
    into[next++] = saidBefore[row] ?? 0;
    into[next++] = share((shapeRows[own] ?? 1) - 1, shape.length);
    let near = 0;
    for (let at = row - 6; at <= row + 6; at++) if (shape[at] === own) near++;
    into[next++] = near;
    into[next++] = runOf(shape, row);
    for (let period = 2; period <= 4; period++) into[next++] = periodicity(shape, row, period);
  },
};

const MAX_RUN = 12;

/** Neighbouring rows of one shape, at most `MAX_RUN` to either side. */
function runOf(shape: Int32Array, row: number): number {
  let run = 1;
  for (let at = row - 1; at >= row - MAX_RUN && shape[at] === shape[row]; at--) run++;
  for (let at = row + 1; at <= row + MAX_RUN && shape[at] === shape[row]; at++) run++;
  return run;
}

/** How many of the rows around come again `period` rows before or behind, in the same order. */
function periodicity(shape: Int32Array, row: number, period: number): number {
  let same = 0;
  for (let at = row - 1; at <= row + 1; at++) {
    if (shape[at] === undefined) continue;
    if (shape[at] === shape[at + period]) same++;
    if (shape[at] === shape[at - period]) same++;
  }
  return same;
}
