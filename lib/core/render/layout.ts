import type { Layout } from '../record.ts';
import { escapeSource } from './escape.ts';
import { type Piece, rangeOf } from './pieces.ts';

/**
 * What of the source lies between the pieces: the filling seen most often, and every place that differs from it.
 *
 * @param source The decoded source that the ranges of `pieces` point into.
 */
export function describeLayout(source: string, pieces: readonly Piece[]): Layout {
  const fillings: { start: number; text: string }[] = [];
  let end = 0;
  for (const piece of pieces) {
    const range = rangeOf(piece);
    if (range === null) continue;
    fillings.push({ start: end, text: source.slice(end, range.start) });
    end = range.end;
  }
  const last = { start: end, text: source.slice(end) };
  const gap = mostFrequent(fillings.slice(1).map(({ text }) => text));
  const gaps = fillings.filter(({ text }, index) => text !== (index === 0 ? '' : gap));
  if (last.text !== '') gaps.push(last);
  return {
    length: source.length,
    gap: escapeSource(gap),
    gaps: gaps.map(({ start, text }) => ({ start, text: escapeSource(text) })),
  };
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best = '\n\n';
  let most = 0;
  for (const [text, count] of counts) {
    if (count > most) {
      best = text;
      most = count;
    }
  }
  return best;
}
