import type { FeatureFamily } from './feature.ts';
import { CORE, SIGNATURES, TOKENS } from './features-markup.ts';
import { AROUND, HEADING, NEIGHBOURS, PLACE, RULES, TITLES } from './features-place.ts';
import { COPIES, KIND, PAGE, TEXT } from './features-text.ts';
import type { ModelPage } from './model-page.ts';

/** All that the model sees of a block, in the order of its columns. */
export const FAMILIES: readonly FeatureFamily[] = [
  TOKENS,
  CORE,
  SIGNATURES,
  PLACE,
  TITLES,
  HEADING,
  NEIGHBOURS,
  AROUND,
  TEXT,
  KIND,
  COPIES,
  PAGE,
  RULES,
];

/** Names of the columns, `family:name`. */
export const FEATURES: readonly string[] = FAMILIES.flatMap(({ family, names }) =>
  names.map((name) => `${family}:${name}`),
);

/** Where the values of each family stand in a row. */
const PLACES: readonly number[] = FAMILIES.map((_, at) =>
  FAMILIES.slice(0, at).reduce((sum, { names }) => sum + names.length, 0),
);

/** The features of every row of a page, row after row, `FEATURES.length` values each. */
export function measureFeatures(page: ModelPage): Float32Array {
  const width = FEATURES.length;
  const rows = page.blocks.length;
  const matrix = new Float32Array(rows * width);
  FAMILIES.forEach(({ measure, names, isOfPage }, family) => {
    const first = PLACES[family] as number;
    const measured = isOfPage ? Math.min(1, rows) : rows;
    for (let row = 0; row < measured; row++) measure(page, row, matrix, first + row * width);
    for (let place = first + measured * width; place < matrix.length; place += width)
      for (let name = 0; name < names.length; name++) matrix[place + name] = matrix[first + name] as number;
  });
  return matrix;
}
