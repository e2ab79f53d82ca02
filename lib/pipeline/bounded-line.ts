import { CleaningError } from '../core/errors.ts';
import type { ArticleRecord } from '../core/record.ts';
import { toJson } from '../io/json-line.ts';

/** Bytes of a record for each byte of its article, and beside them: its text twice, what was removed, room for escapes. */
const RATIO = 4;
const ALLOWANCE_BYTES = 16 * 1024;

const OMITTED = {
  flag: 'views-omitted',
  reason: `with its views the record would be more than ${RATIO} times as long as the article`,
};

/**
 * The JSON of a record, bounded by the length of its article: a record that is longer loses its views, HTML first.
 *
 * @param name Names the article in errors.
 * @throws CleaningError `too-complex` for one that is longer without views, such as a page of empty elements.
 */
export function toBoundedLine(record: ArticleRecord, name: string): string {
  const most = RATIO * record.provenance.size + ALLOWANCE_BYTES;
  const line = toJson(record);
  // A character of a string is at most three bytes of UTF-8.
  if (line.length * 3 <= most || Buffer.byteLength(line) < most) return line;
  for (const shorter of withoutViews(record)) {
    const shorterLine = toJson(shorter);
    if (Buffer.byteLength(shorterLine) < most) return shorterLine;
  }
  throw new CleaningError('too-complex', `expected a record of at most ${most} bytes, got more (${name})`);
}

function* withoutViews(record: ArticleRecord): Generator<ArticleRecord> {
  const { html, ...withoutHtml } = record;
  const { markdown, ...rest } = withoutHtml;
  if (html === undefined && markdown === undefined) return;
  const { quality } = record;
  const flagged = { ...quality, flags: [...quality.flags, OMITTED] };
  if (html !== undefined && markdown !== undefined) yield { ...withoutHtml, quality: flagged };
  yield { ...rest, quality: flagged };
}
