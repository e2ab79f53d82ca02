import type { ArticleDocument, LabelledDocument } from '../document.ts';

export function labelBlocks(document: ArticleDocument): LabelledDocument {
  return { document, blocks: document.blocks.map((block) => ({ block, removal: null, type: null })) };
}
