import type { ArticleDocument } from '../document.ts';

/** Share of the words of a page that may stand in elements with names before its names say something. */
const MAX_NAMED = 0.2;
/** Names of the whole page say nothing of its parts. */
const ROOTS: ReadonlySet<string> = new Set(['html', 'body']);

/**
 * Whether next to nothing of a page stands in elements with a class or an id: it has been through a sanitizer, comes from a feed, or
 * is written by hand. Then words have to say what names say elsewhere.
 */
export function isUnnamed({ blocks, elements }: ArticleDocument): boolean {
  if (elements === null) return false;
  const named = new Uint8Array(elements.tag.length);
  for (let at = 1; at < named.length; at++) {
    const { class: classes, id } = elements.attributes[at] ?? {};
    const isNamed = (classes ?? id ?? '') !== '' && !ROOTS.has(elements.tag[at] ?? '');
    named[at] = isNamed ? 1 : (named[elements.parent[at] ?? 0] ?? 0);
  }
  let [inNamed, all] = [0, 0];
  for (const { element, words } of blocks) {
    all += words;
    if (named[element] === 1) inNamed += words;
  }
  return all > 0 && inNamed <= all * MAX_NAMED;
}
