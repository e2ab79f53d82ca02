const WORD = /[\p{L}\p{N}]/u;

/** Where each word of a list may stand in a line. */
export interface WordPlaces {
  /** Found only where no letter or digit stands before them. */
  readonly spaced: readonly string[];
  /** Found anywhere: scripts that put no space between words. */
  readonly unspaced: readonly string[];
}

const NO_WORDS: readonly string[] = [];

interface Entry {
  readonly word: string;
  readonly spaced: boolean;
}

/** Sizes of the tables that tell at a glance that no word begins at a place; powers of two. */
const HEADS = 4096;
const TRIPLES = 32768;

/** Five bits of each: no two triples of the letters a to z have the same number. */
function tripleOf(first: number, second: number, third: number): number {
  return ((first << 10) ^ (second << 5) ^ third) & (TRIPLES - 1);
}

/**
 * Looks for many words at once: at most places the first three UTF-16 units say that no word begins there. A pattern of
 * alternatives is tried from every place.
 */
export class WordFinder {
  /** By the first three units: words of three units and more. */
  private readonly long = new Map<number, Entry[]>();
  private readonly triples = new Int32Array(TRIPLES >> 5);
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
      this.triples[triple >> 5] = (this.triples[triple >> 5] as number) | (1 << (triple & 31));
      this.long.set(triple, [...(this.long.get(triple) ?? []), entry]);
    }
  }

  /** Whether a text holds one of the words. */
  isIn(text: string): boolean {
    return this.search(text, null);
  }

  /** The words that a text holds, each as often as it stands there. */
  wordsIn(text: string): readonly string[] {
    const found: string[] = [];
    return this.search(text, found) ? found : NO_WORDS;
  }

  /** @param found Takes all words that are found; the search ends at the first one without it. */
  private search(text: string, found: string[] | null): boolean {
    const { triples, heads } = this;
    let isFound = false;
    let first = 0;
    let second = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (heads[unit & (HEADS - 1)] === 1) isFound = begins(this.short.get(unit), text, at, found) || isFound;
      const triple = tripleOf(first, second, unit);
      if (((triples[triple >> 5] as number) & (1 << (triple & 31))) !== 0)
        isFound = begins(this.long.get(triple), text, at - 2, found) || isFound;
      if (isFound && found === null) return true;
      first = second;
      second = unit;
    }
    return isFound;
  }
}

/** Whether one of the words begins at a place, the spaced ones at the start of a word. */
function begins(entries: readonly Entry[] | undefined, text: string, at: number, found: string[] | null): boolean {
  if (entries === undefined || at < 0) return false;
  let isFound = false;
  for (const { word, spaced } of entries) {
    if (!text.startsWith(word, at) || (spaced && isWordBefore(text, at))) continue;
    if (found === null) return true;
    found.push(word);
    isFound = true;
  }
  return isFound;
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
