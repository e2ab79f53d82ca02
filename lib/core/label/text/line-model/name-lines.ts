import type { Block, RemovalClass } from '../../../document.ts';
import { nameByWords } from '../../model/name-by-words.ts';
import { SECTION_CLASSES } from '../../model/removal-name.ts';
import type { Draft } from '../draft.ts';
import { isCardRule } from '../teaser-rules.ts';
import { CHARACTER_COUNTS } from './character-facts.ts';
import { findHeadline, LINKED } from './find-headline.ts';
import type { LinePage } from './line-page.ts';

const YEAR = CHARACTER_COUNTS.indexOf('year');
const CLOCK = CHARACTER_COUNTS.indexOf('clock');
const WIDTH = CHARACTER_COUNTS.length;
/** Classes that a heading, or removed lines on both sides, pass on. */
const PASSED_ON: ReadonlySet<RemovalClass> = new Set([...SECTION_CLASSES, 'navigation', 'footer', 'share']);
/** Rows under a heading that it names, at most. */
const MAX_SECTION_ROWS = 12;
/** Longest line of the head of a story, and of a menu; words. */
const MAX_HEAD_WORDS = 14;
const MAX_LABEL_WORDS = 8;
/** Words of a line with a year that is a day whatever else it says. */
const MAX_DAY_WORDS = 5;
/** Words of a caption, at most. */
const MAX_CAPTION_WORDS = 60;

/**
 * What the lines are that the model removes: by their words, by the heading above them, by removed lines on both sides, and at
 * last by their place before, in and behind the article.
 *
 * @param removed 1 for rows that the model removes.
 * @returns the class of each removed row; `null` elsewhere.
 */
export function nameLines(page: LinePage, draft: Draft, removed: Uint8Array): readonly (RemovalClass | null)[] {
  const classes: (RemovalClass | null)[] = [];
  for (const at of page.rows) classes.push(draft.removals[at]?.class ?? null);
  const isKept = (row: number): boolean => removed[row] === 0 && classes[row] === null;
  let first = 0;
  while (first < classes.length && !isKept(first)) first++;
  let last = classes.length - 1;
  while (last >= 0 && !isKept(last)) last--;
  const names: (RemovalClass | null)[] = [...classes];
  removed.forEach((is, row) => {
    const block = page.blocks[row];
    if (is === 0 || block === undefined) return;
    const byWords = nameByWords(block, row > last, true)?.class;
    names[row] = byWords ?? nameBySection(page, names, row) ?? nameByPlace(page, block, row, { first, last });
  });
  const headline = classes.includes('headline') ? -1 : findHeadline(page, names, removed);
  return names.map((name, row) => {
    if (removed[row] === 0) return null;
    if (row === headline) return 'headline';
    return isBetweenCards(draft, page.rows[row] ?? 0) ? 'teaser' : (betweenAlike(names, row) ?? name);
  });
}

/** Whether cards that have fallen stand on both sides of a block: they are no rows of the page. */
function isBetweenCards({ removals }: Draft, at: number): boolean {
  return at > 0 && isCardRule(removals[at - 1]?.rule ?? '') && isCardRule(removals[at + 1]?.rule ?? '');
}

interface Span {
  readonly first: number;
  readonly last: number;
}

function nameBySection(
  { headingAbove, blocks }: LinePage,
  names: readonly (RemovalClass | null)[],
  row: number,
): RemovalClass | null {
  const heading = headingAbove[row] ?? -1;
  const name = heading < 0 ? null : (names[heading] ?? null);
  if (name === null || row - heading > MAX_SECTION_ROWS || blocks[row]?.kind === 'heading') return null;
  return PASSED_ON.has(name) ? name : null;
}

function nameByPlace(page: LinePage, block: Block, row: number, { first, last }: Span): RemovalClass {
  if (page.repeats.saidBefore[row] === 1 && block.words > 2) return 'duplicate';
  const facts = row * WIDTH;
  const { counts } = page.characters;
  const isDated = counts[facts + YEAR] === 1 || counts[facts + CLOCK] === 1;
  const linked = block.linkDensity > LINKED;
  const isShort = block.words <= MAX_LABEL_WORDS && page.lines[row]?.ended !== true;
  if (row < first) {
    if (first - row <= 6 && block.words <= MAX_HEAD_WORDS && isDated && isDay(block)) return 'dateline';
    return isShort || linked ? 'navigation' : 'other';
  }
  const isUnderPicture = (page.imagesBefore[row] ?? 0) > 0 && block.words <= MAX_CAPTION_WORDS;
  if (row < last) {
    if (isUnderPicture && block.kind !== 'heading') return 'caption';
    return linked || page.lines[row]?.shape === 'H' ? 'related' : 'other';
  }
  if (isShort && block.words <= 3) return 'footer';
  return linked || page.lines[row]?.shape === 'H' || page.prose[row] === 1 ? 'related' : 'footer';
}

/** A day has two numbers or little beside it; a headline may name a year. */
function isDay({ text, words }: Block): boolean {
  return words <= MAX_DAY_WORDS || (text.match(/\d+/g)?.length ?? 0) > 1;
}

/** The class of the lines on both sides where they agree and the line itself is only a label. */
function betweenAlike(names: readonly (RemovalClass | null)[], row: number): RemovalClass | null {
  if (row === 0 || names[row] !== 'other') return null;
  const before = names[row - 1] ?? null;
  return before !== null && before === (names[row + 1] ?? null) && PASSED_ON.has(before) ? before : null;
}
