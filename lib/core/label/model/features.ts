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

/** The features of every row of a page, row after row, `FEATURES.length` values each. */
export function measureFeatures(page: ModelPage): Float32Array {
  const matrix = new Float32Array(page.blocks.length * FEATURES.length);
  let at = 0;
  const put = (value: number): void => {
    matrix[at++] = value;
  };
  for (let row = 0; row < page.blocks.length; row++) {
    at = row * FEATURES.length;
    for (const family of FAMILIES) family.measure(page, row, put);
  }
  return matrix;
}
