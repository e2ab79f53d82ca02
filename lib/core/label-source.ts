import type { ArticleDocument, Format, LabelledBlock, LabelledDocument, Removal, RemovalClass } from './document.ts';
import { labelIndexTeasers } from './label/html/index-teasers.ts';
import { sourceLabeller } from './label/label.ts';
import { isUnnamed } from './label/unnamed-page.ts';
import { parseDecodedHtml } from './parse/html.ts';
import { closeTitle } from './parse/open-title.ts';
import { parseSource } from './parse/source.ts';
import { rescueText } from './rescue/rescue.ts';
import { settleText } from './settle-text.ts';
import type { SourceText } from './source-text.ts';

/** What the tags and the head of a page know better than its text. */
const SAID_BY_TAGS: ReadonlySet<RemovalClass> = new Set(['headline', 'duplicate']);

/** Whether the text of a page knows better of a block that it goes: captions and notes are none of it anyway. */
function saysMoreThanTags({ type }: LabelledBlock, removal: Removal): boolean {
  return type === null && !SAID_BY_TAGS.has(removal.class);
}

/**
 * A decoded source as labelled blocks: parsed and labelled, looked for elsewhere in the source where the page shows next to no
 * text, and freed of the teasers of an index page. Text is labelled until nothing more falls, and so is the text of a page without
 * names: of pages whose names were taken away news keep .1 % less and F1 of words is .007 higher, other articles keep .6 % less and have .003.
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
  if (format !== 'html') return settleText(label(parseSource(source.text, format)), label);
  const page = closeTitle(source);
  const read = label(parseDecodedHtml(page.pieces(), url));
  const shown = isUnnamed(read.document) ? settleText(read, label, saysMoreThanTags) : read;
  return labelIndexTeasers(rescueText(page, shown, url, label), url);
}
