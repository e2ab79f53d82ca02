import type { RemovalClass } from '../core/document.ts';
import { countWords } from '../core/parse/words.ts';
import type { ArticleRecord, QuarantineRecord } from '../core/record.ts';

/** What a body became, in numbers. */
export interface CleanedCounts {
  readonly records: number;
  readonly quarantinedRecords: number;
  /** Words in what was left out; classes without any are absent. */
  readonly removedWords: Readonly<Partial<Record<RemovalClass, number>>>;
  readonly keptWords: number;
  /** Records whose rule for the site would have removed more than it kept, and was not applied; absent for none. */
  readonly siteRulesNotApplied?: number;
  /** Of the only record. */
  readonly title?: string;
}

/** Counts over the records of a body. */
export class Tally {
  private records = 0;
  private quarantinedRecords = 0;
  private keptWords = 0;
  private siteRulesNotApplied = 0;
  private readonly removedWords: Partial<Record<RemovalClass, number>> = {};

  /** Adds the counts of a row that was cleaned elsewhere. */
  add(counts: CleanedCounts): void {
    this.records += counts.records;
    this.quarantinedRecords += counts.quarantinedRecords;
    this.keptWords += counts.keptWords;
    this.siteRulesNotApplied += counts.siteRulesNotApplied ?? 0;
    for (const [name, words] of Object.entries(counts.removedWords))
      this.removedWords[name as RemovalClass] = (this.removedWords[name as RemovalClass] ?? 0) + words;
  }

  addRecord(record: ArticleRecord | QuarantineRecord): void {
    if ('outcome' in record) {
      this.quarantinedRecords++;
      return;
    }
    this.records++;
    this.keptWords += countWords(record.text);
    if (record.quality.flags.some(({ flag }) => flag === 'site-rule-not-applied')) this.siteRulesNotApplied++;
    for (const removed of record.removed) {
      this.removedWords[removed.class] = (this.removedWords[removed.class] ?? 0) + countWords(removed.text);
    }
  }

  counts(): CleanedCounts {
    const { records, quarantinedRecords, keptWords, removedWords, siteRulesNotApplied } = this;
    const counts = { records, quarantinedRecords, keptWords, removedWords };
    return siteRulesNotApplied === 0 ? counts : { ...counts, siteRulesNotApplied };
  }
}

/** Cuts off `processing`, the last key of a record. The letters that are looked for cannot stand within a JSON string. */
export function withoutProcessing(line: string): string {
  const start = line.lastIndexOf(',"processing":{');
  return start < 0 ? line : line.slice(0, start);
}
