/** Which words stand in lines that are no part of an article, learnt over many sites; words are hashes of `hashWords`. */
export interface WordTable {
  /** Open addressing: the upper 24 bits of a hash, plus one; 0 for an empty slot. */
  readonly keys: Int32Array;
  /** By slot, in steps of `STEP`. */
  readonly scores: Int8Array;
}

/** Logarithms of odds that one step of a stored score stands for. */
export const STEP = 1 / 24;
/** Bytes of an entry: three of the hash, one of the score. */
const ENTRY = 4;
/** Words of a line that are looked up, from its beginning. */
const MOST_WORDS = 60;

/** A table that knows no word. */
export const NO_WORDS: WordTable = { keys: new Int32Array(2), scores: new Int8Array(2) };

/** Reads a table from its entries in base 64. */
export function readWordTable(base64: string): WordTable {
  const bytes = atob(base64);
  const entries = Math.floor(bytes.length / ENTRY);
  const length = 1 << (33 - Math.clz32(Math.max(entries, 2)));
  const keys = new Int32Array(length);
  const scores = new Int8Array(length);
  for (let entry = 0; entry < entries; entry++) {
    const at = entry * ENTRY;
    const key = 1 + ((bytes.charCodeAt(at) << 16) | (bytes.charCodeAt(at + 1) << 8) | bytes.charCodeAt(at + 2));
    let slot = key & (length - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (length - 1);
    keys[slot] = key;
    scores[slot] = bytes.charCodeAt(at + 3);
  }
  return { keys, scores };
}

/** The score of a word, or of two that follow one another, in steps; 0 for one that is not known. */
function scoreOf({ keys, scores }: WordTable, hash: number): number {
  const key = 1 + (hash >>> 8);
  const mask = keys.length - 1;
  let slot = key & mask;
  while (keys[slot] !== 0) {
    if (keys[slot] === key) return scores[slot] as number;
    slot = (slot + 1) & mask;
  }
  return 0;
}

/** The hash of two words that follow one another. */
export function hashPair(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
}

/** What the words of a line say; numbers that are logarithms of odds to be none of the article. */
export interface WordEvidence {
  readonly mean: number;
  readonly highest: number;
  readonly lowest: number;
  readonly first: number;
  /** Known words and pairs against the article, and for it. */
  readonly against: number;
  readonly inFavour: number;
}

/** Of a line without words. */
export const NO_EVIDENCE: WordEvidence = { mean: 0, highest: 0, lowest: 0, first: 0, against: 0, inFavour: 0 };

/** From this score on a word counts as evidence. */
const TELLING = 1 / STEP;

/** Looks up the words of a line, alone and in pairs. */
export function weighWords(table: WordTable, words: readonly number[]): WordEvidence {
  const count = Math.min(words.length, MOST_WORDS);
  let sum = 0;
  let highest = 0;
  let lowest = 0;
  let first = 0;
  let against = 0;
  let inFavour = 0;
  for (let i = 0; i < count; i++) {
    const word = words[i] as number;
    const own = scoreOf(table, word);
    const pair = i + 1 < count ? scoreOf(table, hashPair(word, words[i + 1] as number)) : 0;
    sum += own + pair;
    if (own > highest) highest = own;
    if (pair > highest) highest = pair;
    if (own < lowest) lowest = own;
    if (pair < lowest) lowest = pair;
    if (own >= TELLING) against++;
    if (pair >= TELLING) against++;
    if (own <= -TELLING) inFavour++;
    if (pair <= -TELLING) inFavour++;
    if (i < 3) first += own + pair;
  }
  return {
    mean: count === 0 ? 0 : (sum * STEP) / count,
    highest: highest * STEP,
    lowest: lowest * STEP,
    first: first * STEP,
    against,
    inFavour,
  };
}
