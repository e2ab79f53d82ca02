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
import type { Line } from './lines.ts';

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

/** Told each failure of the cleaner, with the name of the record. */
export type ReportFailure = (name: string, error: unknown) => void;

/** The answer to one line, as it is written, and what became of the record. */
export interface AnsweredLine {
  readonly json: string;
  readonly outcome: 'cleaned' | 'quarantined' | 'failed';
}

/** Answers one line of scraped records; what the cleaner fails on is reported and answered too. */
export function answerLine(
  line: Line,
  recordIndex: number,
  options: RecordsOptions,
  report: ReportFailure,
  clean: typeof cleanArticle = cleanArticle,
): AnsweredLine {
  const answer = readAndClean(line, recordIndex, options, report, clean);
  const json = toJsonLine(inFormat(answer, options.format ?? 'json'));
  return { json, outcome: 'outcome' in answer ? answer.outcome : 'cleaned' };
}

/** Answers that are no records are the same in every format. */
function inFormat(answer: RecordAnswer, format: 'json' | JsonExport): object {
  return 'outcome' in answer || format === 'json' ? answer : exportRecord(answer, format);
}

function readAndClean(
  line: Line,
  recordIndex: number,
  options: RecordsOptions,
  report: ReportFailure,
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
