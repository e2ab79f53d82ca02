import type { ArticleDocument } from '../document.ts';

export function parseText(_source: string): ArticleDocument {
  throw new Error('to come');
}
