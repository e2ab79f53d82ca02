import type { ArticleRecord, QuarantineRecord } from '../core/record.ts';
import { gunzipped } from './decompress.ts';

/** Whether a file of this name may hold records: containers, parts of shards, single ones. */
export function isAnswerKey(key: string): boolean {
  return /\.(?:json|jsonl|jsonl\.gz|part-\d{5}\.gz)$/.test(key);
}

/** The records in a file that `winnow clean` or the function wrote; `null` for any other file. */
export function readAnswers(key: string, stored: Uint8Array): readonly (ArticleRecord | QuarantineRecord)[] | null {
  if (!isAnswerKey(key)) return null;
  try {
    const text = new TextDecoder().decode(gunzipped(stored));
    const lines = key.endsWith('.json') ? [text] : text.split('\n').filter((line) => line !== '');
    const values = lines.map((line): unknown => JSON.parse(line));
    return values.length > 0 && values.every(isAnswer) ? values : null;
  } catch {
    // No JSON: an input, and its own outcome says what is wrong with it.
    return null;
  }
}

function isAnswer(value: unknown): value is ArticleRecord | QuarantineRecord {
  if (typeof value !== 'object' || value === null) return false;
  return ('schemaVersion' in value && 'removed' in value) || ('outcome' in value && 'reason' in value);
}
