import type { ArticleDocument, LabelledDocument } from '../document.ts';

export function labelBlocks(document: ArticleDocument): LabelledDocument {
  return { document, blocks: document.blocks.map((block) => ({ block, removal: null, type: null })) };
}

/** First 16 hex digits of the sha256 of the rule tables. */
export function ruleSetHash(): string {
  return '0000000000000000';
}
