import type { ArticleDocument, Format } from '../document.ts';
import { parseDecodedHtml } from './html.ts';
import { parseMarkdown } from './markdown.ts';
import { parseText } from './text.ts';

/**
 * Parses a decoded source of any format into the one block model.
 *
 * @param url Where an HTML page was fetched from: its links and pictures are told in full.
 */
export function parseSource(text: string, format: Format, url: string | undefined): ArticleDocument {
  switch (format) {
    case 'html':
      return parseDecodedHtml([text], url ?? null);
    case 'text':
      return parseText(text);
    case 'markdown':
      return parseMarkdown(text);
    default:
      return format satisfies never;
  }
}
