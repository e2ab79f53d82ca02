import type { ArticleBlock, ArticleRecord, Layout, RemovedBlock } from '../record.ts';
import { unescapeSource } from './escape.ts';

/**
 * Puts back what was removed. For text and Markdown this is the decoded source to the letter; for HTML, whose markup a
 * record does not hold, the text of the page in source order, one blank line between the blocks.
 *
 * @param record As `cleanArticle` made it.
 */
export function restore(record: Pick<ArticleRecord, 'blocks' | 'removed' | 'layout'>): string {
  return record.layout === undefined
    ? inOrder(record).join('\n\n')
    : fillIn(record.blocks, record.removed, record.layout);
}

function inOrder(record: Pick<ArticleRecord, 'blocks' | 'removed'>): readonly string[] {
  const texts: string[] = [];
  let next = 0;
  for (let at = 0; at <= record.blocks.length; at++) {
    for (
      let removed = record.removed[next];
      removed !== undefined && removed.at <= at;
      removed = record.removed[next]
    ) {
      texts.push(removed.text);
      next++;
    }
    const block = record.blocks[at];
    if (block !== undefined) texts.push(block.text);
  }
  return texts;
}

function fillIn(blocks: readonly ArticleBlock[], removed: readonly RemovedBlock[], layout: Layout): string {
  const gaps = new Map(layout.gaps.map(({ start, text }) => [start, unescapeSource(text)]));
  const usual = unescapeSource(layout.gap);
  const parts: string[] = [];
  let length = 0;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  let nextBlock = 0;
  let nextRemoved = 0;
  while (nextBlock < blocks.length || nextRemoved < removed.length) {
    add(gaps.get(length) ?? (length === 0 && parts.length === 0 ? '' : usual));
    const candidate = removed[nextRemoved];
    const block = blocks[nextBlock];
    if (candidate !== undefined && (candidate.start === length || block === undefined)) {
      add(unescapeSource(candidate.text));
      nextRemoved++;
    } else if (block !== undefined) {
      add(sourceOf(block));
      nextBlock++;
    }
  }
  parts.push(gaps.get(length) ?? '');
  return parts.join('');
}

/** The slice of the source that a block stands for; for HTML its text. */
export function sourceOf(block: ArticleBlock): string {
  return block.raw === undefined ? block.text : unescapeSource(block.raw);
}
