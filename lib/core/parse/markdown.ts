import type { ArticleDocument } from '../document.ts';
import { scanLines } from './lines.ts';
import { lineDocument } from './lines-block.ts';
import { findWrapColumn } from './lines-wrap.ts';
import { readMarkdownBlock } from './markdown-blocks.ts';
import { finishDraft } from './markdown-draft.ts';
import { joinOpenLinks } from './markdown-open-links.ts';
import type { MarkdownReading } from './markdown-reading.ts';
import { markHeadings } from './text.ts';

/**
 * Reads Markdown as scrapers write it: CommonMark with tables, but a line is a block of its own unless the document is
 * hard-wrapped. Ranges tile the source as those of `parseText` do.
 */
export function parseMarkdown(source: string): ArticleDocument {
  const lines = scanLines(source);
  const wrap = findWrapColumn({ source, lines });
  const reading: MarkdownReading = {
    source,
    lines,
    wrap,
    drafts: [],
    references: new Map(),
    missing: new Set(),
    indents: [],
    inItem: false,
    topOrdered: false,
    nextCode: 0,
    group: -1,
  };
  for (let line = 0; line < lines.count; ) line = readMarkdownBlock(reading, line);
  const blocks = joinOpenLinks(reading.drafts).map((draft) => finishDraft(draft, reading.references));
  return lineDocument('markdown', source, markHeadings(blocks));
}
