/** A page in one piece or more, none of which cuts a character; a string by itself would be read letter by letter. */
export type Pieces = readonly string[] | Generator<string, void>;

/**
 * What is seen of a page that comes in pieces. What the end of a piece leaves open is seen again with the next ones, at least as
 * much as there was before, so that reading a page takes time in proportion to its length however long its tokens are.
 */
export abstract class PageWindow {
  /** What was left open, and the pieces behind it. */
  protected source = '';
  /** Whether the page ends where `source` does. */
  protected isLast = false;
  /** Next `&` from where it was last looked for; the length of the source when there is none. */
  private ampersand = -1;

  /** Reads a page to its end. */
  run(pieces: Pieces): void {
    const iterator = pieces[Symbol.iterator]();
    let left = '';
    for (let piece = iterator.next(); piece.done !== true; ) {
      let source = left + piece.value;
      for (piece = iterator.next(); piece.done !== true && source.length < 2 * left.length; piece = iterator.next())
        source += piece.value;
      this.source = source;
      this.isLast = piece.done === true;
      this.ampersand = -1;
      left = source.slice(this.read());
    }
  }

  /** Reads what is seen; gives where it begins that has to be seen again with what follows. */
  protected abstract read(): number;

  /** Where a string stands at or behind a place; the length of the source when it does not. */
  protected next(wanted: string, from: number): number {
    const found = this.source.indexOf(wanted, from);
    return found < 0 ? this.source.length : found;
  }

  /** Whether a character reference may stand between two places. */
  protected hasReference(from: number, to: number): boolean {
    if (this.ampersand < from) this.ampersand = this.next('&', from);
    return this.ampersand < to;
  }
}
