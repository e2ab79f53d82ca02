import type { ArticleDocument, Block, ElementTable, LabelledBlock, Removal } from '../../document.ts';
import { isProse } from '../html/prose.ts';
import { storyTitles, wordsOf } from '../html/title-match.ts';
import { measureDuplicates, repeats } from './duplicates.ts';
import { measureElements, type PageElements } from './page-elements.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';
import { type BlockSum, findLandmarks, type Landmarks, sumSections } from './page-order.ts';
import { type ElementRates, rateElements } from './path-rates.ts';
import { type RunningSums, runningSums } from './running-sums.ts';
import { type Signatures, signBlocks } from './signatures.ts';
import { flagElements } from './tag-flags.ts';
import type { TokenRates } from './token-rates.ts';

/** Everything the features of a page are read from. Rows are its blocks with text, in order; arrays are by row unless said. */
export interface ModelPage extends RunningSums {
  readonly document: ArticleDocument;
  readonly elements: PageElements;
  readonly rates: ElementRates;
  /** Index into the document's blocks. */
  readonly rows: Int32Array;
  readonly blocks: readonly Block[];
  readonly prose: Uint8Array;
  readonly signatures: Signatures;
  /** How much of the block is a title of the page, 0..1. */
  readonly title: Float32Array;
  /** How much of the block stands in the page's description, 0..1. */
  readonly description: Float32Array;
  /** Row of the nearest heading before the row; -1 without one. */
  readonly headingAbove: Int32Array;
  /** How often the text stands on the page. */
  readonly copies: Int32Array;
  /** Share of a long block's word runs that stand in other blocks too. */
  readonly copied: Float32Array;
  readonly facts: PageFacts;
  readonly landmarks: Landmarks;
  /** Sums over the section under the same heading, by row. */
  readonly sections: readonly BlockSum[];
  /** Sums over the list or table of the row; `undefined` outside lists and tables. */
  readonly groups: readonly (BlockSum | undefined)[];
  /** By element. */
  readonly tagFlags: Int32Array;
  /** 1 when the same text of some length stood before. */
  readonly saidBefore: Uint8Array;
  /** What the rules say of each row; `null` where they keep it. */
  readonly rules: readonly (Removal | null)[];
  /** By element below the core: share of the words of its branch that the rules keep. */
  readonly branchKept: ReadonlyMap<number, number>;
}

/** Measures a page, with the verdicts of the rules on its blocks, for the model; linear in its blocks and elements. */
export function measurePage(
  document: ArticleDocument,
  table: ElementTable,
  rates: TokenRates,
  byRule: readonly LabelledBlock[],
): ModelPage {
  const rows = rowsOf(document.blocks);
  const blocks: Block[] = [];
  const rules: (Removal | null)[] = [];
  const prose = new Uint8Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const at = rows[row] as number;
    const block = document.blocks[at] as Block;
    blocks.push(block);
    rules.push(byRule[at]?.removal ?? null);
    if (isProse(block)) prose[row] = 1;
  }
  const elements = measureElements(blocks, prose, table);
  const rated = rateElements(elements, rates);
  const { title, description } = similarities(document, blocks);
  const { headingAbove, sections, groups } = sumSections(blocks);
  const { copies, copied } = measureDuplicates(blocks);
  const sums = runningSums(blocks, prose, rules, rated.below80.worst);
  return {
    document,
    elements,
    rates: rated,
    rows,
    blocks,
    prose,
    signatures: signBlocks(blocks, prose, elements),
    title,
    description,
    headingAbove,
    sections,
    groups,
    landmarks: findLandmarks(blocks, prose, title),
    tagFlags: flagElements(elements),
    saidBefore: repeats(blocks),
    rules,
    branchKept: keptByBranch(blocks, rules, elements.core80.branch),
    copies,
    copied,
    facts: readPageFacts(document),
    rulesKept: sums.rulesKept,
    windows: sums.windows,
    wordsBefore: sums.wordsBefore,
    proseBefore: sums.proseBefore,
  };
}

/** Places of the blocks with text that stand in an element. */
function rowsOf(blocks: readonly Block[]): Int32Array {
  const places = new Int32Array(blocks.length);
  let count = 0;
  for (let at = 0; at < blocks.length; at++) {
    const { text, element } = blocks[at] as Block;
    if (text !== '' && element >= 0) places[count++] = at;
  }
  return places.slice(0, count);
}

function keptByBranch(
  blocks: readonly Block[],
  rules: readonly (Removal | null)[],
  branch: Int32Array,
): ReadonlyMap<number, number> {
  const sums = new Map<number, { kept: number; all: number }>();
  blocks.forEach((block, row) => {
    const key = branch[block.element] ?? -1;
    const sum = sums.get(key) ?? { kept: 0, all: 0 };
    if (rules[row] === null) sum.kept += block.words;
    sum.all += block.words;
    sums.set(key, sum);
  });
  return new Map([...sums].map(([key, { kept, all }]) => [key, all > 0 ? kept / all : 0]));
}

/** Longest block that is compared with titles and descriptions, words. */
const MAX_COMPARED_WORDS = 120;

/** Words of the longest line that can be a headline. */
const MAX_TITLE_WORDS = 40;

function similarities(
  document: ArticleDocument,
  blocks: readonly Block[],
): { readonly title: Float32Array; readonly description: Float32Array } {
  const titles = storyTitles(document).map(({ words }) => words);
  const leastTitle = Math.min(...titles.map((words) => words.size / 3), MAX_TITLE_WORDS);
  const described = new Set(
    document.head.metas
      .filter((meta) => /^(?:og:|twitter:|dc\.)?description$/.test(meta.name))
      .flatMap((meta) => wordsOf(meta.content)),
  );
  const title = new Float32Array(blocks.length);
  const description = new Float32Array(blocks.length);
  blocks.forEach((block, row) => {
    // Splitting every line of a page into words would cost more than all else here.
    const asTitle = block.words >= leastTitle && block.words <= MAX_TITLE_WORDS;
    const asDescription =
      described.size > 4 && block.words > 3 && block.words <= Math.min(MAX_COMPARED_WORDS, 2 * described.size);
    if (!asTitle && !asDescription) return;
    const own = wordsOf(block.text);
    if (asTitle) title[row] = titleShare(own, titles);
    if (asDescription) description[row] = countKnown(own, described) / Math.max(own.length, described.size / 3);
  });
  return { title, description };
}

/** Share of the words that a title has, for titles of which at least half is there. */
function titleShare(own: readonly string[], titles: readonly ReadonlySet<string>[]): number {
  let best = 0;
  for (const title of titles) {
    if (own.length * 2 < title.size) continue;
    const shared = countKnown(own, title);
    if (own.length > 0 && shared * 2 >= title.size) best = Math.max(best, shared / own.length);
  }
  return best;
}

function countKnown(words: readonly string[], known: ReadonlySet<string>): number {
  let count = 0;
  for (const word of words) if (known.has(word)) count++;
  return count;
}
