import type { LineFamily } from './feature.ts';
import { COHESION, DOCUMENT, HEADING } from './features-document.ts';
import { GROUP, MARKUP, REPEATS, TEXT } from './features-line.ts';
import { AROUND, NEIGHBOURS, PLACE, RULES } from './features-place.ts';
import { ENDS, NAMES, WORDS } from './features-wording.ts';
import type { LinePage } from './line-page.ts';

/** All that the first pass sees of a line, in the order of its columns. */
const LINE_FAMILIES: readonly LineFamily[] = [
  TEXT,
  MARKUP,
  GROUP,
  REPEATS,
  PLACE,
  AROUND,
  NEIGHBOURS,
  RULES,
  HEADING,
  COHESION,
  DOCUMENT,
  WORDS,
  NAMES,
  ENDS,
];

/** Names of the columns, `family:name`. */
export const LINE_FEATURES: readonly string[] = LINE_FAMILIES.flatMap(({ family, names }) =>
  names.map((name) => `${family}:${name}`),
);

/** The features of the given rows, `LINE_FEATURES.length` values each. */
export function measureLines(page: LinePage, rows: ArrayLike<number>): Float32Array {
  const matrix = new Float32Array(rows.length * LINE_FEATURES.length);
  let at = 0;
  const put = (value: number): void => {
    matrix[at++] = value;
  };
  for (let i = 0; i < rows.length; i++) {
    at = i * LINE_FEATURES.length;
    for (const family of LINE_FAMILIES) family.measure(page, rows[i] ?? 0, put);
  }
  return matrix;
}
