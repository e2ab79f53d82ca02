import type { ArticleDocument } from '../document.ts';

export function parseMarkdown(_source: string): ArticleDocument {
  throw new Error('to come');
}
