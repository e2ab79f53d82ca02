import type { Image } from '../document.ts';

/** Reference definitions by label: the address, or `null` for a footnote. */
export type References = ReadonlyMap<string, string | null>;

interface Delimiter {
  readonly piece: number;
  readonly insideWord: boolean;
  count: number;
}

export interface Bracket {
  readonly piece: number;
  /** Offset of the text between the brackets. */
  readonly from: number;
  readonly image: boolean;
}

/** State of one pass over the content; `inline-tags.ts` adds to it too. */
export interface InlinePass {
  readonly content: string;
  readonly references: References;
  readonly pieces: string[];
  readonly offsets: number[];
  readonly images: Image[];
  readonly links: { from: number; to: number; url: string }[];
  readonly brackets: Bracket[];
  readonly delimiters: Map<number, Delimiter[]>;
  /** Offsets of runs of backticks by their length; made when the first one is met. */
  ticks: Map<number, number[]> | null;
  /** Open `<a href>`. */
  anchor: { piece: number; url: string } | null;
  /** Closing tags that do not come any more. */
  readonly missing: Set<string>;
}

/** Adds a piece of text that begins at `offset`; returns its index. */
export function add(pass: InlinePass, piece: string, offset: number): number {
  pass.offsets.push(offset);
  return pass.pieces.push(piece) - 1;
}
