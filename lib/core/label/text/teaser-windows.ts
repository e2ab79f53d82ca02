import type { Line, LineShape } from './lines.ts';

/** Forms in which scrapes print a card of another story: H headline, X text, I picture, in the order of the lines. */
export const TEASER_SHAPES = ['HXI', 'IHX', 'HIX', 'HX', 'HI', 'IH', 'H', 'X'] as const;
export type TeaserShape = (typeof TEASER_SHAPES)[number];

/** A run of neighbouring lines that could be a teaser. */
export interface TeaserWindow {
  readonly shape: TeaserShape;
  /** Index of the first line. */
  readonly start: number;
  /** Index after the last line. */
  readonly end: number;
  /** Index of the headline line; -1 without one. */
  readonly headline: number;
  /** Index of the text line; -1 without one. */
  readonly text: number;
}

function matches(lines: readonly Line[], start: number, shape: TeaserShape): boolean {
  for (let i = 0; i < shape.length; i++) {
    if (lines[start + i]?.shape !== (shape[i] as LineShape)) return false;
  }
  return true;
}

/** Every run of lines in one of the shapes, in order of start; runs overlap. */
export function findWindows(lines: readonly Line[]): readonly TeaserWindow[] {
  const windows: TeaserWindow[] = [];
  for (let start = 0; start < lines.length; start++) {
    for (const shape of TEASER_SHAPES) {
      if (!matches(lines, start, shape)) continue;
      const headline = shape.indexOf('H');
      const text = shape.indexOf('X');
      windows.push({
        shape,
        start,
        end: start + shape.length,
        headline: headline < 0 ? -1 : start + headline,
        text: text < 0 ? -1 : start + text,
      });
    }
  }
  return windows;
}
