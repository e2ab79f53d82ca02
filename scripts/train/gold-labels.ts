import type { Block } from '../../lib/core/document.ts';
import { alignableWords, alignWords } from './align.ts';
import type { GoldPage } from './bench-sets.ts';
import { type PageMarks, wordsIn } from './marks.ts';

/** Whether each row belongs to the article, and how much that counts in training; weight 0 where nothing is known. */
export interface RowLabels {
  readonly kept: Uint8Array;
  readonly weight: Float32Array;
}

/** Share of a block's words that must stand in the gold text. */
const KEPT_SHARE = 0.5;
/**
 * Weight of a page by set, and of other types of page than articles. Cross-validated, mean of three seeds, F1 of news in shingles,
 * articles and all types in words: types at .35 and segments at .06 .9663 .9580 .8787; segments at .12 .9690 .9573 .8800; types
 * at .7 too .9700 .9577 .8820. Segments at .24, types at 1: no better.
 */
const SET_WEIGHTS = {
  fundus: 1,
  press: 1,
  wcxb: 1,
  readability: 0.4,
  defuddle: 0.3,
  trafilatura: 1,
  dated: 1,
  credited: 1,
  begun: 1,
};
/**
 * Weight of a marked page beside that of its set, and the words of its main text below which it only has its segments: what readers
 * leave of lists and shops is less than other gold has. Cross-validated, two seeds, marks at .7 of any length: news and segments
 * +.002, all types -.002; at .5 from 150 words: news +.001, segments +.001, all types +.001, articles -.001; of
 * three seeds, against a model without marks, all within .001.
 */
const MARKED_WEIGHT = 0.5;
const LEAST_MARKED_WORDS = 150;
const OTHER_TYPE_WEIGHT = 0.7;
/** Weight of one block that holds a known segment. */
const SEGMENT_WEIGHT = 0.12;
/** Words that the shortest label counts as. */
const LEAST_WORDS = 4;
/** Most weight of the rows of one page: long menus around a short text must not outweigh other pages. */
const MAX_PAGE_WEIGHT = 4;

/** Labels the text blocks of a page from its gold. */
export function labelRows(page: GoldPage, blocks: readonly Block[]): RowLabels {
  if (page.text !== null) return fromText(page, page.text, blocks);
  return (page.marks && fromMarks(page, page.marks, blocks)) || fromSegments(page, blocks);
}

/** `null` where marks say too little, or the page is read otherwise than when it was marked. */
export function fromMarks(page: GoldPage, marks: PageMarks, blocks: readonly Block[]): RowLabels | null {
  const words = marks.kept.reduce((all, [start, end]) => all + end - start, 0);
  const lengths = blocks.map(({ text }) => alignableWords(text).length);
  if (words < LEAST_MARKED_WORDS || lengths.reduce((all, length) => all + length, 0) !== marks.words) return null;
  const kept = new Uint8Array(blocks.length);
  const weight = weigh(lengths, words, SET_WEIGHTS[page.set] * MARKED_WEIGHT);
  let start = 0;
  lengths.forEach((length, row) => {
    const end = start + length;
    const holds = (runs: PageMarks['kept']): boolean => length > 0 && wordsIn(runs, start, end) >= length * KEPT_SHARE;
    kept[row] = holds(marks.kept) ? 1 : 0;
    if (holds(marks.unsure)) weight[row] = 0;
    start = end;
  });
  return { kept, weight };
}

function fromSegments(page: GoldPage, blocks: readonly Block[]): RowLabels {
  const kept = new Uint8Array(blocks.length);
  const weight = new Float32Array(blocks.length);
  const holding = (segment: string): readonly number[] => {
    const folded = segment.replace(/\s+/g, ' ').trim();
    return folded === '' ? [] : blocks.flatMap((block, row) => (block.text.includes(folded) ? [row] : []));
  };
  for (const segment of page.without) {
    for (const row of holding(segment)) weight[row] = SEGMENT_WEIGHT;
  }
  for (const segment of page.with) {
    const rows = holding(segment);
    const [row] = rows;
    // A segment that stands in several blocks does not tell which of them is the article's.
    if (rows.length !== 1 || row === undefined) continue;
    kept[row] = 1;
    weight[row] =
      weight[row] === SEGMENT_WEIGHT && page.without.some((other) => blocks[row]?.text.includes(other))
        ? 0
        : SEGMENT_WEIGHT;
  }
  return { kept, weight };
}

function fromText(page: GoldPage, text: string, blocks: readonly Block[]): RowLabels {
  const gold = alignableWords(text);
  const words = blocks.map((block) => alignableWords(block.text));
  const match = alignWords(words.flat(), gold);
  const kept = new Uint8Array(blocks.length);
  const free = new Set(gold.keys());
  let at = 0;
  words.forEach((own, row) => {
    const found = [...match.subarray(at, at + own.length)].filter((place) => place >= 0);
    at += own.length;
    kept[row] = own.length > 0 && found.length >= own.length * KEPT_SHARE ? 1 : 0;
    if (kept[row] === 1) for (const place of found) free.delete(place);
  });
  keepMoved(words, gold, free, kept);
  const scale = (page.type === 'article' ? 1 : OTHER_TYPE_WEIGHT) * SET_WEIGHTS[page.set];
  const lengths = words.map(({ length }) => length);
  return { kept, weight: weigh(lengths, gold.length, scale) };
}

/** @param words Of the article. */
function weigh(lengths: readonly number[], words: number, scale: number): Float32Array {
  const weight = Float32Array.from(lengths, (length) => Math.max(length, LEAST_WORDS) / Math.max(words, 50));
  const sum = weight.reduce((all, one) => all + one, 0);
  const factor = scale * Math.min(1, MAX_PAGE_WEIGHT / Math.max(sum, 1e-9));
  return weight.map((value) => value * factor);
}

const RUN = 4;
const MOVED_SHARE = 0.7;

/** Blocks that the gold has in another order: most of their word runs stand in gold text that nothing else accounts for. */
function keepMoved(
  words: readonly (readonly string[])[],
  gold: readonly string[],
  free: Set<number>,
  kept: Uint8Array,
): void {
  const places = new Map<string, number[]>();
  for (let at = 0; at + RUN <= gold.length; at++) {
    if (!free.has(at) || !free.has(at + RUN - 1)) continue;
    const key = gold.slice(at, at + RUN).join(' ');
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  }
  if (places.size === 0) return;
  words.forEach((own, row) => {
    if (kept[row] === 1 || own.length < RUN + 1) return;
    const found: number[] = [];
    for (let at = 0; at + RUN <= own.length; at++) {
      const place = places.get(own.slice(at, at + RUN).join(' '))?.find((start) => free.has(start));
      if (place !== undefined) found.push(place);
    }
    if (found.length < (own.length - RUN + 1) * MOVED_SHARE) return;
    kept[row] = 1;
    for (const place of found) for (let step = 0; step < RUN; step++) free.delete(place + step);
  });
}
