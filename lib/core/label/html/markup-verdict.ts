import type { ElementAttributes } from '../../document.ts';
import { namingValues, splitName } from './markup-names.ts';
import {
  BODY_WORDS,
  CAPTION_WORDS,
  DISCLOSURE_WORDS,
  DISCUSSION_WORDS,
  GENERATED_CLASS_WORDS,
  MARKUP_ROWS,
  MARKUP_TAGS,
  type MarkupRow,
  STATE_WORDS,
} from './markup-table.ts';

/** What the names of an element say. */
export interface MarkupNames {
  readonly row: MarkupRow | null;
  readonly body: boolean;
  readonly caption: boolean;
  readonly disclosure: boolean;
  readonly discussion: boolean;
}

const ROWS = new Map<string, { readonly row: MarkupRow; readonly order: number }>();
MARKUP_ROWS.forEach((row, order) => {
  for (const word of row.words.split(' ')) if (!ROWS.has(word)) ROWS.set(word, { row, order });
});

/** Of an element whose names say nothing. */
export const NO_NAMES: MarkupNames = { row: null, body: false, caption: false, disclosure: false, discussion: false };
const cache = new Map<string, MarkupNames>();
const MAX_CACHED = 20_000;

/** What an element's tag and names say of it. */
export function markupNames(tag: string, attributes: ElementAttributes | null): MarkupNames {
  let names = NO_NAMES;
  if (attributes !== null) {
    for (const value of namingValues(tag, attributes)) names = merge(names, namesOf(value));
  }
  if (names.row !== null) return names;
  const row = MARKUP_TAGS.get(tag);
  return row === undefined ? names : withRow(names, row);
}

function withRow({ body, caption, disclosure, discussion }: MarkupNames, row: MarkupRow): MarkupNames {
  return { row, body, caption, disclosure, discussion };
}

function merge(one: MarkupNames, other: MarkupNames): MarkupNames {
  if (one === NO_NAMES) return other;
  if (other === NO_NAMES) return one;
  return {
    row: one.row ?? other.row,
    body: one.body || other.body,
    caption: one.caption || other.caption,
    disclosure: one.disclosure || other.disclosure,
    discussion: one.discussion || other.discussion,
  };
}

function namesOf(value: string): MarkupNames {
  const known = cache.get(value);
  if (known !== undefined) return known;
  let best: { readonly row: MarkupRow; readonly order: number } | undefined;
  const found = { body: false, caption: false, disclosure: false, discussion: false };
  let generated = false;
  for (const name of value.split(/\s+/, 40)) {
    const words = splitName(name);
    words.forEach((word, at) => {
      const before = words[at - 1];
      if (before !== undefined && STATE_WORDS.has(before)) return;
      for (const term of before === undefined ? [word] : [word, `${before}-${word}`]) {
        const row = ROWS.get(term);
        if (row !== undefined && (best === undefined || row.order < best.order)) best = row;
        generated ||= GENERATED_CLASS_WORDS.has(term);
        found.body ||= BODY_WORDS.has(term);
        found.caption ||= CAPTION_WORDS.has(term);
        found.disclosure ||= DISCLOSURE_WORDS.has(term);
        found.discussion ||= DISCUSSION_WORDS.has(term);
      }
    });
  }
  const silent = best === undefined && !Object.values(found).includes(true);
  const row = generated ? null : (best?.row ?? null);
  const { body, caption, disclosure, discussion } = found;
  const names = silent ? NO_NAMES : { row, body, caption, disclosure, discussion };
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(value, names);
  return names;
}
