import type { ArticleRecord } from '../record.ts';

/** The decoded source of a text or Markdown record, to the letter; for HTML the text of the page in source order. */
export function restore(_record: ArticleRecord): string {
  throw new Error('to come');
}
