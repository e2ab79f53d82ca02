import type { ModelPage } from './model-page.ts';

/** A group of features that are measured together. */
export interface FeatureFamily {
  readonly family: string;
  /** The values are those of the page: the same for every row. */
  readonly isOfPage?: true;
  /** One name a value, in the order in which `measure` gives them. */
  readonly names: readonly string[];
  /** Writes the values of one row, one for each name, from a place on. */
  readonly measure: (page: ModelPage, row: number, into: Float32Array, place: number) => void;
}

/** What is counted is whole and mostly small. */
const LOGS = Float64Array.from({ length: 1024 }, (_, value) => Math.log1p(value));

/** Large counts matter by their order of magnitude only. */
export function log(value: number): number {
  const whole = value | 0;
  if (whole === value && whole >= 0 && whole < LOGS.length) return LOGS[whole] as number;
  return Math.log1p(Math.max(0, value));
}

/** A share of nothing is 0. */
export function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** The names with a prefix each. */
export function prefixed(prefix: string, names: readonly string[]): readonly string[] {
  return names.map((name) => `${prefix}-${name}`);
}
