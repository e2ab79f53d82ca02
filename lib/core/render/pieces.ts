import type { Block, LabelledBlock, LabelledDocument, Removal } from '../document.ts';
import { type BlockGroup, groupBlocks } from './text-view.ts';

/** A stretch of the source with one fate: kept blocks that the record shows as one, or one removed block. */
export type Piece =
  | { readonly kept: true; readonly group: BlockGroup; readonly type: LabelledBlock['type'] }
  | { readonly kept: false; readonly block: Block; readonly removal: Removal };

const TEXTLESS: Readonly<Partial<Record<Block['kind'], Removal>>> = {
  image: { class: 'image-placeholder', rule: 'image-without-text', confidence: 1 },
  separator: { class: 'separator', rule: 'separator-line', confidence: 1 },
};

const NO_TEXT: Removal = { class: 'other', rule: 'no-text', confidence: 1 };

/** Source order; kept list items and table rows are put together only where nothing was removed between them. */
export function cutIntoPieces(labelled: LabelledDocument): readonly Piece[] {
  const pieces: Piece[] = [];
  let run: Block[] = [];
  const closeRun = () => {
    for (const group of groupBlocks(run)) pieces.push({ kept: true, group, type: null });
    run = [];
  };
  for (const { block, removal, type } of labelled.blocks) {
    const reason = removal ?? (block.text === '' ? (TEXTLESS[block.kind] ?? NO_TEXT) : null);
    if (reason === null && type === null) {
      run.push(block);
      continue;
    }
    closeRun();
    if (reason === null) pieces.push({ kept: true, group: { kind: block.kind, blocks: [block] }, type });
    else pieces.push({ kept: false, block, removal: reason });
  }
  closeRun();
  return pieces;
}

/** Start and end in the source; `null` for HTML. */
export function rangeOf(piece: Piece): { readonly start: number; readonly end: number } | null {
  const blocks = piece.kept ? piece.group.blocks : [piece.block];
  const start = blocks[0]?.range?.start;
  const end = blocks.at(-1)?.range?.end;
  return start === undefined || end === undefined ? null : { start, end };
}
