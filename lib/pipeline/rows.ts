import { CleaningError } from '../core/errors.ts';
import { jsonDecoder, withoutWideCharacters } from '../core/read/json-text.ts';
import { readScrapedRecord, type ScrapedRecord, toScrapedRecord } from '../core/read/records.ts';
import type { CleanOptions, SourceInfo } from '../core/source.ts';
import type { Container } from '../io/container.ts';
import { readWarc, type WarcRow } from '../io/warc.ts';
import { endOfObject, jsonTexts } from './json-sequence.ts';

/** One record of many, read when it is its turn. @throws CleaningError for a record that cannot be cleaned. */
export type Row = (base: SourceInfo) => ScrapedRecord;

/** Bytes of a page in a WARC file; as much as of a page alone. */
const MAX_PAGE_BYTES = 10 * 1024 * 1024;

/**
 * The records of a body that holds many, in order: lines of JSON, values of a JSON array, pages of a WARC file; `null`
 * for a body that holds one article.
 */
export function rowsOf(
  body: Uint8Array,
  { kind }: Container,
  info: SourceInfo,
  options: CleanOptions,
): AsyncIterable<Row> | null {
  switch (kind) {
    case 'records':
      return recordsOf(withoutWideCharacters(body), info);
    case 'warc':
      return pagesOf(body, Math.min(options.maxBytes ?? MAX_PAGE_BYTES, MAX_PAGE_BYTES), info.uri ?? 'input');
    case 'record':
      return arrayOf(withoutWideCharacters(body), info) ?? sequenceOf(withoutWideCharacters(body), info);
    case 'article':
      return null;
    default:
      return kind satisfies never;
  }
}

/** JSON texts that are more than white space; records are counted over these. */
async function* recordsOf(body: Uint8Array, info: SourceInfo): AsyncGenerator<Row> {
  const decode = jsonDecoder(body, info);
  for await (const text of jsonTexts(linesOf(body), Number.POSITIVE_INFINITY)) {
    if (text !== 'too-long' && !text.every(isBlank)) yield (base) => readScrapedRecord(decode(text, base), base);
  }
}

/** In a body without LF, CR ends a line; a record separator may begin one (RFC 7464). */
async function* linesOf(body: Uint8Array): AsyncGenerator<Uint8Array> {
  const lineEnd = body.includes(LINE_FEED) ? LINE_FEED : CARRIAGE_RETURN;
  for (let start = startOf(body); start < body.length; ) {
    const at = body.indexOf(lineEnd, start);
    const end = at === -1 ? body.length : at;
    yield body.subarray(body[start] === RECORD_SEPARATOR ? start + 1 : start, end);
    start = end + 1;
  }
}

/** Behind a byte order mark. */
function startOf(body: Uint8Array): number {
  return body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const RECORD_SEPARATOR = 0x1e;
const BRACE = 0x7b;

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === CARRIAGE_RETURN || byte === LINE_FEED;
}

/** The values of an array; `null` for what is no array, or no JSON. An empty one holds no record. */
function arrayOf(body: Uint8Array, info: SourceInfo): AsyncIterable<Row> | null {
  if (!/^(?:\xef\xbb\xbf)?[ \t\r\n]{0,1000}\[/.test(Buffer.from(body.subarray(0, 1024)).toString('latin1')))
    return null;
  let values: unknown;
  try {
    values = JSON.parse(jsonDecoder(body, info)(body, info));
  } catch {
    return null;
  }
  return Array.isArray(values) ? rowsOfValues(values) : null;
}

/**
 * Objects in lines of their own in a body that was to be one, as many tools export them; `null` for anything else. Two in
 * one line are what a body that was written twice looks like.
 */
function sequenceOf(body: Uint8Array, info: SourceInfo): AsyncIterable<Row> | null {
  const end = endOfObject(body, startOf(body));
  const gap = end < 0 ? -1 : body.subarray(end).findIndex((byte) => !isBlank(byte));
  if (gap < 0 || body[end + gap] !== BRACE || !body.subarray(end, end + gap).includes(LINE_FEED)) return null;
  try {
    JSON.parse(jsonDecoder(body, info)(body.subarray(0, end), info));
    return recordsOf(body, info);
  } catch {
    return null;
  }
}

async function* rowsOfValues(values: readonly unknown[]): AsyncGenerator<Row> {
  for (const value of values) yield (base) => toScrapedRecord(value, base);
}

async function* pagesOf(file: Uint8Array, maxBytes: number, name: string): AsyncGenerator<Row> {
  let isEmpty = true;
  for await (const page of readWarc(file, maxBytes, name)) {
    isEmpty = false;
    yield (base) => toScraped(page, base);
  }
  if (isEmpty) throw new CleaningError('no-content', `expected a response that holds a page, got none (${name})`);
}

/** What a page of a WARC file holds. @throws CleaningError for a record that cannot be read. */
export function toScraped(page: WarcRow, base: SourceInfo): ScrapedRecord {
  if (page instanceof CleaningError) throw page;
  const { body, url, date, mediaType, recordId, isTruncated } = page;
  const info: SourceInfo = {
    ...base,
    ...(url !== null && { url }),
    ...(date !== null && { fetchedAt: date }),
    ...(mediaType !== null && { mediaType }),
    ...(recordId !== null && { recordId }),
    ...(isTruncated && { isTruncated }),
  };
  return { body, info };
}
