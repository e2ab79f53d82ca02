import type { LinePage } from './line-page.ts';

/** A group of features of a line that are measured together. */
export interface LineFamily {
  readonly family: string;
  /** The values are those of the document: the same for every row. */
  readonly isOfDocument?: true;
  /** One name a value, in the order in which `measure` gives them. */
  readonly names: readonly string[];
  /** Writes the values of one row, one for each name, from a place on. */
  readonly measure: (page: LinePage, row: number, into: Float32Array, place: number) => void;
}
