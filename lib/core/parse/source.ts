import type { ArticleDocument, Format } from '../document.ts';
import { parseMarkdown } from './markdown.ts';
import { parseText } from './text.ts';

/** Parses a decoded text or Markdown source into the block model that pages are parsed into too. */
export function parseSource(text: string, format: Exclude<Format, 'html'>): ArticleDocument {
  return format === 'markdown' ? parseMarkdown(text) : parseText(text);
}
