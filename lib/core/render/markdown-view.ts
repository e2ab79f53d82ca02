import type { ArticleBlock } from '../record.ts';

/** Characters that Markdown or a renderer of inline HTML would take for markup. */
const SPECIAL = /[\\`*_[\]<>&|~]/g;
const LINE_START = /^(\s*)(#{1,6}(?=\s)|[-+=](?=\s|[-=]|$)|\d{1,9}(?=[.)]\s))/;

/** CommonMark with tables (GFM) of the article's blocks; every character of the text is shown, none is markup. */
export function markdownView(title: string | undefined, blocks: readonly ArticleBlock[]): string {
  const parts = title === undefined ? [] : [`# ${escapeMarkdown(title)}`];
  for (const block of blocks) parts.push(blockMarkdown(block));
  return parts.join('\n\n');
}

function blockMarkdown(block: ArticleBlock): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, Math.max(2, block.level ?? 2)))} ${escapeMarkdown(block.text)}`;
    case 'list':
      return block.items
        .map((item) => {
          const marker = item.ordinal === undefined ? '-' : `${item.ordinal}.`;
          return `${'    '.repeat(item.depth - 1)}${marker} ${escapeMarkdown(item.text)}`;
        })
        .join('\n');
    case 'table':
      return tableMarkdown(block.rows);
    case 'quote':
      return `> ${escapeMarkdown(block.text)}`;
    case 'code':
      return fence(block.text);
    case 'caption':
      return `*${escapeMarkdown(block.text)}*`;
    case 'paragraph':
    case 'correction':
    case 'update':
      return escapeMarkdown(block.text);
    default:
      return block satisfies never;
  }
}

function tableMarkdown(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, cell) => escapeMarkdown(row[cell] ?? '')).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
}

/** A fence longer than any run of backticks inside. */
function fence(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = '`'.repeat(Math.max(3, longest + 1));
  return `${ticks}\n${code}\n${ticks}`;
}

function escapeMarkdown(text: string): string {
  return text
    .replace(SPECIAL, (character) => (character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`))
    .replace(LINE_START, (_, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}
