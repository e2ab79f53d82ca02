import { CleaningError, type Reason } from '../core/errors.ts';
import { nameOf } from '../core/read/input-name.ts';
import { jsonDecoder } from '../core/read/json-text.ts';
import { parseJson, toScrapedRecord } from '../core/read/records.ts';
import type { ArticleRecord, QuarantineRecord } from '../core/record.ts';
import type { CleanOptions, SourceInfo } from '../core/source.ts';
import { cleanArticle } from '../index.ts';
import type { Container } from '../io/container.ts';
import { toJson } from '../io/json-line.ts';
import type { OutputSuffix } from '../io/output-key.ts';
import { toBoundedLine } from './bounded-line.ts';
import { type Row, rowsOf } from './rows.ts';
import { type CleanedCounts, Tally, withoutProcessing } from './tally.ts';

/** What one body became. */
export interface CleanedBody {
  /** UTF-8; one record, or one a line. Ends with a line feed. */
  readonly content: Uint8Array;
  /** The content without what names the cleaner and its rules, which alone is no reason to write a record again. */
  readonly comparable: Uint8Array;
  readonly suffix: OutputSuffix;
  readonly counts: CleanedCounts;
}

/** Told which record of many is begun, and answers with the reason for which it is not to be tried, if there is one. */
export interface RowWatch {
  begin(index: number): Reason | null;
}

const NO_WATCH: RowWatch = { begin: () => null };

/**
 * Cleans every record of a body.
 *
 * @throws CleaningError when the body as a whole can never be cleaned. A bad line of many is written as its own
 * quarantine record in its place and does not stop the rest.
 */
export async function cleanBody(
  body: Uint8Array | string,
  container: Container,
  info: SourceInfo,
  options: CleanOptions,
  watch: RowWatch = NO_WATCH,
): Promise<CleanedBody> {
  const rows = typeof body === 'string' ? null : rowsOf(body, container, info, options);
  if (rows !== null) return cleanRows(rows, info, options, watch);
  const record = refusing(info, () =>
    container.kind === 'record' && typeof body !== 'string'
      ? cleanJson(body, info, options)
      : cleanOne(body, container, info, options),
  );
  const tally = new Tally();
  tally.addRecord(record);
  const line = toBoundedLine(record, nameOf(info));
  return {
    content: Buffer.from(`${line}\n`),
    comparable: Buffer.from(withoutProcessing(line)),
    suffix: '.json',
    counts: { ...tally.counts(), ...(record.title !== undefined && { title: record.title }) },
  };
}

/** What overflows the stack or the length of a string is refused: the same bytes would do so again. */
function refusing<T>(info: SourceInfo, clean: () => T): T {
  try {
    return clean();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new CleaningError('too-complex', `expected an article within bounds, got too much of it (${nameOf(info)})`, {
      cause,
    });
  }
}

function cleanOne(
  body: Uint8Array | string,
  container: Container,
  info: SourceInfo,
  options: CleanOptions,
): ArticleRecord {
  const mediaType = container.mediaType !== undefined && { mediaType: container.mediaType };
  return cleanArticle(body, { ...info, ...mediaType }, options);
}

function cleanJson(body: Uint8Array, info: SourceInfo, options: CleanOptions): ArticleRecord {
  const value = parseJson(jsonDecoder(body, info)(body, info), info);
  const scraped = typeof value === 'string' ? { body: value, info } : toScrapedRecord(value, info);
  return cleanArticle(scraped.body, scraped.info, options);
}

async function cleanRows(
  rows: AsyncIterable<Row>,
  info: SourceInfo,
  options: CleanOptions,
  watch: RowWatch,
): Promise<CleanedBody> {
  // The address and the id that came with a container are not those of its records.
  const { url: _url, recordId: _recordId, ...container } = info;
  const tally = new Tally();
  const lines: string[] = [];
  let firstFailure: QuarantineRecord | null = null;
  for await (const row of rows) {
    const known = watch.begin(lines.length);
    const base = { ...container, recordIndex: lines.length };
    const { record, line } = cleanRow(known === null ? row : refuseAs(known), base, options);
    tally.addRecord(record);
    if ('outcome' in record) firstFailure ??= record;
    lines.push(line);
  }
  const counts = tally.counts();
  if (counts.records === 0) throw nothingClean(firstFailure, nameOf(container));
  return {
    content: Buffer.from(`${lines.join('\n')}\n`),
    comparable: Buffer.from(lines.map(withoutProcessing).join('\n')),
    suffix: '.jsonl.gz',
    counts,
  };
}

/** Of many records none is clean: the object as a whole is refused, for the reason of the first. */
function nothingClean(first: QuarantineRecord | null, name: string): CleaningError {
  return first === null
    ? new CleaningError('empty', `expected at least one record, got none (${name})`)
    : new CleaningError(first.reason, `expected at least one record that can be cleaned; the first: ${first.message}`);
}

/** A row that is not to be tried again. */
function refuseAs(reason: Reason): Row {
  return (info) => {
    throw new CleaningError(reason, `expected a record that can be cleaned within its bounds (${nameOf(info)})`);
  };
}

/** One row of many: its record, and the line that is written. */
interface RowAnswer {
  readonly record: ArticleRecord | QuarantineRecord;
  readonly line: string;
}

/** Cleans one record of many; what can never be cleaned becomes its quarantine record. */
function cleanRow(row: Row, base: SourceInfo, options: CleanOptions): RowAnswer {
  let info = base;
  try {
    const scraped = row(base);
    info = scraped.info;
    const record = refusing(info, () => cleanArticle(scraped.body, scraped.info, options));
    return { record, line: toBoundedLine(record, nameOf(info)) };
  } catch (error) {
    if (!(error instanceof CleaningError)) throw error;
    const record: QuarantineRecord = {
      outcome: 'quarantined',
      reason: error.reason,
      message: error.message,
      ...(info.uri !== undefined && { uri: info.uri }),
      ...(info.recordId !== undefined && { recordId: info.recordId }),
      ...(info.recordIndex !== undefined && { recordIndex: info.recordIndex }),
    };
    return { record, line: toJson(record) };
  }
}
