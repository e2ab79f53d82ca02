import type { ArticleDocument, Block, LabelledBlock, LabelledDocument, Removal } from './document.ts';
import { parseSource } from './parse/source.ts';
import { cutIntoPieces } from './render/pieces.ts';
import { groupText } from './render/text-view.ts';

/** Times that the clean text is read again, at most: of 817 scrapes 793 settle at the first, 15 at the second, 2 at the third. */
const MAX_READINGS = 4;

/**
 * Labels what is left of a text as the plain text that will be handed out, until nothing more falls: with the cards around it
 * gone, or other blank lines, a line may look like a card itself. So the clean text, cleaned again, is left as it is.
 */
export function settleText(
  first: LabelledDocument,
  label: (document: ArticleDocument) => LabelledDocument,
): LabelledDocument {
  let { blocks } = first;
  let read = first.document.source;
  for (let reading = 0; reading < MAX_READINGS; reading++) {
    const groups = cutIntoPieces({ ...first, blocks }).flatMap((piece) => (piece.kept ? [piece.group] : []));
    const text = groups.map(groupText).join('\n\n');
    if (text === read || text === '') break;
    read = text;
    blocks = readAgain(
      blocks,
      groups.flatMap((group) => group.blocks),
      label(parseSource(text, 'text', undefined)),
    );
  }
  return { ...first, blocks };
}

/** The labels with those that fall when the clean text is labelled by itself; unchanged where its lines are other blocks. */
function readAgain(
  labelled: readonly LabelledBlock[],
  kept: readonly Block[],
  again: LabelledDocument,
): readonly LabelledBlock[] {
  const clean = again.document.blocks;
  if (clean.length !== kept.length || clean.some((block, i) => block.text !== kept[i]?.text)) return labelled;
  const removals = removalsOf(clean, again.blocks);
  const fallen = new Map(kept.map((block, i): [Block, Removal | null] => [block, removals[i] ?? null]));
  return labelled.map((one) => {
    const removal = one.removal ?? fallen.get(one.block) ?? null;
    return removal === one.removal ? one : { ...one, removal, type: null };
  });
}

/** By block: its removal, where all pieces that it was split into fall. */
function removalsOf(blocks: readonly Block[], labelled: readonly LabelledBlock[]): readonly (Removal | null)[] {
  let at = 0;
  return blocks.map(({ range }) => {
    const pieces: LabelledBlock[] = [];
    for (let one = labelled[at]; one !== undefined && startOf(one) < (range?.end ?? 0); one = labelled[++at])
      pieces.push(one);
    return pieces.every(({ removal }) => removal !== null) ? (pieces[0]?.removal ?? null) : null;
  });
}

function startOf({ block }: LabelledBlock): number {
  return block.range?.start ?? 0;
}
