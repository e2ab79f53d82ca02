import type { ArticleDocument, LabelledBlock, Removal } from '../../document.ts';
import { isCaption } from './caption.ts';
import { labelOutside } from './core-border.ts';
import { labelOrphanHeadings } from './orphan-headings.ts';
import { readPageShape } from './page-shape.ts';
import { labelPhraseLines } from './phrase-lines.ts';
import { labelShapes } from './shapes.ts';
import { labelTeaserFeeds } from './teaser-feeds.ts';

/** Labels the blocks of an HTML page by its markup and the shape of its blocks; every block comes back, in order. */
export function labelHtml(document: ArticleDocument): readonly LabelledBlock[] {
  const { blocks, elements } = document;
  if (elements === null) return blocks.map((block) => ({ block, removal: null, type: null }));
  const page = readPageShape(document, elements);
  const removals: (Removal | null)[] = page.markup.slice();
  labelTeaserFeeds(page, removals);
  labelOutside(page, removals);
  labelShapes(page, removals);
  labelPhraseLines(blocks, removals);
  labelOrphanHeadings(page, removals);
  return blocks.map((block, index) => {
    const removal = removals[index] ?? null;
    return { block, removal, type: removal === null && isCaption(page, block) ? 'caption' : null };
  });
}
