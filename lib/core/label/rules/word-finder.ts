const WORD = /[\p{L}\p{N}]/u;

/** Where each word of a list may stand in a line. */
export interface WordPlaces {
  /** Found only where no letter or digit stands before them. */
  readonly spaced: readonly string[];
  /** Found anywhere: scripts that put no space between words. */
  readonly unspaced: readonly string[];
}

interface Entry {
  readonly word: string;
  readonly spaced: boolean;
}

/** Sizes of the tables that tell at a glance that no word begins at a place; powers of two. */
const HEADS = 4096;
const TRIPLES = 8192;

function tripleOf(first: number, second: number, third: number): number {
  return ((first << 7) ^ (second << 4) ^ third) & (TRIPLES - 1);
}

/**
 * Looks for many words at once: at most places the first three UTF-16 units say that no word begins there. A pattern of
 * alternatives is tried from every place.
 */
export class WordFinder {
  /** By the first three units: words of three units and more. */
  private readonly long = new Map<number, Entry[]>();
  private readonly triples = new Uint8Array(TRIPLES);
  /** By the first unit: the shorter ones. */
  private readonly short = new Map<number, Entry[]>();
  private readonly heads = new Uint8Array(HEADS);

  constructor({ spaced, unspaced }: WordPlaces) {
    for (const word of spaced) this.add({ word, spaced: true });
    for (const word of unspaced) this.add({ word, spaced: false });
  }

  private add(entry: Entry): void {
    const { word } = entry;
    if (word.length < 3) {
      const unit = word.charCodeAt(0);
      this.heads[unit & (HEADS - 1)] = 1;
      this.short.set(unit, [...(this.short.get(unit) ?? []), entry]);
    } else {
      const triple = tripleOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2));
      this.triples[triple] = 1;
      this.long.set(triple, [...(this.long.get(triple) ?? []), entry]);
    }
  }

  /** Whether a text holds one of the words. */
  isIn(text: string): boolean {
    const { triples, heads } = this;
    let first = 0;
    let second = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (heads[unit & (HEADS - 1)] === 1 && begins(this.short.get(unit), text, at)) return true;
      const triple = tripleOf(first, second, unit);
      if (triples[triple] === 1 && begins(this.long.get(triple), text, at - 2)) return true;
      first = second;
      second = unit;
    }
    return false;
  }
}

/** Whether one of the words begins at a place, the spaced ones at the start of a word. */
function begins(entries: readonly Entry[] | undefined, text: string, at: number): boolean {
  if (entries === undefined || at < 0) return false;
  return entries.some(({ word, spaced }) => text.startsWith(word, at) && !(spaced && isWordBefore(text, at)));
}

function isWordBefore(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1);
  if (Number.isNaN(unit)) return false;
  const isLow = unit >= 0xdc00 && unit < 0xe000 && at > 1;
  const pair = isLow ? (text.codePointAt(at - 2) ?? 0) : 0;
  return isWord(pair > 0xffff ? pair : unit);
}

function isWord(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return WORD.test(String.fromCodePoint(code));
}
