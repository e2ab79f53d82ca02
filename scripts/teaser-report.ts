import { TEASER_SHAPES } from '../lib/core/label/text/teaser-windows.ts';
import type { MeasuredRow } from './teaser-rows.ts';

const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95] as const;

interface Tally {
  readonly kept: number;
  readonly removed: number;
}

/** Shares (0..1) of the article's words kept and of the inserts' words removed at a threshold. */
function tally(row: MeasuredRow, scores: readonly number[], threshold: number): Tally {
  const falls = new Uint8Array(row.gold.length);
  row.document.windows.forEach((window, w) => {
    if ((scores[w] ?? 0) >= threshold) falls.fill(1, window.start, window.end);
  });
  const sum = (test: (i: number) => boolean): number =>
    row.gold.reduce((words, line, i) => words + (row.document.lines[i]?.shape !== 'I' && test(i) ? line.words : 0), 0);
  const article = sum((i) => row.gold[i]?.keep === true);
  const inserts = sum((i) => row.gold[i]?.insert === true);
  const lost = sum((i) => row.gold[i]?.keep === true && falls[i] === 1);
  const gone = sum((i) => row.gold[i]?.insert === true && falls[i] === 1);
  return { kept: article > 0 ? 1 - lost / article : 1, removed: inserts > 0 ? gone / inserts : 1 };
}

function percent(values: readonly number[]): string {
  return (values.length > 0 ? (100 * values.reduce((sum, value) => sum + value, 0)) / values.length : 0).toFixed(2);
}

/** A table of figures, means over documents in percent: natural documents first, then those with inserts by shape. */
export function report(rows: readonly MeasuredRow[], scores: readonly (readonly number[])[]): string {
  const lines = THRESHOLDS.map((threshold) => {
    const of = (style: (name: string) => boolean): readonly Tally[] =>
      rows.flatMap((row, r) => (style(row.style) ? [tally(row, scores[r] ?? [], threshold)] : []));
    const natural = of((style) => style === 'insert-none');
    const inserted = of((style) => style !== 'insert-none');
    const hit = natural.filter(({ kept }) => kept < 1).length / Math.max(1, natural.length);
    const shapes = TEASER_SHAPES.map(
      (shape) => `${shape} ${percent(of((s) => s === `insert-${shape}`).map((t) => t.removed))}`,
    );
    return [
      `${threshold}: natural keep ${percent(natural.map((t) => t.kept))} (rows hit ${percent([hit])})`,
      `inserts keep ${percent(inserted.map((t) => t.kept))} removed ${percent(inserted.map((t) => t.removed))}`,
      shapes.join(' '),
    ].join(' | ');
  });
  return lines.join('\n');
}
