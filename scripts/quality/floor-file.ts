import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FloorFile, Floors } from './floor.ts';

const ABOUT = [
  'Written by `npm run quality -- BENCH --write-floors`; do not edit. See docs/benchmarks.md.',
  'The html figures are in-sample: the shipped model has been trained on these sets. They guard against regressions and say nothing about unseen sites; for that see `npm run train -- BENCH --figures`.',
  'html/readability and html/defuddle have those programs\' own output as gold: a high figure there means "does what they do".',
  'Figures are 0..1 by group and measure, the higher the better. corpus is the SHA-256 of gold files and pages, of the whole set in a sample too.',
];

/** The floor file; without floors where there is none yet. */
export function readFloorFile(file: string): FloorFile {
  if (!existsSync(file)) return { about: ABOUT, full: {}, sample: {} };
  return JSON.parse(readFileSync(file, 'utf8')) as FloorFile;
}

/** Replaces the floors of some sets of one kind of run; the others stay. */
export function writeFloors(file: string, kind: 'full' | 'sample', floors: Floors): void {
  const before = readFloorFile(file);
  const after: FloorFile = { ...before, about: ABOUT, [kind]: sorted({ ...before[kind], ...floors }) };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${oneLineObjects(JSON.stringify(after, null, 2))}\n`);
}

function sorted(floors: Floors): Floors {
  return Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Objects of numbers on one line, as the formatter has them, so that a diff shows groups. */
function oneLineObjects(json: string): string {
  return json.replace(
    /\{\s+((?:"\w+": [\d.]+,?\s*)+)\}/g,
    (_, inner: string) => `{ ${inner.trim().replace(/\s+/g, ' ')} }`,
  );
}
