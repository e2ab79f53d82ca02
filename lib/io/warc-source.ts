/** Bytes within which the head of a record must end; the parser would hold a line without an end for ever. */
const MAX_HEAD_BYTES = 1024 * 1024;

/** Bytes of a WARC file on their way to a parser that takes whatever goes wrong for a fault of the file. */
export class WarcSource implements AsyncIterable<Uint8Array> {
  readonly #chunks: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  /** Given since the head began; `null` outside of one. */
  #headBytes: number | null = null;
  /** What the file threw when it was read. */
  failure: unknown;

  constructor(file: Uint8Array | AsyncIterable<Uint8Array>) {
    this.#chunks = file instanceof Uint8Array ? piecesOf(file) : file[Symbol.asyncIterator]();
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    return { next: () => this.#next() };
  }

  beginHead(): void {
    this.#headBytes = 0;
  }

  endHead(): void {
    this.#headBytes = null;
  }

  /** Leaves the file. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #next(): Promise<IteratorResult<Uint8Array>> {
    if (this.#headBytes !== null && this.#headBytes > MAX_HEAD_BYTES)
      throw new Error(`expected the head of a record within ${MAX_HEAD_BYTES} bytes, got more`);
    try {
      const result = await this.#chunks.next();
      if (this.#headBytes !== null && !result.done) this.#headBytes += result.value.length;
      return result;
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}

/** The parser holds on to what it is given, so it is given pieces. */
function* piecesOf(file: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < file.length; at += 65_536) yield file.subarray(at, at + 65_536);
}
