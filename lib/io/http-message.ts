import { CleaningError } from '../core/errors.ts';

/** A response as it came over the wire, without its transfer coding. */
export interface HttpResponse {
  readonly status: number;
  /** Names lower-cased; the last of several wins. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

const LINE_FEED = 0x0a;
const STATUS_LINE = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/;
/** More of a head than any server sends. */
const MAX_HEAD_BYTES = 256 * 1024;

/**
 * Reads a response: status line, headers, body with chunks joined. Lines may end in LF alone, and a body that ends
 * early is what there is of it.
 *
 * @throws CleaningError `invalid-warc` for what does not begin with a status line.
 */
export function readHttpResponse(message: Uint8Array, name: string): HttpResponse {
  const bodyStart = endOfHead(message);
  const [first = '', ...lines] = new TextDecoder('latin1').decode(message.subarray(0, bodyStart)).split('\n');
  const status = STATUS_LINE.exec(first.trimEnd())?.[1];
  if (status === undefined) {
    throw new CleaningError('invalid-warc', `expected an HTTP status line in a response record (${name})`);
  }
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const body = message.subarray(bodyStart);
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  return { status: Number(status), headers, body: isChunked ? (joinChunks(body) ?? body) : body };
}

/** Where the body begins: behind the first empty line; the whole length when there is none. */
function endOfHead(message: Uint8Array): number {
  let lineStart = 0;
  const end = Math.min(message.length, MAX_HEAD_BYTES);
  for (let at = message.indexOf(LINE_FEED); at >= 0 && at < end; at = message.indexOf(LINE_FEED, lineStart)) {
    const isEmpty = at === lineStart || (at === lineStart + 1 && message[lineStart] === 0x0d);
    lineStart = at + 1;
    if (isEmpty) return lineStart;
  }
  return message.length;
}

/**
 * The data of a chunked body; `null` for one that is not chunked, as in archives that joined the chunks and kept the
 * header. @see RFC 9112, section 7.1
 */
function joinChunks(body: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf(LINE_FEED, at);
    if (lineEnd < 0 || lineEnd - at > 64) return parts.length === 0 ? null : Buffer.concat(parts);
    const size = /^\s{0,8}([0-9a-f]{1,7})\s{0,8}(?:;|$)/i.exec(
      new TextDecoder('latin1').decode(body.subarray(at, lineEnd)).trimEnd(),
    )?.[1];
    if (size === undefined) return parts.length === 0 ? null : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(body.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length;
    if (body[at] === 0x0d) at++;
    if (body[at] === LINE_FEED) at++;
  }
  return Buffer.concat(parts);
}
