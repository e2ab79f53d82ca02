import { S3Error } from './errors.ts';

const MAX_LINE_BYTES = 16 * 1024;

/** Takes lines and counted bytes from a stream of chunks. */
class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #pending: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line without its CRLF; `null` at the end of the stream. */
  async line(): Promise<string | null> {
    for (;;) {
      const end = this.#pending.indexOf('\r\n');
      if (end >= 0) {
        const line = this.#pending.toString('latin1', 0, end);
        this.#pending = this.#pending.subarray(end + 2);
        return line;
      }
      if (this.#pending.length > MAX_LINE_BYTES) throw new S3Error('IncompleteBody', 'expected the header of a chunk');
      const more = await this.#source.next();
      if (more.done) return this.#rest();
      this.#pending = Buffer.concat([this.#pending, more.value]);
    }
  }

  async *bytes(count: number): AsyncGenerator<Buffer> {
    let missing = count;
    while (missing > 0) {
      if (this.#pending.length === 0) {
        const more = await this.#source.next();
        if (more.done) throw new S3Error('IncompleteBody', `expected ${missing} more bytes of a chunk`);
        this.#pending = more.value;
      }
      const taken = this.#pending.subarray(0, missing);
      this.#pending = this.#pending.subarray(taken.length);
      missing -= taken.length;
      yield taken;
    }
  }

  #rest(): string | null {
    const rest = this.#pending.toString('latin1');
    this.#pending = Buffer.alloc(0);
    return rest === '' ? null : rest;
  }
}

/**
 * Yields the payload of an `aws-chunked` body and puts its trailing headers (names lower-cased) into `trailers`.
 * Signatures of chunks are read over.
 *
 * @throws S3Error `IncompleteBody` when the framing is broken or cut.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export async function* decodeChunks(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source);
  for (;;) {
    const header = await reader.line();
    const size = /^([0-9a-f]{1,12})(?:;|$)/i.exec(header ?? '')?.[1];
    if (size === undefined) throw new S3Error('IncompleteBody', 'expected the size of a chunk');
    const bytes = Number.parseInt(size, 16);
    if (bytes === 0) break;
    yield* reader.bytes(bytes);
    if ((await reader.line()) !== '') throw new S3Error('IncompleteBody', 'expected the end of a chunk');
  }
  for (let line = await reader.line(); line !== null; line = await reader.line()) {
    const colon = line.indexOf(':');
    if (colon > 0) trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}
