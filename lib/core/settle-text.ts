import type { ArticleDocument, Block, LabelledBlock, LabelledDocument, Removal, SourceRange } from './document.ts';
import { parseSource } from './parse/source.ts';
import { cutIntoPieces } from './render/pieces.ts';
import { type BlockGroup, groupText } from './render/text-view.ts';

/** Times that the clean text is read again, at most: of 4,078 scrapes one needs five. */
const MAX_READINGS = 6;

/** Parts the groups of the clean text. */
const BETWEEN = '\n\n';

/**
 * Labels what is left of a text as the plain text that will be handed out, until nothing more falls: with the cards around it
 * gone, or other blank lines, a line may look like a card itself. So the clean text, cleaned again, is left as it is.
 *
 * @param mayFall Whether a block falls that the text would lose.
 */
export function settleText(
  first: LabelledDocument,
  label: (document: ArticleDocument) => LabelledDocument,
  mayFall: (block: LabelledBlock, removal: Removal) => boolean = () => true,
): LabelledDocument {
  let { blocks } = first;
  let read = first.document.source;
  for (let reading = 0; reading < MAX_READINGS; reading++) {
    const groups = cutIntoPieces({ document: first.document, blocks })
      .filter((piece) => piece.kept)
      .map(({ group }) => group);
    const text = groups.map(groupText).join(BETWEEN);
    if (text === read || text === '') break;
    read = text;
    const again = label(parseSource(text, 'text'));
    blocks = fallAgain(blocks, fallenBlocks(placeGroups(groups), again.blocks), mayFall);
  }
  return { ...first, blocks };
}

/** A stretch of the clean text and the blocks that it shows. */
interface Shown {
  readonly blocks: readonly Block[];
  readonly start: number;
  readonly end: number;
}

/** Where the blocks stand in the clean text: each on its line, or a group whose lines are not its blocks as one. */
function placeGroups(groups: readonly BlockGroup[]): readonly Shown[] {
  const shown: Shown[] = [];
  let at = 0;
  for (const group of groups) {
    const { blocks } = group;
    const text = groupText(group);
    const [block] = blocks;
    if (blocks.length === 1 && block?.text === text && !text.includes('\n'))
      shown.push({ blocks, start: at, end: at + text.length });
    else for (const line of placeLines(blocks, text, at)) shown.push(line);
    at += text.length + BETWEEN.length;
  }
  return shown;
}

function placeLines(blocks: readonly Block[], text: string, from: number): readonly Shown[] {
  const lines = [...text.matchAll(/[^\n]+/g)];
  if (lines.length !== blocks.length) return [{ blocks, start: from, end: from + text.length }];
  return lines.map(([line], i) => {
    const start = from + (lines[i]?.index ?? 0);
    return { blocks: blocks.slice(i, i + 1), start, end: start + line.length };
  });
}

/**
 * The labels with those that fall when the clean text is labelled by itself. Matched by place: what was a heading may be read
 * as the item of a list, and two pieces of code as one.
 */
function fallAgain(
  labelled: readonly LabelledBlock[],
  fallen: ReadonlyMap<Block, Removal>,
  mayFall: (block: LabelledBlock, removal: Removal) => boolean,
): readonly LabelledBlock[] {
  return labelled.map((one) => {
    const removal = fallen.get(one.block) ?? null;
    const falls = one.removal === null && removal !== null && mayFall(one, removal);
    return falls ? { block: one.block, removal, type: null } : one;
  });
}

/** The removal of every block of which all falls; one that falls in part stays whole. */
function fallenBlocks(shown: readonly Shown[], labelled: readonly LabelledBlock[]): ReadonlyMap<Block, Removal> {
  const fallen = new Map<Block, Removal>();
  let at = 0;
  for (const { blocks, start, end } of shown) {
    while (at < labelled.length && rangeOf(labelled[at]).end <= start) at++;
    let removal: Removal | null = null;
    for (let i = at; i < labelled.length && rangeOf(labelled[i]).start < end; i++) {
      removal = labelled[i]?.removal ?? null;
      if (removal === null) break;
    }
    if (removal !== null) for (const block of blocks) fallen.set(block, removal);
  }
  return fallen;
}

function rangeOf(one: LabelledBlock | undefined): SourceRange {
  return one?.block.range ?? { start: 0, end: 0 };
}
