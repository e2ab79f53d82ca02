import { log, share } from '../../model/feature.ts';
import type { BodyRuns } from './body-runs.ts';
import type { LineFamily } from './feature.ts';
import type { LinePage } from './line-page.ts';
import type { LineSums } from './line-sums.ts';
import type { Sums } from './sums.ts';

/** Where the line stands in the document and by the stretches of prose. */
export const PLACE: LineFamily = {
  family: 'place',
  names: [
    'share',
    'from-start',
    'from-end',
    'size-before',
    'prose-before',
    'prose-after',
    'prose-rows-before',
    'prose-rows-after',
    'to-prose-before',
    'to-prose-after',
    'run-size',
    'run-share',
    'run-place',
    'in-longest',
    'before-longest',
    'behind-longest',
    'nearest-run-size',
  ],
  measure: (page, row, into, place) => {
    let next = place;
    const { sums, bodies, rows } = page;
    const count = rows.length;
    const all = sums.proseSize[count] ?? 0;
    const before = sums.proseSize[row] ?? 0;
    const after = all - (sums.proseSize[row + 1] ?? 0);
    into[next++] = share(row, count);
    into[next++] = log(row);
    into[next++] = log(count - 1 - row);
    into[next++] = share(sums.size[row] ?? 0, sums.size[count] ?? 0);
    into[next++] = share(before, all);
    into[next++] = share(after, all);
    into[next++] = log(sums.prose[row] ?? 0);
    into[next++] = log((sums.prose[count] ?? 0) - (sums.prose[row + 1] ?? 0));
    into[next++] = log(row - page.proseBefore(row));
    into[next++] = log(page.proseAfter(row) - row);
    const run = bodies.run[row] ?? -1;
    const first = run < 0 ? 0 : (bodies.first[run] ?? 0);
    const last = run < 0 ? 0 : (bodies.last[run] ?? 0);
    into[next++] = run < 0 ? -1 : log(bodies.size[run] ?? 0);
    into[next++] = run < 0 ? -1 : share(bodies.size[run] ?? 0, all);
    into[next++] = run < 0 ? -1 : share(row - first, Math.max(1, last - first));
    into[next++] = run >= 0 && run === bodies.longest ? 1 : 0;
    const { longest } = bodies;
    into[next++] = log((longest < 0 ? 0 : (bodies.first[longest] ?? 0)) - row);
    into[next++] = log(row - (longest < 0 ? count : (bodies.last[longest] ?? count)));
    into[next++] = log(nearestRun(page, row));
  },
};

/** Words of the larger of the stretches of prose before and behind a row that lies in none. */
function nearestRun({ bodies, proseBefore, proseAfter }: LinePage, row: number): number {
  const own = bodies.run[row] ?? -1;
  if (own >= 0) return bodies.size[own] ?? 0;
  return Math.max(runSize(bodies, proseBefore(row)), runSize(bodies, proseAfter(row)));
}

/** Words of the stretch of prose that a row lies in; 0 for a row in none. */
function runSize({ run, size }: BodyRuns, row: number): number {
  const own = row < 0 || row >= run.length ? -1 : (run[row] as number);
  return own < 0 ? 0 : (size[own] as number);
}

const WINDOWS = [
  { name: 'around4', from: -4, to: 5 },
  { name: 'around12', from: -12, to: 13 },
  { name: 'before3', from: -3, to: 0 },
  { name: 'after3', from: 1, to: 4 },
  { name: 'before10', from: -10, to: 0 },
  { name: 'after10', from: 1, to: 11 },
] as const;

const WINDOW_FIGURES = ['size', 'prose', 'linked', 'ended', 'short', 'removed', 'furniture', 'images'] as const;
const WINDOW_WIDTH = WINDOW_FIGURES.length;

/** What the lines around are like. */
export const AROUND: LineFamily = {
  family: 'around',
  names: WINDOWS.flatMap(({ name }) => WINDOW_FIGURES.map((what) => `${name}-${what}`)),
  measure: ({ sums }, row, into, place) => {
    let next = place;
    for (let i = 0; i < WINDOWS.length; i++, next += WINDOW_WIDTH) {
      const { from, to } = WINDOWS[i] as (typeof WINDOWS)[number];
      measureWindow(sums, row + from, row + to, into, next);
    }
  },
};

function measureWindow(sums: LineSums, from: number, to: number, into: Float32Array, place: number): void {
  const start = Math.max(0, from);
  const end = Math.max(start, Math.min(sums.size.length - 1, to));
  const rows = Math.max(1, end - start);
  const size = between(sums.size, start, end);
  into[place] = log(size / rows);
  into[place + 1] = share(between(sums.proseSize, start, end), size);
  into[place + 2] = share(between(sums.linked, start, end), size);
  into[place + 3] = between(sums.ended, start, end) / rows;
  into[place + 4] = between(sums.short, start, end) / rows;
  into[place + 5] = between(sums.removed, start, end) / rows;
  into[place + 6] = between(sums.furniture, start, end) / rows;
  into[place + 7] = between(sums.images, start, end) / rows;
}

function between(sums: Sums, start: number, end: number): number {
  return (sums[end] as number) - (sums[start] as number);
}

/** The lines next to it, one by one. */
export const NEIGHBOURS: LineFamily = {
  family: 'neighbours',
  names: ['before2', 'before1', 'after1', 'after2'].flatMap((where) =>
    ['size', 'ended', 'linked', 'verdict', 'heading', 'starts'].map((what) => `${where}-${what}`),
  ),
  measure: ({ size, lines, blocks, verdict }, row, into, place) => {
    let next = place;
    for (let at = row - 2; at <= row + 2; at++) {
      if (at === row) continue;
      // An index below 0 is no place of a list but the name of a property: it is looked for along the prototypes.
      const line = at < 0 ? undefined : lines[at];
      const block = at < 0 ? undefined : blocks[at];
      into[next++] = line === undefined ? -1 : log(size[at] ?? 0);
      into[next++] = line === undefined ? -1 : line.ended ? 1 : 0;
      into[next++] = block?.linkDensity ?? -1;
      into[next++] = verdict[at] ?? -1;
      into[next++] = block?.kind === 'heading' ? (block.level ?? 0) : -1;
      into[next++] = line === undefined ? -1 : line.startsLower ? 1 : 0;
    }
  },
};

/** What the form rules removed before and behind. */
export const RULES: LineFamily = {
  family: 'rules',
  names: ['to-removed-before', 'to-removed-after', 'before', 'after', 'furniture-before', 'furniture-after', 'share'],
  measure: (page, row, into, place) => {
    let next = place;
    const { sums, verdict } = page;
    const count = verdict.length;
    const before = page.removedBefore(row);
    const after = page.removedAfter(row);
    into[next++] = log(row - before);
    into[next++] = log(after - row);
    into[next++] = verdict[before] ?? -1;
    into[next++] = verdict[after] ?? -1;
    into[next++] = log(sums.furniture[row] ?? 0);
    into[next++] = log((sums.furniture[count] ?? 0) - (sums.furniture[row] ?? 0));
    into[next++] = share(sums.removed[count] ?? 0, count);
  },
};
