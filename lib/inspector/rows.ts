import type { ArticleBlock, ArticleRecord, RemovedBlock } from '../core/record.ts';
import { unescapeSource } from '../core/render/escape.ts';
import { sourceOf } from '../core/render/restore.ts';

/** One piece of the source beside what became of it. */
export type Row =
  | { readonly kept: true; readonly index: number; readonly source: string; readonly block: ArticleBlock }
  | { readonly kept: false; readonly index: number; readonly source: string; readonly removal: RemovedBlock };

/** The pieces of a record in the order of the source; of HTML the text stands for the markup. */
export function rowsOf({
  blocks,
  removed,
  layout,
}: Pick<ArticleRecord, 'blocks' | 'removed' | 'layout'>): readonly Row[] {
  const rows: Row[] = [];
  let next = 0;
  for (let at = 0; at <= blocks.length; at++) {
    for (let removal = removed[next]; removal !== undefined && removal.at <= at; removal = removed[++next]) {
      const source = layout === undefined ? removal.text : unescapeSource(removal.text);
      rows.push({ kept: false, index: next, source, removal });
    }
    const block = blocks[at];
    if (block !== undefined) rows.push({ kept: true, index: at, source: sourceOf(block), block });
  }
  return rows;
}
