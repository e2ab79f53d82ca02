import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio';
import { CleaningError } from '../core/errors.ts';
import { decompress } from './decompress.ts';
import { readHttpResponse } from './http-message.ts';
import { WarcSource } from './warc-source.ts';

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
 * @param file Decompressed; read piece by piece, and left when the pages are.
 * @param maxBytes Bound on the body of a page.
 * @param name Names the object in errors.
 * @throws What the file throws, after what there is of the page before it.
 * @see https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
 */
export async function* readWarc(
  file: Uint8Array | AsyncIterable<Uint8Array>,
  maxBytes: number,
  name: string,
): AsyncGenerator<WarcRow> {
  const source = new WarcSource(file);
  // Without a reader of its own the parser would unpack what looks compressed, without a bound.
  const parser = new WARCParser(new AsyncIterReader(source, null), { parseHttp: false, keepHeadersCase: false });
  try {
    for (;;) {
      const record = await nextRecord(parser, source, name);
      if (record === null) return;
      if (record instanceof CleaningError) {
        yield record;
        return;
      }
      const payload = await readPayload(record, maxBytes);
      const page = PAGES.has(record.warcType ?? '') ? readPage(record, payload, maxBytes, name) : null;
      if (page !== null) yield page;
      if (source.failure !== undefined) throw source.failure;
      // The parser would look for the rest of a record that the file does not have without an end.
      if (payload.size < record.warcContentLength) return;
    }
  } finally {
    await source.close();
  }
}

/** Where a record's head or length cannot be read, the next record cannot be found either. */
async function nextRecord(
  parser: WARCParser,
  source: WarcSource,
  name: string,
): Promise<WARCRecord | CleaningError | null> {
  source.beginHead();
  try {
    const record = await parser.parse();
    if (record === null) return null;
    const length = record.warcHeader('Content-Length') ?? '';
    const isHead = /^WARC\/\d/.test(record.warcHeaders.statusline);
    if (isHead && /^\d{1,12}$/.test(length)) return record;
    return invalid(isHead ? 'a Content-Length' : 'a WARC version line', name);
  } catch (cause) {
    if (source.failure !== undefined) throw source.failure;
    return invalid('a WARC record', name, cause);
  } finally {
    source.endHead();
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

/** Reads a record to its end, so that the parser need not skip it; to where the file breaks off for good, at most. */
async function readPayload(record: WARCRecord, maxBytes: number): Promise<Payload> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of record.reader) {
      size += part.length;
      if (size <= maxBytes) parts.push(part);
    }
  } catch (error) {
    if (!(error instanceof CleaningError)) throw error;
  }
  return { bytes: size <= maxBytes ? Buffer.concat(parts) : null, size };
}

function invalid(expected: string, name: string, cause?: unknown): CleaningError {
  return new CleaningError('invalid-warc', `expected ${expected}, got something else (${name})`, { cause });
}
