import type { RemovalClass } from '../core/document.ts';
import { CleaningError } from '../core/errors.ts';
import { countWords } from '../core/parse/words.ts';
import { readScrapedRecord } from '../core/read/records.ts';
import type { ArticleRecord, QuarantineRecord } from '../core/record.ts';
import type { CleanOptions, SourceInfo } from '../core/source.ts';
import { cleanArticle } from '../index.ts';
import type { Container } from '../io/container.ts';
import type { OutputSuffix } from '../io/output-key.ts';

/** What one body became. */
export interface CleanedBody {
  /** UTF-8; one record, or one a line. Ends with a line feed. */
  readonly content: Uint8Array;
  readonly suffix: OutputSuffix;
  readonly counts: CleanedCounts;
}

export interface CleanedCounts {
  readonly records: number;
  readonly quarantinedRecords: number;
  /** Words in what was left out; classes without any are absent. */
  readonly removedWords: Readonly<Partial<Record<RemovalClass, number>>>;
  readonly keptWords: number;
  /** Of the only record. */
  readonly title?: string;
}

/**
 * Cleans every record of a body.
 *
 * @throws CleaningError when the body as a whole can never be cleaned. A bad line of many is written as its own
 * quarantine record in its place and does not stop the rest.
 */
export function cleanBody(
  body: Uint8Array,
  container: Container,
  info: SourceInfo,
  options: CleanOptions,
): CleanedBody {
  if (container.kind === 'records') return cleanLines(body, info, options);
  const record =
    container.kind === 'record' ? cleanJson(body, info, options) : cleanOne(body, container, info, options);
  const tally = new Tally();
  tally.add(record);
  return {
    content: Buffer.from(`${JSON.stringify(record)}\n`),
    suffix: '.json',
    counts: { ...tally.counts(), ...(record.title !== undefined && { title: record.title }) },
  };
}

function cleanOne(body: Uint8Array, container: Container, info: SourceInfo, options: CleanOptions): ArticleRecord {
  const mediaType = container.mediaType !== undefined && { mediaType: container.mediaType };
  return cleanArticle(body, { ...info, ...mediaType }, options);
}

function cleanJson(body: Uint8Array, info: SourceInfo, options: CleanOptions): ArticleRecord {
  const scraped = readScrapedRecord(decodeUtf8(body, info), info);
  return cleanArticle(scraped.body, scraped.info, options);
}

function cleanLines(body: Uint8Array, info: SourceInfo, options: CleanOptions): CleanedBody {
  // The address and the id that came with a container are not those of its records.
  const { url: _url, recordId: _recordId, ...container } = info;
  const tally = new Tally();
  const lines: string[] = [];
  for (const line of splitLines(body)) {
    const record = cleanLine(line, { ...container, recordIndex: lines.length }, options);
    tally.add(record);
    lines.push(JSON.stringify(record));
  }
  if (lines.length === 0) {
    throw new CleaningError('empty', `expected one JSON record a line, got no line (${nameOf(container)})`);
  }
  return { content: Buffer.from(`${lines.join('\n')}\n`), suffix: '.jsonl.gz', counts: tally.counts() };
}

function cleanLine(line: Uint8Array, base: SourceInfo, options: CleanOptions): ArticleRecord | QuarantineRecord {
  let info = base;
  try {
    const scraped = readScrapedRecord(decodeUtf8(line, base), base);
    info = scraped.info;
    return cleanArticle(scraped.body, info, options);
  } catch (error) {
    if (!(error instanceof CleaningError)) throw error;
    return {
      outcome: 'quarantined',
      reason: error.reason,
      message: error.message,
      ...(info.uri !== undefined && { uri: info.uri }),
      ...(info.recordId !== undefined && { recordId: info.recordId }),
      ...(info.recordIndex !== undefined && { recordIndex: info.recordIndex }),
    };
  }
}

/** Lines that hold more than white space; records are counted over these. */
function* splitLines(body: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < body.length; ) {
    const feed = body.indexOf(0x0a, start);
    const end = feed === -1 ? body.length : feed;
    const line = body.subarray(start, end);
    if (line.some((byte) => byte > 0x20)) yield line;
    start = end + 1;
  }
}

/** JSON is UTF-8 (RFC 8259); a byte order mark is passed over. */
function decodeUtf8(bytes: Uint8Array, info: SourceInfo): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CleaningError('decode-error', `expected JSON in UTF-8, got other bytes (${nameOf(info)})`, {
      cause: error,
    });
  }
}

function nameOf(info: SourceInfo): string {
  const record = info.recordIndex === undefined ? '' : ` record ${info.recordIndex}`;
  return `${info.uri ?? 'input'}${record}`;
}

class Tally {
  private records = 0;
  private quarantinedRecords = 0;
  private keptWords = 0;
  private readonly removedWords: Partial<Record<RemovalClass, number>> = {};

  add(record: ArticleRecord | QuarantineRecord): void {
    if ('outcome' in record) {
      this.quarantinedRecords++;
      return;
    }
    this.records++;
    this.keptWords += countWords(record.text);
    for (const removed of record.removed) {
      this.removedWords[removed.class] = (this.removedWords[removed.class] ?? 0) + countWords(removed.text);
    }
  }

  counts(): CleanedCounts {
    const { records, quarantinedRecords, keptWords, removedWords } = this;
    return { records, quarantinedRecords, keptWords, removedWords };
  }
}
