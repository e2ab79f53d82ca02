import type { ElementAttributes } from '../../document.ts';
import { namingValues, splitName } from './markup-names.ts';
import { MARKUP_ROWS, MARKUP_TAGS, type MarkupRow, STATE_WORDS } from './markup-table.ts';

const ROWS = new Map<string, { readonly row: MarkupRow; readonly order: number }>();
MARKUP_ROWS.forEach((row, order) => {
  for (const word of row.words.split(' ')) if (!ROWS.has(word)) ROWS.set(word, { row, order });
});

const cache = new Map<string, MarkupRow | null>();
const MAX_CACHED = 20_000;

/** The row that an element's tag or names call for; `null` when they say nothing. */
export function markupRow(tag: string, attributes: ElementAttributes | null): MarkupRow | null {
  if (attributes !== null) {
    for (const value of namingValues(attributes)) {
      const row = rowOfValue(value);
      if (row !== null) return row;
    }
  }
  return MARKUP_TAGS.get(tag) ?? null;
}

function rowOfValue(value: string): MarkupRow | null {
  const known = cache.get(value);
  if (known !== undefined) return known;
  let best: { readonly row: MarkupRow; readonly order: number } | undefined;
  for (const name of value.split(/\s+/, 40)) {
    const words = splitName(name);
    words.forEach((word, at) => {
      const before = words[at - 1];
      if (before !== undefined && STATE_WORDS.has(before)) return;
      for (const found of [ROWS.get(word), before === undefined ? undefined : ROWS.get(`${before}-${word}`)]) {
        if (found !== undefined && (best === undefined || found.order < best.order)) best = found;
      }
    });
  }
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(value, best?.row ?? null);
  return best?.row ?? null;
}
