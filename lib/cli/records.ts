import { CleaningError } from '../core/errors.ts';
import { exportRecord } from '../core/export/export-record.ts';
import type { JsonExport } from '../core/export/json-exports.ts';
import { nameOf } from '../core/read/input-name.ts';
import { readScrapedRecord, recordIdOf } from '../core/read/records.ts';
import { decodeUtf8 } from '../core/read/strict-utf8.ts';
import type { ArticleRecord, QuarantineRecord } from '../core/record.ts';
import type { CleanOptions, SourceInfo } from '../core/source.ts';
import { cleanArticle } from '../index.ts';
import { toJsonLine } from '../io/json-line.ts';
import { type Line, splitLines } from './lines.ts';
import { type ExitCode, type Streams, writeAll } from './streams.ts';

/** Bytes of a line from which it is refused unread; 10 MiB of HTML are at most 60 MiB of `\u` escapes. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** Written in place of a record when the cleaner itself failed: a bug to report, not a fault of the input. */
export interface FailedRecord {
  readonly outcome: 'failed';
  readonly message: string;
  readonly uri: string;
  readonly recordIndex: number;
  readonly recordId?: string;
}

export type RecordAnswer = ArticleRecord | QuarantineRecord | FailedRecord;

export interface RecordsOptions extends CleanOptions {
  /** Names the stream in ids, provenance and messages. */
  readonly uri: string;
  /** Form of the answers to lines that were cleaned; default `json`, the record. */
  readonly format?: 'json' | JsonExport;
  /** Default `MAX_LINE_BYTES`. */
  readonly maxLineBytes?: number;
}

/** How many lines of each outcome were written. */
export interface RecordCounts {
  cleaned: number;
  quarantined: number;
  failed: number;
}

/** What the reading of a stream tells besides its lines. */
export interface RecordsMonitor {
  /** Counted up while the stream is read. */
  readonly counts: RecordCounts;
  /** Told each failure of the cleaner, with the name of the record. */
  readonly report: (name: string, error: unknown) => void;
}

/** Stack traces written to standard error; one bug often hits many records. */
const MAX_REPORTED_FAILURES = 5;

/** Runs `winnow records`; tells the closing counts on standard error only when something failed. */
export async function runRecords(streams: Streams, options: RecordsOptions): Promise<ExitCode> {
  if (streams.stdin.isTTY) streams.stderr.write('winnow: reading records from the terminal; Ctrl-D ends\n');
  const counts: RecordCounts = { cleaned: 0, quarantined: 0, failed: 0 };
  const report = (name: string, error: unknown) => {
    const trace = error instanceof Error ? error.stack : String(error);
    if (counts.failed < MAX_REPORTED_FAILURES) streams.stderr.write(`winnow: ${name}: ${trace}\n`);
  };
  await writeAll(answerRecords(streams.stdin, options, { counts, report }), streams.stdout);
  if (counts.failed === 0) return 0;
  streams.stderr.write(`winnow: the cleaner failed on ${counts.failed} records; find them by "outcome":"failed"\n`);
  return 1;
}

/**
 * Answers each line of scraped records with one line, in order: an `ArticleRecord`, a `QuarantineRecord` for a line that
 * cannot be cleaned, or a `FailedRecord`. Blank lines have no answer and no index. Holds one line at a time.
 */
export async function* answerRecords(
  input: AsyncIterable<Uint8Array>,
  options: RecordsOptions,
  monitor: RecordsMonitor,
  clean: typeof cleanArticle = cleanArticle,
): AsyncGenerator<string, void, undefined> {
  let recordIndex = 0;
  for await (const line of splitLines(input, options.maxLineBytes ?? MAX_LINE_BYTES)) {
    if ('bytes' in line && isBlank(line.bytes)) continue;
    const answer = answerLine(line, recordIndex++, options, monitor.report, clean);
    if (!('outcome' in answer)) monitor.counts.cleaned++;
    else monitor.counts[answer.outcome]++;
    yield toJsonLine(inFormat(answer, options.format ?? 'json'));
  }
}

/** Answers that are no records are the same in every format. */
function inFormat(answer: RecordAnswer, format: 'json' | JsonExport): object {
  return 'outcome' in answer || format === 'json' ? answer : exportRecord(answer, format);
}

function answerLine(
  line: Line,
  recordIndex: number,
  options: RecordsOptions,
  report: RecordsMonitor['report'],
  clean: typeof cleanArticle,
): RecordAnswer {
  const { uri } = options;
  const name = `${uri} record ${recordIndex}`;
  let json = '';
  try {
    json = decodeLine(line, { uri, recordIndex }, options.maxLineBytes ?? MAX_LINE_BYTES);
    const { body, info } = readScrapedRecord(json, { uri, recordIndex });
    return clean(body, { ...info, recordIndex }, options);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const recordId = recordIdOf(json);
    const about = { message, uri, recordIndex, ...(recordId === null ? {} : { recordId }) };
    if (error instanceof CleaningError) return { outcome: 'quarantined', reason: error.reason, ...about };
    report(name, error);
    return { outcome: 'failed', ...about };
  }
}

function decodeLine(line: Line, info: SourceInfo, maxBytes: number): string {
  if ('tooLongBytes' in line) {
    throw new CleaningError(
      'too-large',
      `expected a line of at most ${maxBytes} bytes, got ${line.tooLongBytes} (${nameOf(info)})`,
    );
  }
  return decodeUtf8(line.bytes, info);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
