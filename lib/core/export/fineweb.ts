import { countWords } from '../parse/words.ts';
import type { ArticleRecord } from '../record.ts';

/**
 * A row with the columns of FineWeb that a record can fill. Every row has every column, `null` where there is no value, so
 * that rows make a table. `dump`, the name of a crawl, and `token_count`, which depends on a tokenizer, are left out.
 *
 * @see https://huggingface.co/datasets/HuggingFaceFW/fineweb
 */
export interface FineWebRow {
  readonly text: string;
  readonly id: string;
  readonly url: string | null;
  /** When the page was fetched, as in FineWeb. */
  readonly date: string | null;
  /** Where the source lay: `provenance.uri`. */
  readonly file_path: string;
  /** Primary language alone: `en` for `en-GB`. */
  readonly language: string | null;
  /** 0..1: confidence that the evidence for the language gives. */
  readonly language_score: number | null;
  /** Words; each Han, kana or Thai character counts as one. */
  readonly word_count: number;
  readonly title: string | null;
  readonly date_published: string | null;
}

/** Writes a record as a row of a text corpus. */
export function toFineWebRow(record: ArticleRecord): FineWebRow {
  return {
    text: record.text,
    id: record.id,
    url: record.canonicalUrl ?? record.url ?? null,
    date: record.provenance.fetchedAt ?? null,
    file_path: record.provenance.uri,
    language: record.language?.split('-', 1)[0]?.toLowerCase() ?? null,
    language_score: record.evidence?.language?.confidence ?? null,
    word_count: countWords(record.text),
    title: record.title ?? null,
    date_published: record.datePublished ?? null,
  };
}
