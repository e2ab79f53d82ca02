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

/**
 * Looks for many words at once: the words are indexed by their first UTF-16 unit, most units of a line begin none. A pattern of
 * alternatives is tried from every place.
 */
export class WordFinder {
  private readonly byUnit = new Map<number, Entry[]>();
  /** 1 for the units below U+0080 that begin a word. */
  private readonly basic = new Uint8Array(128);
  /** Lowest unit from U+0080 on that begins a word. */
  private lowest = 0x10000;

  constructor({ spaced, unspaced }: WordPlaces) {
    for (const word of spaced) this.add({ word, spaced: true });
    for (const word of unspaced) this.add({ word, spaced: false });
  }

  private add(entry: Entry): void {
    const unit = entry.word.charCodeAt(0);
    const entries = this.byUnit.get(unit);
    if (entries === undefined) this.byUnit.set(unit, [entry]);
    else entries.push(entry);
    if (unit < 128) this.basic[unit] = 1;
    else this.lowest = Math.min(this.lowest, unit);
  }

  /** Whether a text holds one of the words. */
  isIn(text: string): boolean {
    const { basic, lowest } = this;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 128 ? basic[unit] === 1 : unit >= lowest) {
        if (this.beginsAt(text, at, unit)) return true;
      }
    }
    return false;
  }

  /** Whether a text begins with one of the words, the spaced ones not as the beginning of a longer word. */
  isStartOf(text: string): boolean {
    const entries = this.byUnit.get(text.charCodeAt(0));
    if (entries === undefined) return false;
    return entries.some(({ word, spaced }) => text.startsWith(word) && !(spaced && isWordAt(text, word.length)));
  }

  private beginsAt(text: string, at: number, unit: number): boolean {
    const entries = this.byUnit.get(unit);
    if (entries === undefined) return false;
    for (const { word, spaced } of entries) {
      if (word.length > 1 && text.charCodeAt(at + 1) !== word.charCodeAt(1)) continue;
      if (text.startsWith(word, at) && !(spaced && isWordBefore(text, at))) return true;
    }
    return false;
  }
}

/** Whether a letter or digit stands at a place. */
function isWordAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  return code !== undefined && isWord(code);
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
