import { log, share } from '../../model/feature.ts';
import type { LineFamily } from './feature.ts';
import type { LinePage } from './line-page.ts';
import { sumOver } from './sums.ts';

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
  measure: (page, row, put) => {
    const { sums, bodies, rows } = page;
    const count = rows.length;
    const all = sums.proseSize[count] ?? 0;
    const before = sums.proseSize[row] ?? 0;
    const after = all - (sums.proseSize[row + 1] ?? 0);
    put(share(row, count));
    put(log(row));
    put(log(count - 1 - row));
    put(share(sums.size[row] ?? 0, sums.size[count] ?? 0));
    put(share(before, all));
    put(share(after, all));
    put(log(sums.prose[row] ?? 0));
    put(log((sums.prose[count] ?? 0) - (sums.prose[row + 1] ?? 0)));
    put(log(row - page.proseBefore(row)));
    put(log(page.proseAfter(row) - row));
    const run = bodies.run[row] ?? -1;
    const first = bodies.first[run] ?? 0;
    const last = bodies.last[run] ?? 0;
    put(run < 0 ? -1 : log(bodies.size[run] ?? 0));
    put(run < 0 ? -1 : share(bodies.size[run] ?? 0, all));
    put(run < 0 ? -1 : share(row - first, Math.max(1, last - first)));
    put(run >= 0 && run === bodies.longest ? 1 : 0);
    put(log((bodies.first[bodies.longest] ?? 0) - row));
    put(log(row - (bodies.last[bodies.longest] ?? count)));
    put(log(nearestRun(page, row)));
  },
};

/** Words of the larger of the stretches of prose before and behind a row that lies in none. */
function nearestRun({ bodies, proseBefore, proseAfter }: LinePage, row: number): number {
  const own = bodies.run[row] ?? -1;
  if (own >= 0) return bodies.size[own] ?? 0;
  const before = bodies.size[bodies.run[proseBefore(row)] ?? -1] ?? 0;
  const after = bodies.size[bodies.run[proseAfter(row)] ?? -1] ?? 0;
  return Math.max(before, after);
}

const WINDOWS = [
  { name: 'around4', from: -4, to: 5 },
  { name: 'around12', from: -12, to: 13 },
  { name: 'before3', from: -3, to: 0 },
  { name: 'after3', from: 1, to: 4 },
  { name: 'before10', from: -10, to: 0 },
  { name: 'after10', from: 1, to: 11 },
] as const;

/** What the lines around are like. */
export const AROUND: LineFamily = {
  family: 'around',
  names: WINDOWS.flatMap(({ name }) =>
    ['size', 'prose', 'linked', 'ended', 'short', 'removed', 'furniture', 'images'].map((what) => `${name}-${what}`),
  ),
  measure: ({ sums }, row, put) => {
    const count = sums.size.length - 1;
    for (const { from, to } of WINDOWS) {
      const start = Math.max(0, row + from);
      const end = Math.min(count, row + to);
      const rows = Math.max(1, end - start);
      const size = sumOver(sums.size, start, end);
      put(log(size / rows));
      put(share(sumOver(sums.proseSize, start, end), size));
      put(share(sumOver(sums.linked, start, end), size));
      put(sumOver(sums.ended, start, end) / rows);
      put(sumOver(sums.short, start, end) / rows);
      put(sumOver(sums.removed, start, end) / rows);
      put(sumOver(sums.furniture, start, end) / rows);
      put(sumOver(sums.images, start, end) / rows);
    }
  },
};

/** The lines next to it, one by one. */
export const NEIGHBOURS: LineFamily = {
  family: 'neighbours',
  names: ['before2', 'before1', 'after1', 'after2'].flatMap((where) =>
    ['size', 'ended', 'linked', 'verdict', 'heading', 'starts'].map((what) => `${where}-${what}`),
  ),
  measure: ({ size, lines, blocks, verdict }, row, put) => {
    for (const step of [-2, -1, 1, 2]) {
      const at = row + step;
      const line = lines[at];
      put(line === undefined ? -1 : log(size[at] ?? 0));
      put(line === undefined ? -1 : line.ended ? 1 : 0);
      put(blocks[at]?.linkDensity ?? -1);
      put(verdict[at] ?? -1);
      put(blocks[at]?.kind === 'heading' ? (blocks[at]?.level ?? 0) : -1);
      put(line === undefined ? -1 : line.startsLower ? 1 : 0);
    }
  },
};

/** What the form rules removed before and behind. */
export const RULES: LineFamily = {
  family: 'rules',
  names: ['to-removed-before', 'to-removed-after', 'before', 'after', 'furniture-before', 'furniture-after', 'share'],
  measure: (page, row, put) => {
    const { sums, verdict } = page;
    const count = verdict.length;
    const before = page.removedBefore(row);
    const after = page.removedAfter(row);
    put(log(row - before));
    put(log(after - row));
    put(verdict[before] ?? -1);
    put(verdict[after] ?? -1);
    put(log(sums.furniture[row] ?? 0));
    put(log((sums.furniture[count] ?? 0) - (sums.furniture[row] ?? 0)));
    put(share(sums.removed[count] ?? 0, count));
  },
};
