import type { Block, RemovalClass } from '../../document.ts';
import { matchRule } from '../rules/match-rule.ts';
import type { ModelPage } from './model-page.ts';

/** Longest line of names and dates above a story, and of a line that is a time alone, words. */
const MAX_HEAD_LINE_WORDS = 12;
const MAX_TIME_WORDS = 8;
const HEAD_CLASSES: ReadonlySet<RemovalClass> = new Set(['byline', 'dateline']);

/**
 * Rows between the headline and the prose that are who wrote the story and when, whatever the model says: it sees little of what a
 * line says, and a line of a page without names stands among paragraphs of its own kind. Of 34 that say so by their words, on 1,280
 * pages, gold keeps none. A row that is nothing but a `<time>` is one too where it is the only one in the article: a date such as "3 February"
 * says by no word that it is the story's. Where several are kept they part a timeline or the entries of a live report.
 */
export function findHeadLines(page: ModelPage, kept: Uint8Array): readonly number[] {
  const { blocks, landmarks, prose } = page;
  const firstProse = kept.findIndex((isKept, row) => isKept === 1 && prose[row] === 1);
  const lines: number[] = [];
  for (let row = Math.max(0, landmarks.title); row < firstProse; row++)
    if (kept[row] === 1 && isHeadLine(page, row)) lines.push(row);
  const times = blocks.flatMap((block, row) => (kept[row] === 1 && isTime(page, block) ? [row] : []));
  const [time = firstProse] = times;
  const isOwn = times.length === 1 && time < firstProse && time >= landmarks.title;
  return isOwn && (blocks[time]?.words ?? 0) <= MAX_TIME_WORDS ? [...lines, time] : lines;
}

/** Whether a block is a `<time>` and nothing else. */
export function isTime({ elements }: ModelPage, block: Block): boolean {
  return elements.table.tag[block.element] === 'time';
}

function isHeadLine({ blocks }: ModelPage, row: number): boolean {
  const { text = '', words = 0 } = blocks[row] ?? {};
  if (words === 0 || words > MAX_HEAD_LINE_WORDS) return false;
  const said = matchRule(text, words);
  return said !== null && HEAD_CLASSES.has(said.class);
}
