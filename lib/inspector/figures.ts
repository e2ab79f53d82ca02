import type { RemovalClass } from '../core/document.ts';
import { countWords } from '../core/parse/words.ts';
import type { ArticleRecord } from '../core/record.ts';
import { type InspectedDocument, isQuarantine } from './inspected.ts';

/** What is counted of one record, words. */
export interface RecordFigures {
  readonly kept: number;
  readonly removed: number;
  /** Only classes with a removal. */
  readonly byClass: ReadonlyMap<RemovalClass, number>;
  /** Share of the words of the source that was removed, 0..1; 0 without words. */
  readonly share: number;
}

/** Words of a record by what became of them. */
export function countRecord({ text, removed }: Pick<ArticleRecord, 'text' | 'removed'>): RecordFigures {
  const byClass = new Map<RemovalClass, number>();
  let sum = 0;
  for (const piece of removed) {
    const words = countWords(piece.text);
    byClass.set(piece.class, (byClass.get(piece.class) ?? 0) + words);
    sum += words;
  }
  const kept = countWords(text);
  return { kept, removed: sum, byClass, share: kept + sum === 0 ? 0 : sum / (kept + sum) };
}

/** Bars of the histogram of quality, each as wide as the next. */
export const QUALITY_BINS = 10;

/** What is counted over a folder. */
export interface FolderFigures {
  readonly cleaned: number;
  readonly quarantined: number;
  readonly kept: number;
  readonly removed: number;
  /** Words, the largest class first; classes of equal size by name. */
  readonly byClass: readonly (readonly [name: RemovalClass, words: number])[];
  /** Records by quality: from 0 to .1, from .1 to .2 ...; the last holds 1 too. */
  readonly quality: readonly number[];
}

/** The sums of all documents. */
export function countFolder(documents: readonly InspectedDocument[]): FolderFigures {
  const byClass = new Map<RemovalClass, number>();
  const quality = Array.from({ length: QUALITY_BINS }, () => 0);
  const sums = { cleaned: 0, quarantined: 0, kept: 0, removed: 0 };
  for (const { answer } of documents) {
    if (isQuarantine(answer)) {
      sums.quarantined++;
      continue;
    }
    const figures = countRecord(answer);
    sums.cleaned++;
    sums.kept += figures.kept;
    sums.removed += figures.removed;
    for (const [name, words] of figures.byClass) byClass.set(name, (byClass.get(name) ?? 0) + words);
    const bin = Math.min(QUALITY_BINS - 1, Math.floor(answer.quality.score * QUALITY_BINS));
    quality[bin] = (quality[bin] ?? 0) + 1;
  }
  const sorted = [...byClass].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  return { ...sums, byClass: sorted, quality };
}
