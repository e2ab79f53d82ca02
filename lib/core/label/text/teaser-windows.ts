import type { CardLine } from './teaser-lines.ts';

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

/** A form, taken apart once. */
interface Form {
  readonly shape: TeaserShape;
  readonly parts: readonly string[];
  /** Places of headline and text among the parts; -1 for none. */
  readonly headline: number;
  readonly text: number;
}

const FORMS: readonly Form[] = TEASER_SHAPES.map((shape) => ({
  shape,
  parts: [...shape],
  headline: shape.indexOf('H'),
  text: shape.indexOf('X'),
}));

/** Words from which a line like a headline may be the text under one: summaries often have no full stop. */
const MIN_SUMMARY_WORDS = 9;

/** Under a headline, a short sentence or a long line without a stop may be the text of a card; alone they are none. */
function fits(card: CardLine | undefined, part: string | undefined, bare: boolean): boolean {
  if (card === undefined) return false;
  if (card.shape === part) return true;
  if (part !== 'X' || bare) return false;
  return card.shape === 'T' || (card.shape === 'H' && card.line.size >= MIN_SUMMARY_WORDS);
}

function matches(cards: readonly CardLine[], start: number, { parts }: Form): boolean {
  const isBare = parts.length === 1;
  for (let i = 0; i < parts.length; i++) if (!fits(cards[start + i], parts[i], isBare)) return false;
  return true;
}

/** Every run of lines in one of the shapes, in order of start; runs overlap. */
export function findWindows(cards: readonly CardLine[]): readonly TeaserWindow[] {
  const windows: TeaserWindow[] = [];
  for (let start = 0; start < cards.length; start++) {
    for (const form of FORMS) {
      if (!matches(cards, start, form)) continue;
      const { shape, parts, headline, text } = form;
      windows.push({
        shape,
        start,
        end: start + parts.length,
        headline: headline < 0 ? -1 : start + headline,
        text: text < 0 ? -1 : start + text,
      });
    }
  }
  return windows;
}
