import type { ArticleDocument } from '../document.ts';

export function parseHtml(_source: string): ArticleDocument {
  throw new Error('to come');
}
