import type { Block } from '../document.ts';
import type { ArticleBlock } from '../record.ts';
import { escapeSource } from './escape.ts';
import { type Piece, rangeOf } from './pieces.ts';
import { groupText, listDepths, listOrdinals } from './text-view.ts';

/** The record's form of one kept piece; with `raw` where the source slice differs from the text. */
export function toArticleBlock(piece: Piece & { readonly kept: true }, source: string | null): ArticleBlock {
  const text = groupText(piece.group);
  const range = rangeOf(piece);
  const slice = source === null || range === null ? text : source.slice(range.start, range.end);
  const block = ofKind(piece, text);
  if (slice !== text) block.raw = escapeSource(slice);
  return block;
}

/** A copy by `...` would give every block a hidden class of its own: all that reads blocks would be slower. */
function ofKind(piece: Piece & { readonly kept: true }, text: string): ArticleBlock & { raw?: string } {
  const first = piece.group.blocks[0];
  switch (piece.group.kind) {
    case 'heading':
      return first?.level == null ? { type: 'heading', text } : { type: 'heading', text, level: first.level };
    case 'list-item':
      return {
        type: 'list',
        text,
        ordered: first?.ordered ?? false,
        items: toItems(piece.group.blocks),
      };
    case 'table-row':
      return { type: 'table', text, rows: piece.group.blocks.map((row) => row.cells ?? [row.text]) };
    case 'quote':
    case 'code':
    case 'caption':
      return { type: piece.type ?? piece.group.kind, text };
    case 'paragraph':
    case 'image':
    case 'separator':
      return { type: piece.type ?? 'paragraph', text };
    default:
      return piece.group.kind satisfies never;
  }
}

function toItems(blocks: readonly Block[]) {
  const depths = listDepths(blocks);
  const ordinals = listOrdinals(blocks, depths);
  return blocks.map((item, index) => {
    const ordinal = ordinals[index];
    const depth = depths[index] ?? 1;
    return ordinal == null ? { text: item.text, depth } : { text: item.text, depth, ordinal };
  });
}
