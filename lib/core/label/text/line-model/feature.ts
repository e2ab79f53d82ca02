import type { LinePage } from './line-page.ts';

/** A group of features of a line that are measured together. */
export interface LineFamily {
  readonly family: string;
  /** One name a value, in the order in which `measure` gives them. */
  readonly names: readonly string[];
  /** Hands the values of one row to `put`, one for each name. */
  readonly measure: (page: LinePage, row: number, put: (value: number) => void) => void;
}
