import { readContainerRows } from '../train/container-rows.ts';
import type { TextRow } from '../train/text-rows.ts';
import type { RowLine, ScrapeRow } from './rows.ts';

/** A line that is nothing but a link, with or without marks of a heading, a list or a picture around it. */
const LINK_LINE = /^[\s#>*_-]*\[([^[\]]{1,300})\]\([^()\s]*\)[*_]*$/;
const PICTURE = /^\[?!\[/;
const TARGET = /\]\([^)\s]/;
/** Words of a headline of another story, and of the text under it. */
const HEADLINE = { least: 4, most: 24 } as const;
const TEXT = { least: 5, most: 80 } as const;

const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/**
 * The elements of articles of the HTML sets as Markdown with the targets of links. What none of the article is there and stands
 * under, or is, a headline that links elsewhere is marked as of another story.
 */
export function readLinkedRows(bench: string): readonly ScrapeRow[] {
  return readContainerRows(bench)
    .filter(
      ({ style, type, lines }) =>
        style === 'md-container' && type === 'article' && lines.some(({ t }) => TARGET.test(t)),
    )
    .map((row) => ({ ...row, lines: markCards(row.lines) }));
}

function markCards(lines: TextRow['lines']): readonly RowLine[] {
  let isCard = false;
  return lines.map((line): RowLine => {
    const { t, keep } = line;
    if (t.trim() === '') return line;
    if (keep !== false) {
      isCard = false;
      return line;
    }
    if (PICTURE.test(t.trim())) return line;
    const headline = LINK_LINE.exec(t)?.[1];
    const words = countWords(headline ?? t);
    if (headline !== undefined) {
      isCard = words >= HEADLINE.least && words <= HEADLINE.most;
      return isCard ? { t, keep, insert: 1 } : line;
    }
    const isText = isCard && words >= TEXT.least && words <= TEXT.most;
    isCard = false;
    return isText ? { t, keep, insert: 1 } : line;
  });
}
