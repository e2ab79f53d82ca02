import { log, share } from '../../model/feature.ts';
import { CHARACTER_COUNTS } from './character-facts.ts';
import type { LineFamily } from './feature.ts';

const KINDS = ['heading', 'paragraph', 'list-item', 'quote', 'table-row', 'code', 'caption', 'image', 'separator'];
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
  measure: ({ size, lines, blocks, prose, medianProse, characters: { counts } }, row, put) => {
    const line = lines[row];
    const own = size[row] ?? 0;
    const at = row * WIDTH;
    const units = counts[at + 8] ?? 0;
    put(own);
    put(share(own, medianProse));
    put(share(blocks[row]?.text.length ?? 0, own));
    put(line?.ended === true ? 1 : 0);
    put(line?.elided === true ? 1 : 0);
    put(line?.ending === ':' || line?.ending === '：' ? 1 : 0);
    put(line?.glued ?? 0);
    put(prose[row] ?? 0);
    put(share(counts[at + 1] ?? 0, units));
    put(share((counts[at + 2] ?? 0) * 6, units));
    put(share(counts[at + 3] ?? 0, units));
    put(share(counts[at + 4] ?? 0, units));
    put(share(counts[at + 5] ?? 0, units));
    put(share(counts[at + 6] ?? 0, units));
    put(share(counts[at + 7] ?? 0, units));
    put(share(counts[at] ?? 0, units));
    for (let fact = 9; fact < WIDTH; fact++) put(counts[at + fact] ?? 0);
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
  measure: ({ blocks, lines, imagesBefore, rulesBefore, sums }, row, put) => {
    const block = blocks[row];
    const gap = lines[row]?.gap ?? 1;
    put(KINDS.indexOf(block?.kind ?? 'paragraph'));
    put(block?.level ?? 0);
    put(block?.linkDensity ?? 0);
    put(block?.links.length ?? 0);
    put(lines[row]?.marked === true ? 1 : 0);
    put(gap);
    put(lines[row + 1]?.gap ?? 9);
    put(gap - share(sums.gaps.at(-1) ?? 0, blocks.length));
    put(imagesBefore[row] ?? 0);
    put(imagesBefore[row + 1] ?? 0);
    put(imagesBefore[row + 2] ?? 0);
    put(rulesBefore[row] ?? 0);
    put(rulesBefore[row + 1] ?? 0);
    put(block?.continues === true ? 1 : 0);
  },
};

/** The list or table that the line is an entry of. */
export const GROUP: LineFamily = {
  family: 'group',
  names: ['count', 'place', 'size', 'linked', 'ended', 'before-prose', 'after-prose'],
  measure: ({ groups, prose }, row, put) => {
    const group = groups[row];
    put(log(group?.count ?? 0));
    put(group === undefined ? -1 : row - group.first);
    put(share(group?.size ?? 0, group?.count ?? 0));
    put(share(group?.linked ?? 0, group?.size ?? 0));
    put(share(group?.ended ?? 0, group?.count ?? 0));
    put(group === undefined ? -1 : (prose[group.first - 1] ?? -1));
    put(group === undefined ? -1 : (prose[group.first + group.count] ?? -1));
  },
};

/** Cards and menus repeat the shape of a line; so do copies its text. */
export const REPEATS: LineFamily = {
  family: 'repeats',
  names: ['copies', 'said-before', 'shape-share', 'shape-near', 'shape-run', 'period-2', 'period-3', 'period-4'],
  measure: ({ repeats: { copies, saidBefore, shape, shapeRows } }, row, put) => {
    const own = shape[row] ?? 0;
    put(copies[row] ?? 1);
    put(saidBefore[row] ?? 0);
    put(share((shapeRows[own] ?? 1) - 1, shape.length));
    let near = 0;
    for (let at = row - 6; at <= row + 6; at++) if (shape[at] === own) near++;
    put(near);
    put(runOf(shape, row));
    for (let period = 2; period <= 4; period++) put(periodicity(shape, row, period));
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
