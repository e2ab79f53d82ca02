import sanitizeHtml from 'sanitize-html';
import type { ArticleBlock } from '../record.ts';

/** Nothing that loads, runs or styles; the view is text with structure. */
const ALLOWED = {
  allowedTags: [
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'p',
    'ul',
    'ol',
    'li',
    'blockquote',
    'pre',
    'code',
    'table',
    'tbody',
    'tr',
    'td',
    'em',
  ],
  allowedAttributes: { li: ['value'] },
  disallowedTagsMode: 'escape',
} as const satisfies sanitizeHtml.IOptions;

/** Sanitised HTML of the article's blocks. The one exit for HTML: whatever a parser let through ends here. */
export function htmlView(title: string | undefined, blocks: readonly ArticleBlock[]): string {
  const parts = title === undefined ? [] : [`<h1>${escapeHtml(title)}</h1>`];
  for (const block of blocks) parts.push(blockHtml(block));
  return sanitizeHtml(parts.join('\n'), {
    ...ALLOWED,
    allowedTags: [...ALLOWED.allowedTags],
    allowedAttributes: { li: ['value'] },
  });
}

function blockHtml(block: ArticleBlock): string {
  const text = escapeHtml(block.text);
  switch (block.type) {
    case 'heading': {
      const level = Math.min(6, Math.max(2, block.level ?? 2));
      return `<h${level}>${text}</h${level}>`;
    }
    case 'list':
      return listHtml(block);
    case 'table': {
      const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
      return `<table><tbody>${rows.join('')}</tbody></table>`;
    }
    case 'quote':
      return `<blockquote><p>${text}</p></blockquote>`;
    case 'code':
      return `<pre><code>${text}</code></pre>`;
    case 'caption':
      return `<p><em>${text}</em></p>`;
    case 'paragraph':
    case 'correction':
    case 'update':
      return `<p>${text}</p>`;
    default:
      return block satisfies never;
  }
}

/** Depth is written by nesting; a jump of several levels opens that many lists. */
function listHtml(list: ArticleBlock & { readonly type: 'list' }): string {
  const tag = list.ordered ? 'ol' : 'ul';
  let html = '';
  let depth = 0;
  for (const item of list.items) {
    const target = Math.min(item.depth, depth + 1);
    if (target > depth) html += `<${tag}>`;
    else html += `${`</li></${tag}>`.repeat(depth - target)}</li>`;
    depth = target;
    html += `<li${item.ordinal === undefined ? '' : ` value="${item.ordinal}"`}>${escapeHtml(item.text)}`;
  }
  return `${html}${`</li></${tag}>`.repeat(depth)}`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
