import type { Block, Removal, RemovalClass } from '../../../document.ts';
import { renumberTerms } from '../chosen-terms.ts';
import { countLines, type Vocabulary, weighTerms } from '../cohesion.ts';
import type { Draft } from '../draft.ts';
import type { Line } from '../lines.ts';
import { isCardRule } from '../teaser-rules.ts';
import type { TextFacts } from '../text-facts.ts';
import { type BodyRuns, findBodyRuns } from './body-runs.ts';
import { type CharacterFacts, readCharacters } from './character-facts.ts';
import { type LineSums, sumRows } from './line-sums.ts';
import { type Repeats, readRepeats } from './repeats.ts';
import { type LineGroup, lastBefore, medianOf, nearest, readGroups } from './row-relations.ts';
import { NO_WORDS, type WordTable } from './word-table.ts';

/** A document as the line model sees it: one row for each block with text that lies in no card of another story. */
export interface LinePage {
  /** Index of the block of each row. */
  readonly rows: Int32Array;
  readonly blocks: readonly Block[];
  readonly lines: readonly Line[];
  /** Words; a character of a script without spaces counts as 0.6. */
  readonly size: Float32Array;
  /** 1 for rows that read as running text: long enough, few links, no heading. */
  readonly prose: Uint8Array;
  /** What the form rules say: 0 nothing, then from the story's own lines over other stories to the furniture of the page. */
  readonly verdict: Uint8Array;
  readonly characters: CharacterFacts;
  /** What the text of each row says of itself. */
  readonly facts: readonly TextFacts[];
  /** What is known of the words of lines. */
  readonly words: WordTable;
  /** Pictures between a row and the row before; the last entry is behind the last row. */
  readonly imagesBefore: Uint8Array;
  /** The same for separators. */
  readonly rulesBefore: Uint8Array;
  readonly sums: LineSums;
  readonly vocabulary: Vocabulary;
  /** Prose rows that a term stands in. */
  readonly inProse: Int32Array;
  readonly bodies: BodyRuns;
  readonly repeats: Repeats;
  readonly groups: readonly (LineGroup | undefined)[];
  /** The row of the last heading at or above each row; -1 without one. */
  readonly headingAbove: Int32Array;
  /** The row of the first heading below each row; the number of rows without one. */
  readonly headingBelow: Int32Array;
  /** The row of the last line that looks like a headline above each row; -1 without one. */
  readonly headlineAbove: Int32Array;
  /** The nearest prose row before a row; -1 without one. */
  readonly proseBefore: (row: number) => number;
  /** The nearest prose row behind a row; the number of rows without one. */
  readonly proseAfter: (row: number) => number;
  /** The same for rows that the form rules removed. */
  readonly removedBefore: (row: number) => number;
  readonly removedAfter: (row: number) => number;
  readonly medianProse: number;
  readonly isMarkdown: boolean;
}

const PROSE_SIZE = 12;
const LONG_SIZE = 25;
const MAX_PROSE_LINKS = 0.35;

const STORY_LINES: ReadonlySet<RemovalClass> = new Set(['headline', 'byline', 'dateline', 'bio']);
const PICTURE_LINES: ReadonlySet<RemovalClass> = new Set(['caption', 'credit']);
const OTHER_STORIES: ReadonlySet<RemovalClass> = new Set(['related', 'teaser', 'duplicate', 'tag-list']);
/** Verdict of a line of the story's own frame, of one under a picture, of another story, and of the furniture of the page. */
const FRAME = 1;
const PICTURE = 2;
const OTHER_STORY = 3;
const FURNITURE = 4;

function verdictOf(name: RemovalClass | undefined): number {
  if (name === undefined) return 0;
  if (STORY_LINES.has(name)) return FRAME;
  if (PICTURE_LINES.has(name)) return PICTURE;
  return OTHER_STORIES.has(name) ? OTHER_STORY : FURNITURE;
}

/**
 * Looks at the blocks of a draft; everything that the features need is computed once, in time linear in the text.
 *
 * @param words What is known of the words of lines.
 */
export function readLinePage(draft: Draft, words: WordTable = NO_WORDS): LinePage {
  const rows: number[] = [];
  const images: number[] = [0];
  const rules: number[] = [0];
  draft.blocks.forEach((block, at) => {
    if (block.kind === 'image') images[rows.length] = (images[rows.length] ?? 0) + 1;
    else if (block.kind === 'separator') rules[rows.length] = (rules[rows.length] ?? 0) + 1;
    else if (!isCard(draft.removals[at])) {
      rows.push(at);
      images.push(0);
      rules.push(0);
    }
  });
  const blocks: Block[] = [];
  const lines: Line[] = [];
  const facts: TextFacts[] = [];
  for (const at of rows) {
    blocks.push(draft.blocks[at] as Block);
    lines.push(draft.lines[at] as Line);
    facts.push(draft.facts[at] as TextFacts);
  }
  const count = rows.length;
  const size = new Float32Array(count);
  const prose = new Uint8Array(count);
  const verdict = new Uint8Array(count);
  const isHeading = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const line = lines[row] as Line;
    size[row] = line.size;
    const block = blocks[row] as Block;
    prose[row] = readsAsProse(line, block) ? 1 : 0;
    isHeading[row] = block.kind === 'heading' ? 1 : 0;
    verdict[row] = verdictOf(draft.removals[rows[row] as number]?.class);
  }
  const imagesBefore = new Uint8Array(images);
  const headings = nearest(isHeading);
  const proseRows = nearest(prose);
  const removedRows = nearest(verdict);
  const vocabulary = weighTerms(renumberTerms(draft.terms(), rows));
  return {
    rows: new Int32Array(rows),
    blocks,
    lines,
    size,
    prose,
    verdict,
    characters: readCharacters(facts.map(({ characters }) => characters)),
    facts,
    words,
    imagesBefore,
    rulesBefore: new Uint8Array(rules),
    sums: sumRows({ blocks, lines, size, prose, verdict, imagesBefore }, OTHER_STORY),
    vocabulary,
    inProse: countLines(vocabulary, (row) => prose[row] === 1),
    bodies: findBodyRuns(size, prose),
    repeats: readRepeats(lines, blocks, facts),
    groups: readGroups(blocks, lines),
    headingAbove: headings.before,
    headingBelow: headings.after,
    headlineAbove: lastBefore(count, (row) => lines[row]?.shape === 'H' && blocks[row]?.kind !== 'list-item'),
    proseBefore: (row) => proseRows.before[row] ?? -1,
    proseAfter: (row) => proseRows.after[row] ?? count,
    removedBefore: (row) => removedRows.before[row] ?? -1,
    removedAfter: (row) => removedRows.after[row] ?? count,
    medianProse: medianOf(size.filter((_, row) => prose[row] === 1)),
    isMarkdown: draft.document.format === 'markdown',
  };
}

function isCard(removal: Removal | null | undefined): boolean {
  return removal != null && isCardRule(removal.rule);
}

function readsAsProse(line: Line, block: Block): boolean {
  if (block.kind === 'heading' || block.linkDensity >= MAX_PROSE_LINKS) return false;
  return line.size >= LONG_SIZE || (line.ended && line.size >= PROSE_SIZE);
}
