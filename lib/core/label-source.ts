import type { ArticleDocument, Format, LabelledDocument } from './document.ts';
import { labelIndexTeasers } from './label/html/index-teasers.ts';
import { sourceLabeller } from './label/label.ts';
import { parseDecodedHtml } from './parse/html.ts';
import { closeTitle } from './parse/open-title.ts';
import { parseSource } from './parse/source.ts';
import { rescueText } from './rescue/rescue.ts';
import { settleText } from './settle-text.ts';
import type { SourceText } from './source-text.ts';

/**
 * A decoded source as labelled blocks: parsed and labelled, looked for elsewhere in the source where the page shows next to no
 * text, and freed of the teasers of an index page. Text is labelled until nothing more falls.
 *
 * @param url Where a page was fetched from.
 * @param label Labels one parsed document; the cleaner's own unless another is given.
 */
export function labelSource(
  source: SourceText,
  format: Format,
  url: string | null,
  label: (document: ArticleDocument) => LabelledDocument = sourceLabeller(),
): LabelledDocument {
  if (format !== 'html') return settleText(label(parseSource(source.text, format, undefined)), label);
  const page = closeTitle(source);
  const shown = label(parseDecodedHtml(page.pieces(), url));
  return labelIndexTeasers(rescueText(page, shown, url, label), url);
}
