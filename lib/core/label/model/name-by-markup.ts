import { markupNames } from '../html/markup-verdict.ts';
import type { ModelPage } from './model-page.ts';
import type { KeptSpan, RemovalName } from './removal-name.ts';

/** Classes of the head of a story: inside the card of another story, or a comment, they belong to that. */
const HEAD_CLASSES = new Set(['byline', 'dateline', 'credit', 'tag-list', 'bio']);
/** Names that say where an element stands and not what it holds. */
const VAGUE_RULES = new Set(['html-sidebar', 'html-aside']);
/** Classes whose lines are labels: text that reads as prose got their names from the theme. */
const LABEL_CLASSES = new Set(['navigation', 'tag-list', 'byline', 'dateline', 'share']);
/** Rows behind the last kept one among which the byline, the tags and the bio of the story itself may stand. */
const NEAR_ROWS = 12;
/** Longest line of data on the story, words. */
const MAX_HEAD_WORDS = 30;

/**
 * What the names of the nearest element around a row say that it holds, up to the core container; `null` without one that
 * says more than `other`. These names do not decide what is removed: the model has done that.
 */
export function nameByMarkup(page: ModelPage, row: number, span: KeptSpan): RemovalName | null {
  const { elements, blocks } = page;
  const { table, parent, core80 } = elements;
  const block = blocks[row];
  let inner: RemovalName | null = null;
  for (let at = block?.element ?? 0; at > 0 && core80.onChain[at] !== 1; at = parent[at] ?? 0) {
    const names = markupNames(table.tag[at] ?? '', table.attributes[at] ?? null);
    if (inner === null && names.caption) inner = { class: 'caption', rule: 'html-caption' };
    const found = names.row;
    if (found === null || found.class === 'other' || VAGUE_RULES.has(found.rule)) continue;
    if (page.prose[row] === 1 && LABEL_CLASSES.has(found.class)) continue;
    if (!HEAD_CLASSES.has(found.class)) return { class: found.class, rule: found.rule };
    inner ??= { class: found.class, rule: found.rule };
  }
  if (inner === null || inner.class === 'caption' || inner.class === 'bio') return inner;
  const near = row < span.first || row - span.last <= NEAR_ROWS;
  return near && (block?.words ?? 0) <= MAX_HEAD_WORDS ? inner : null;
}
