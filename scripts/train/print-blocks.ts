import type { Block } from '../../lib/core/document.ts';
import type { TextRow } from './text-rows.ts';

/** A block of a page and whether it is of the article; `null` where that is not known. */
export interface PageBlock {
  readonly block: Block;
  readonly keep: boolean | null;
}

/** Writes blocks out, each by `print`; blank lines stand behind blocks where it is `spaced`, not between items of a list. */
export function printBlocks(
  blocks: readonly PageBlock[],
  spaced: boolean,
  print: (block: Block) => readonly string[],
): TextRow['lines'] {
  return blocks.flatMap(({ block, keep }, at) => {
    const lines = print(block).map((t) => ({ t, keep }));
    const goesOn = block.kind === 'list-item' && blocks[at + 1]?.block.kind === 'list-item';
    return lines.length > 0 && spaced && !goesOn ? [...lines, { t: '', keep: null }] : lines;
  });
}

/** Every block alike, blank lines behind all of them or none. */
export function printLines(blocks: readonly PageBlock[], spaced: boolean): TextRow['lines'] {
  return blocks.flatMap(({ block, keep }) => {
    const lines = textLines(block).map((t) => ({ t, keep }));
    return spaced ? [...lines, { t: '', keep: null }] : lines;
  });
}

/** Markdown without addresses. */
export function printMarkdown(blocks: readonly PageBlock[]): TextRow['lines'] {
  return printBlocks(blocks, true, (block) => marked(textLines(block), markOf(block)));
}

/** Lines of a block, as they are written out. */
export function textLines({ kind, text }: Block): readonly string[] {
  return kind === 'image' ? ['![]()'] : text.split('\n').filter((line) => line.trim() !== '');
}

/** The mark of Markdown before a block; '' for none. */
export function markOf({ kind, level }: Block): string {
  if (kind === 'heading') return `${'#'.repeat(level ?? 2)} `;
  if (kind === 'list-item') return '- ';
  return kind === 'quote' ? '> ' : '';
}

/** Lines with a mark before the first. */
export function marked(lines: readonly string[], mark: string): readonly string[] {
  return lines.map((line, at) => (at === 0 ? mark + line : line));
}
