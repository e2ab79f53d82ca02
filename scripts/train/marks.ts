import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Words of a page, from 0, `end` exclusive. */
type Run = readonly [start: number, end: number];

/**
 * Which words of a page its readers held for the main text, as runs over all words of its blocks (`alignableWords`), in
 * order. Runs that they could not decide are neither.
 */
export interface PageMarks {
  /** Words of all blocks of the page when it was marked: with another number the runs say nothing. */
  readonly words: number;
  readonly kept: readonly Run[];
  readonly unsure: readonly Run[];
}

/** Lines `{page, words, kept, unsure?}`: the first 12 digits of the SHA-256 of the page, and runs `start-end`. */
const FILE = new URL('marks.jsonl', import.meta.url);

interface MarksLine {
  readonly page: string;
  readonly words: number;
  readonly kept: string;
  readonly unsure?: string;
}

/** Marks by the key of the page (`pageKey`). */
export function readMarks(file: URL = FILE): ReadonlyMap<string, PageMarks> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const { page, words, kept, unsure = '' } = JSON.parse(line) as MarksLine;
      return [page, { words, kept: runsOf(kept), unsure: runsOf(unsure) }];
    }),
  );
}

/** What a page is named by in the marks. @param file Of the page, packed with gzip. */
export function pageKey(file: string): string {
  return createHash('sha256')
    .update(gunzipSync(readFileSync(file)))
    .digest('hex')
    .slice(0, 12);
}

function runsOf(text: string): readonly Run[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((run) => {
      const [start, end] = run.split('-').map(Number);
      if (start === undefined || end === undefined || !(start < end))
        throw new Error(`expected a run "start-end" of words, got "${run}"`);
      return [start, end];
    });
}

/** How many of the words from `start` to `end` lie in runs. */
export function wordsIn(runs: readonly Run[], start: number, end: number): number {
  return runs.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
}
