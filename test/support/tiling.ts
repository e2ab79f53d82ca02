import type { ArticleDocument } from '../../lib/core/document.ts';

/** What of the source lies in no block, without white space; '' when the blocks and white space tile it. */
export function untiled(document: ArticleDocument): string {
  const source = document.source ?? '';
  let rest = '';
  let at = 0;
  for (const { range } of document.blocks) {
    if (range === null) throw new Error('expected a range on every block of a text source');
    if (range.start < at || range.end <= range.start) throw new Error(`range ${range.start}..${range.end} after ${at}`);
    const slice = source.slice(range.start, range.end);
    if (slice !== slice.trim()) throw new Error(`range ${range.start}..${range.end} begins or ends with white space`);
    rest += source.slice(at, range.start);
    at = range.end;
  }
  return (rest + source.slice(at)).replace(/\s+/g, '');
}
