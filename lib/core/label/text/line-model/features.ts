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

/** Where the values of each family stand in a row. */
const PLACES: readonly number[] = LINE_FAMILIES.map((_, at) =>
  LINE_FAMILIES.slice(0, at).reduce((sum, { names }) => sum + names.length, 0),
);

/** The features of the given rows, `LINE_FEATURES.length` values each. */
export function measureLines(page: LinePage, rows: ArrayLike<number>): Float32Array {
  const width = LINE_FEATURES.length;
  const matrix = new Float32Array(rows.length * width);
  LINE_FAMILIES.forEach(({ measure, names, isOfDocument }, family) => {
    const first = PLACES[family] as number;
    const measured = isOfDocument ? Math.min(1, rows.length) : rows.length;
    for (let i = 0; i < measured; i++) measure(page, rows[i] as number, matrix, first + i * width);
    for (let place = first + measured * width; place < matrix.length; place += width)
      for (let name = 0; name < names.length; name++) matrix[place + name] = matrix[first + name] as number;
  });
  return matrix;
}
