import type { ArticleDocument } from '../document.ts';
import { BlockBuilder } from './html-builder.ts';
import { ROOT } from './html-element.ts';
import { readPage } from './html-reader.ts';

/**
 * Reads an HTML page in one pass into blocks, element table and head; builds no tree. Takes any text and never throws.
 *
 * @param pageUrl Where the page was fetched from; resolves its relative links. Without it the page's own base or canonical URL does.
 */
export function parseHtml(source: string, pageUrl: string | null = null): ArticleDocument {
  const builder = new BlockBuilder(pageUrl);
  const { depthCapped } = readPage(source.isWellFormed() ? source : source.toWellFormed(), ROOT, builder);
  builder.boundary();
  return {
    format: 'html',
    blocks: builder.blocks,
    source: null,
    elements: builder.elements,
    head: builder.head.finish(),
    notes: depthCapped ? ['depth-capped'] : [],
  };
}
