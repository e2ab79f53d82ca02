import type { Draft } from './draft.ts';
import type { Line, LineShape } from './lines.ts';

/** How a line may stand in a card: like `LineShape`, and `T` for a text that is too short for prose: one sentence, or cut off. */
export type CardShape = LineShape | 'T';

/** A line that the stage looks at. */
export interface CardLine {
  readonly line: Line;
  readonly shape: CardShape;
  /** Indices of the blocks right before that only annotate: a kicker or a date. They fall with the card around them. */
  readonly notes: readonly number[];
}

/** Words of the shortest sentence that may be the text of a card, and of the shortest text that is cut off. */
const MIN_SENTENCE_WORDS = 5;
const MIN_ELIDED_WORDS = 3;
/** More short lines than these in a row are a list. */
const MAX_NOTES = 2;
const MAX_DATE_WORDS = 7;
const DATE = /\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d{2}\b|\d年|\d{1,2}\/\d{1,2}/;

function isNote(line: Line): boolean {
  if (line.ended || line.marked) return false;
  if (line.shape === 'S') return line.size > 0 && line.size < 3;
  return line.shape === 'H' && line.size <= MAX_DATE_WORDS && DATE.test(line.text);
}

function cardShape(line: Line): CardShape {
  if (line.shape !== 'S') return line.shape;
  const text = (line.ended && line.size >= MIN_SENTENCE_WORDS) || (line.elided && line.size >= MIN_ELIDED_WORDS);
  return text ? 'T' : 'S';
}

/**
 * The lines of a draft that may belong to cards: blocks that are still open, and pictures or what scrapes leave of them.
 * Neighbouring pictures count as one, separators as none, and up to two short lines that only annotate are kept with the line behind them.
 */
export function cardLines(draft: Pick<Draft, 'blocks' | 'lines' | 'removals'>): readonly CardLine[] {
  const cards: CardLine[] = [];
  let notes: number[] = [];
  const flush = (): void => {
    for (const at of notes) cards.push({ line: draft.lines[at] as Line, shape: 'S', notes: [] });
    notes = [];
  };
  draft.lines.forEach((line, i) => {
    const picture = line.shape === 'I' || draft.removals[i]?.class === 'image-placeholder';
    if (!picture && draft.removals[i] !== null) return;
    if (draft.blocks[i]?.kind === 'separator') return;
    if (picture && cards.at(-1)?.shape === 'I' && notes.length === 0) return;
    if (!picture && isNote(line)) {
      notes.push(i);
      return;
    }
    if (notes.length > MAX_NOTES) flush();
    cards.push({ line, shape: picture ? 'I' : cardShape(line), notes });
    notes = [];
  });
  flush();
  return cards;
}
