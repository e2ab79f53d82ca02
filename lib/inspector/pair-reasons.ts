import type { BlockExplanation } from '../core/label/explain/explanation.ts';
import type { ArticleBlock, ArticleRecord } from '../core/record.ts';
import type { InspectedDocument, PieceReason } from './inspected.ts';

/** Reasons of the model that are shown for a piece; the rest weighs next to nothing. */
const SHOWN_REASONS = 4;

/**
 * Finds for each piece of a record the explanation of its block. Both are in the order of the source; a piece may stand for
 * several blocks (a list), and a block without text for no piece.
 */
export function pairReasons(
  record: Pick<ArticleRecord, 'blocks' | 'removed'>,
  explained: readonly BlockExplanation[],
): Pick<InspectedDocument, 'removedReasons' | 'keptReasons'> {
  const removed = explained.filter(({ label }) => label === 'removed');
  const kept = explained.filter(({ label }) => label === 'kept');
  return {
    removedReasons: pairInOrder(
      record.removed,
      removed,
      (piece, block) =>
        piece.rule === block.rule &&
        (piece.start === undefined ? piece.text === block.text : piece.start === block.start),
    ),
    keptReasons: pairInOrder(
      record.blocks,
      kept,
      (piece, block) => block.text !== '' && firstLineOf(piece).startsWith(block.text),
    ),
  };
}

function pairInOrder<Piece>(
  pieces: readonly Piece[],
  blocks: readonly BlockExplanation[],
  isOf: (piece: Piece, block: BlockExplanation) => boolean,
): readonly (PieceReason | null)[] {
  let from = 0;
  return pieces.map((piece) => {
    for (let at = from; at < blocks.length; at++) {
      const block = blocks[at];
      if (block === undefined || !isOf(piece, block)) continue;
      from = at + 1;
      return describe(block);
    }
    return null;
  });
}

/** What the first of the blocks that a piece stands for holds. */
function firstLineOf(block: ArticleBlock): string {
  if (block.type === 'list') return block.items[0]?.text ?? '';
  return block.text;
}

function describe({ stage, probability, threshold, decisions, reasons }: BlockExplanation): PieceReason {
  return {
    stage,
    ...(probability !== undefined && { probability }),
    ...(threshold !== undefined && { threshold }),
    lines: [
      ...decisions,
      ...reasons
        .slice(0, SHOWN_REASONS)
        .map(({ direction, weight, text }) => `${direction} ${Math.abs(weight).toFixed(2)}: ${text}`),
    ],
  };
}
