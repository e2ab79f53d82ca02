import type { Block, Image, Link } from '../document.ts';
import { parseInline } from './inline.ts';
import type { References } from './inline-pass.ts';
import { lineBlock, plainBlock } from './lines-block.ts';
import { isSeparator, shapeOf } from './lines-kind.ts';

/** A block of Markdown before its inline markup is read: addresses may be defined further down. */
export interface Draft {
  readonly kind: Block['kind'];
  readonly start: number;
  readonly end: number;
  /** Markdown without the marks of the block, or the text itself of code. */
  readonly content: string;
  readonly level?: number;
  readonly ordered?: boolean;
  readonly ordinal?: number;
  readonly cells?: readonly string[];
  readonly group?: number;
  /** Address of the link that the whole block lies in. */
  readonly url?: string;
}

function rowBlock(draft: Draft, cells: readonly string[], references: References): Block {
  const links: Link[] = [];
  let linkLength = 0;
  const texts = cells.map((cell) => {
    const inline = parseInline(cell, references);
    links.push(...inline.links);
    linkLength += inline.linkLength;
    return inline.text;
  });
  const { start, end, group = -1 } = draft;
  const text = texts.join('\t').trim();
  if (text === '') return plainBlock('separator', '', start, end);
  return lineBlock({ kind: 'table-row', text, start, end, cells: texts, links, linkLength, group });
}

/** Kind that the words alone give: what is left of the markup may be a rule, nothing, or a bullet and its item. */
function kindOf(draft: Draft, text: string, image: Image | undefined): Block['kind'] {
  if (text === '' && image !== undefined) return 'image';
  return isSeparator(text) ? 'separator' : draft.kind;
}

function wholeLink(text: string, url: string): { readonly links: readonly Link[]; readonly linkLength: number } {
  return { links: [{ text, url }], linkLength: text.length };
}

/** Reads the inline markup of a draft. */
export function finishDraft(draft: Draft, references: References): Block {
  const { start, end, level, ordered, ordinal, group } = draft;
  if (draft.kind === 'separator') return plainBlock('separator', '', start, end);
  if (draft.kind === 'code') {
    return lineBlock({ kind: draft.content.trim() === '' ? 'separator' : 'code', text: draft.content, start, end });
  }
  if (draft.cells !== undefined) return rowBlock(draft, draft.cells, references);
  const inline = parseInline(draft.content, references);
  const { text, images } = inline;
  const { links, linkLength } = draft.url === undefined ? inline : wholeLink(text, draft.url);
  const image = images[0];
  const kind = kindOf(draft, text, image);
  if (kind === 'separator') return plainBlock(kind, '', start, end);
  if (kind === 'image' && image !== undefined) return lineBlock({ kind, text, start, end, image });
  const shape = kind === 'list-item' ? null : shapeOf(text);
  // `\* item` and `• item` are items to any reader, and to this parser when it reads the text view again.
  if (shape?.kind === 'bullet') {
    const item = { kind: 'list-item', text: text.slice(shape.from), level: 1, ordered: false, group: -1 } as const;
    return lineBlock({ ...item, start, end, links, linkLength });
  }
  return lineBlock({
    kind,
    text,
    start,
    end,
    links,
    linkLength,
    level,
    ordered,
    ordinal,
    group,
  });
}
