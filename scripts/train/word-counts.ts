import { hashPair, STEP } from '../../lib/core/label/text/line-model/word-table.ts';
import { hashWords } from '../../lib/core/label/text/terms.ts';
import { FOLDS, foldOf } from './sites.ts';
import type { TextRow } from './text-rows.ts';

/** Words of a line from which it is counted: menus are full of names that are no sign elsewhere. */
const LEAST_WORDS = 4;
/** Sites from which a word says something. */
const MIN_SITES = 8;
/** Logarithm of the odds from which it does, against the article and for it. */
const LEAST_AGAINST = 1;
const LEAST_FOR = 1.5;
/** Addresses in Markdown. */
const TARGET = /\]\([^)\s]{0,2000}\)/g;

/** On how many sites of each fold a word stands in lines of articles, and in others. */
interface SiteCounts {
  readonly kept: Uint16Array;
  readonly dropped: Uint16Array;
}

/** Counts words, and pairs of words that follow one another, by site. */
export class WordCounts {
  private readonly counts = new Map<number, SiteCounts>();
  private readonly kept = new Float64Array(FOLDS);
  private readonly dropped = new Float64Array(FOLDS);

  constructor(texts: readonly TextRow[]) {
    // Stories of one set of research are of one house and two years, without a frame.
    const bySite = new Map<string, TextRow[]>();
    for (const text of texts) {
      if (text.set === 'bbc') continue;
      const own = bySite.get(text.site);
      if (own === undefined) bySite.set(text.site, [text]);
      else own.push(text);
    }
    for (const [site, own] of bySite) this.addSite(site, own);
  }

  private addSite(site: string, texts: readonly TextRow[]): void {
    const kept = new Set<number>();
    const dropped = new Set<number>();
    for (const { style, lines } of texts) {
      const hasInserts = style.startsWith('teasers') || /^insert-(?!none)/.test(style);
      for (const { t, keep } of lines) {
        if (keep === null || (hasInserts && !keep)) continue;
        const words = hashWords(t.replace(TARGET, ']'));
        if (words.length < LEAST_WORDS) continue;
        const found = keep ? kept : dropped;
        words.forEach((word, at) => {
          found.add(word);
          if (at > 0) found.add(hashPair(words[at - 1] as number, word));
        });
      }
    }
    const fold = foldOf(site);
    for (const word of kept) this.add(word, 'kept', fold);
    for (const word of dropped) this.add(word, 'dropped', fold);
  }

  private add(word: number, what: 'kept' | 'dropped', fold: number): void {
    let counts = this.counts.get(word);
    if (counts === undefined) {
      counts = { kept: new Uint16Array(FOLDS), dropped: new Uint16Array(FOLDS) };
      this.counts.set(word, counts);
    }
    counts[what][fold] = (counts[what][fold] ?? 0) + 1;
    this[what][fold] = (this[what][fold] ?? 0) + 1;
  }

  /**
   * The table from the sites of all folds but one, or from all with `null`, in the form of a model file. As for the names in
   * markup, a text must not be judged by a table that knows its site: the rest of a sum tells what was taken from it.
   */
  table(without: number | null): string {
    const sum = (counts: ArrayLike<number>): number => {
      let all = 0;
      for (let fold = 0; fold < FOLDS; fold++) if (fold !== without) all += counts[fold] ?? 0;
      return all;
    };
    const usual = Math.log(sum(this.dropped) / sum(this.kept));
    const entries: (readonly [number, number])[] = [];
    for (const [word, counts] of this.counts) {
      const kept = sum(counts.kept);
      const dropped = sum(counts.dropped);
      if (kept + dropped < MIN_SITES) continue;
      const score = Math.log((dropped + 1) / (kept + 1)) - usual;
      if (score >= LEAST_AGAINST || score <= -LEAST_FOR) entries.push([word >>> 8, score]);
    }
    const bytes = entries
      .sort(([a], [b]) => a - b)
      .flatMap(([key, score]) => [
        key >>> 16,
        (key >>> 8) & 255,
        key & 255,
        Math.max(-127, Math.min(127, Math.round(score / STEP))) & 255,
      ]);
    return Buffer.from(bytes).toString('base64');
  }
}
