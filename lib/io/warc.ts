import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio';
import { CleaningError } from '../core/errors.ts';
import { decompress } from './decompress.ts';
import { readHttpResponse } from './http-message.ts';

/** One page of a WARC file. */
export interface WarcPage {
  readonly body: Uint8Array;
  readonly url: string | null;
  /** RFC 3339, when it was fetched. */
  readonly date: string | null;
  /** As the server sent it. */
  readonly mediaType: string | null;
  readonly recordId: string | null;
  /** The file ends before the record does. */
  readonly isTruncated: boolean;
}

/** A page, or why a record that should hold one does not. */
export type WarcRow = WarcPage | CleaningError;

/** Records that hold pages; `resource` and `conversion` without HTTP around them. */
const PAGES = new Set(['response', 'resource', 'conversion']);
const ARTICLE_TYPE = /^(?:text\/(?:html|plain|markdown|x-markdown)|application\/xhtml\+xml)\s*(?:;|$)/i;

/**
 * Pages of a WARC file, in order: HTML and text of responses with status 2xx, of resources and of conversions, without
 * chunks and Content-Encoding. Records of other types are passed over.
 *
 * @param file Decompressed; read piece by piece.
 * @param maxBytes Bound on the body of a page.
 * @param name Names the object in errors.
 * @see https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
 */
export async function* readWarc(
  file: Uint8Array | AsyncIterable<Uint8Array>,
  maxBytes: number,
  name: string,
): AsyncGenerator<WarcRow> {
  // Without a reader of its own the parser would unpack what looks compressed, without a bound.
  const reader = new AsyncIterReader(file instanceof Uint8Array ? piecesOf(file) : file, null);
  const parser = new WARCParser(reader, { parseHttp: false, keepHeadersCase: false });
  for (;;) {
    const record = await nextRecord(parser, name);
    if (record === null) return;
    if (record instanceof CleaningError) {
      yield record;
      return;
    }
    const payload = await readPayload(record, maxBytes, name);
    // The parser would look for the rest of a record that the file does not have without an end.
    const isLast = payload instanceof CleaningError || payload.size < record.warcContentLength;
    if (PAGES.has(record.warcType ?? '')) {
      const page = payload instanceof CleaningError ? payload : readPage(record, payload, maxBytes, name);
      if (page !== null) yield page;
    }
    if (isLast) return;
  }
}

/** The parser holds on to what it is given, so it is given pieces. */
function* piecesOf(file: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < file.length; at += 65_536) yield file.subarray(at, at + 65_536);
}

/** Where a record's head or length cannot be read, the next record cannot be found either. */
async function nextRecord(parser: WARCParser, name: string): Promise<WARCRecord | CleaningError | null> {
  try {
    const record = await parser.parse();
    if (record === null) return null;
    const length = record.warcHeader('Content-Length') ?? '';
    const isHead = /^WARC\/\d/.test(record.warcHeaders.statusline);
    if (isHead && /^\d{1,12}$/.test(length)) return record;
    return invalid(isHead ? 'a Content-Length' : 'a WARC version line', name);
  } catch (cause) {
    return invalid('a WARC record', name, cause);
  }
}

function readPage(record: WARCRecord, payload: Payload, maxBytes: number, name: string): WarcRow | null {
  if (payload.bytes === null) {
    return new CleaningError(
      'too-large',
      `expected a record of at most ${maxBytes} bytes, got ${payload.size} (${name})`,
    );
  }
  const about = {
    url: record.warcTargetURI || null,
    date: record.warcDate || null,
    recordId: record.warcHeader('WARC-Record-ID') || null,
    isTruncated: payload.size < record.warcContentLength,
  };
  if (record.warcType !== 'response')
    return { ...about, body: payload.bytes, mediaType: record.warcContentType ?? null };
  try {
    const { status, headers, body } = readHttpResponse(payload.bytes, name);
    const mediaType = headers.get('content-type') ?? null;
    if (status < 200 || status > 299 || (mediaType !== null && !ARTICLE_TYPE.test(mediaType))) return null;
    return { ...about, body: decompress(body, headers.get('content-encoding') ?? null, maxBytes, name), mediaType };
  } catch (error) {
    if (error instanceof CleaningError) return error;
    throw error;
  }
}

interface Payload {
  /** `null` for more than the bound. */
  readonly bytes: Uint8Array | null;
  readonly size: number;
}

/** Reads a record to its end, so that the parser need not skip it. */
async function readPayload(record: WARCRecord, maxBytes: number, name: string): Promise<Payload | CleaningError> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of record.reader) {
      size += part.length;
      if (size <= maxBytes) parts.push(part);
    }
  } catch (cause) {
    return invalid('a whole record', name, cause);
  }
  return { bytes: size <= maxBytes ? Buffer.concat(parts) : null, size };
}

function invalid(expected: string, name: string, cause?: unknown): CleaningError {
  return new CleaningError('invalid-warc', `expected ${expected}, got something else (${name})`, { cause });
}
