/** Reads a stream of chunks in pieces of one's own choice. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  /** What was read from the source and not yet taken. */
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /**
   * Takes the bytes before a delimiter, and the delimiter away.
   *
   * @returns `null` at the end of the stream; `too-long` when no delimiter stands within `maxBytes`, with nothing taken.
   */
  async until(delimiter: string, maxBytes: number): Promise<Buffer | 'too-long' | null> {
    for (let searched = 0; ; ) {
      const place = this.#held.indexOf(delimiter, searched);
      if (place >= 0 && place <= maxBytes) return this.#take(place, delimiter.length);
      if (this.#held.length > maxBytes) return 'too-long';
      searched = Math.max(0, this.#held.length - delimiter.length);
      if (await this.#more()) continue;
      return this.#held.length === 0 ? null : this.#take(this.#held.length, 0);
    }
  }

  /** Takes `size` bytes; fewer only at the end of the stream. */
  async take(size: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let missing = size;
    while (missing > 0) {
      if (this.#held.length === 0 && !(await this.#more())) break;
      const piece = this.#take(Math.min(missing, this.#held.length), 0);
      pieces.push(piece);
      missing -= piece.length;
    }
    return Buffer.concat(pieces);
  }

  /** Passes over `size` bytes without holding them. */
  async skip(size: number): Promise<void> {
    let missing = size;
    while (missing > 0 && (this.#held.length > 0 || (await this.#more()))) {
      missing -= this.#take(Math.min(missing, this.#held.length), 0).length;
    }
  }

  /** Passes over everything up to a delimiter of one byte, and that too. */
  async skipPast(delimiter: string): Promise<void> {
    for (;;) {
      const place = this.#held.indexOf(delimiter);
      if (place >= 0) {
        this.#take(place, 1);
        return;
      }
      this.#held = Buffer.alloc(0);
      if (!(await this.#more())) return;
    }
  }

  /** Leaves the stream. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  #take(size: number, passed: number): Buffer {
    const taken = this.#held.subarray(0, size);
    this.#held = this.#held.subarray(size + passed);
    return taken;
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#source.next();
    if (done) return false;
    const chunk = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    return true;
  }
}
