/** Bytes of a piece: its string is small enough to stand among the short-lived, where memory is not asked of the system. */
const PIECE_BYTES = 32 * 1024;
/** Bytes of the beginning of a text: 16,384 characters of three bytes each. */
const START_BYTES = 48 * 1024;
const CONTINUATION = 0x80;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The text of a source, decoded as far as it is asked for. A page is read piece by piece: of a megabyte in one string most of the
 * time goes into asking the system for its memory.
 */
export class SourceText {
  private constructor(
    private readonly bytes: Uint8Array | null,
    private whole: string | null,
  ) {}

  /** A text that is decoded already. */
  static of(text: string): SourceText {
    return new SourceText(null, text);
  }

  /** @param bytes Well-formed UTF-8. */
  static ofUtf8(bytes: Uint8Array): SourceText {
    return new SourceText(bytes, null);
  }

  /** All of it. */
  get text(): string {
    this.whole ??= decoder.decode(this.bytes ?? undefined);
    return this.whole;
  }

  /** Its beginning, by which one tells what it is: at least 16,384 UTF-16 units, or all of a shorter text. */
  get start(): string {
    if (this.bytes === null || this.whole !== null) return this.text;
    return decoder.decode(this.bytes.subarray(0, endOfPiece(this.bytes, START_BYTES)));
  }

  /** The text in pieces of whole characters. */
  *pieces(): Generator<string, void> {
    const { bytes } = this;
    if (bytes === null || this.whole !== null) {
      yield this.text;
      return;
    }
    for (let from = 0; from < bytes.length; ) {
      const to = endOfPiece(bytes, from + PIECE_BYTES);
      yield decoder.decode(bytes.subarray(from, to));
      from = to;
    }
  }
}

/** The last place up to `most` where no character is cut. */
function endOfPiece(bytes: Uint8Array, most: number): number {
  let to = Math.min(bytes.length, most);
  while (to < bytes.length && ((bytes[to] as number) & 0xc0) === CONTINUATION) to--;
  return to;
}
