import type { ArticleDocument } from '../document.ts';
import { BlockBuilder } from './html-builder.ts';
import { ROOT } from './html-element.ts';
import { readPage } from './html-reader.ts';
import { type PageScript, ScriptCollector } from './page-scripts.ts';
import type { Pieces } from './page-window.ts';

/**
 * Reads an HTML page in one pass into blocks, element table and head; builds no tree. Takes any text and never throws.
 *
 * @param pageUrl Where the page was fetched from; resolves its relative links. Without it the page's own base or canonical URL does.
 */
export function parseHtml(source: string, pageUrl: string | null = null): ArticleDocument {
  return parseWith([source.toWellFormed()], new BlockBuilder(pageUrl));
}

/** As `parseHtml`, for pieces of text without lone surrogates, as decoding leaves them. */
export function parseDecodedHtml(pieces: Pieces, pageUrl: string | null): ArticleDocument {
  return parseWith(pieces, new BlockBuilder(pageUrl));
}

/** A page with all that it keeps from a reader whose browser runs scripts. */
export interface WholePage {
  /** `noscript` and `template` are read as part of it, and its element table has the scripts. */
  readonly document: ArticleDocument;
  readonly scripts: readonly PageScript[];
}

/** As `parseHtml`, for a page whose text does not stand in its elements. */
export function parseWholePage(source: string, pageUrl: string | null = null): WholePage {
  const collector = new ScriptCollector();
  const document = parseWith([source.toWellFormed()], new BlockBuilder(pageUrl, collector));
  return { document, scripts: collector.scripts };
}

function parseWith(pieces: Pieces, builder: BlockBuilder): ArticleDocument {
  const { depthCapped } = readPage(pieces, ROOT, builder);
  builder.boundary();
  return {
    format: 'html',
    blocks: builder.blocks,
    source: null,
    elements: builder.elements,
    head: builder.head.finish(),
    ...(builder.videoPlayers > 0 && { players: builder.videoPlayers }),
    notes: depthCapped ? ['depth-capped'] : [],
  };
}
