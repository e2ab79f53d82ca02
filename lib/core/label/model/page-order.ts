import type { Block } from '../../document.ts';

/** Sums over neighbouring blocks. */
export interface BlockSum {
  readonly first: number;
  blocks: number;
  words: number;
  linked: number;
}

/** Rows by which places are told; -1 without one. */
export interface Landmarks {
  readonly h1: number;
  /** First row that is a title of the page and has prose behind it. */
  readonly title: number;
  readonly firstProse: number;
  readonly lastProse: number;
}

/** Share of a line's words that the title has, from which the line is the headline. */
const TITLE_SIMILARITY = 0.8;

/** Finds the rows that everything is measured from. */
export function findLandmarks(blocks: readonly Block[], prose: Uint8Array, title: Float32Array): Landmarks {
  const isTitle = (at: number): boolean => (title[at] ?? 0) >= TITLE_SIMILARITY && (blocks[at]?.words ?? 0) > 1;
  const heading = blocks.findIndex((block, at) => block.kind === 'heading' && isTitle(at));
  return {
    h1: blocks.findIndex((block) => block.kind === 'heading' && block.level === 1),
    title: heading >= 0 ? heading : blocks.findIndex((_, at) => isTitle(at)),
    firstProse: prose.indexOf(1),
    lastProse: prose.lastIndexOf(1),
  };
}

/** For every row the heading above it, its section, and its list or table. */
export function sumSections(blocks: readonly Block[]): {
  readonly headingAbove: Int32Array;
  readonly sections: readonly BlockSum[];
  readonly groups: readonly (BlockSum | undefined)[];
} {
  const headingAbove = new Int32Array(blocks.length);
  const sections: BlockSum[] = [];
  const groups: (BlockSum | undefined)[] = [];
  let section: BlockSum = { first: 0, blocks: 0, words: 0, linked: 0 };
  let heading = -1;
  let group: BlockSum | undefined;
  let groupNumber = -1;
  blocks.forEach((block, row) => {
    headingAbove[row] = heading;
    sections.push(section);
    if (block.kind === 'heading') {
      heading = row;
      section = { first: row, blocks: 0, words: 0, linked: 0 };
      sections[row] = section;
    } else add(section, block);
    if (block.group < 0) group = undefined;
    else if (group === undefined || block.group !== groupNumber) group = { first: row, blocks: 0, words: 0, linked: 0 };
    groupNumber = block.group;
    if (group !== undefined) add(group, block);
    groups.push(group);
  });
  return { headingAbove, sections, groups };
}

function add(sum: BlockSum, block: Block): void {
  sum.blocks++;
  sum.words += block.words;
  sum.linked += block.words * block.linkDensity;
}
