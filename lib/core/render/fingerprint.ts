import type { Sha256 } from '../hash.ts';
import type { ArticleBlock, Fingerprint } from '../record.ts';
import { wordUnitsAt } from './word-runs.ts';

const SHINGLE_WORDS = 3;
/** Shorter paragraphs are greetings and crossheads that unrelated stories share. */
const PARAGRAPH_WORDS = 8;
const HASH_DIGITS = 16;

const utf8 = new TextEncoder();

/** Lower-case hex of the sha256 of a text's UTF-8. */
export function hashText(text: string, sha256: Sha256): string {
  return sha256(utf8.encode(text));
}

/** The words of a story as they are hashed: in lower case, one space between them. */
interface WordStream {
  /** UTF-8 of all words so far. */
  bytes: Uint8Array;
  size: number;
  /** Hash of each word. */
  hashes: Uint32Array;
  words: number;
}

/** Finds copies of a story without its text: equal text, near-duplicates, shared paragraphs. */
export function fingerprint(blocks: readonly ArticleBlock[], sha256: Sha256): Fingerprint {
  const paragraphs: string[] = [];
  const stream: WordStream = { bytes: new Uint8Array(4096), size: 0, hashes: new Uint32Array(1024), words: 0 };
  for (const { type, text } of blocks) {
    if (type === 'caption') continue;
    const before = stream.words;
    // The first word of all has no space before it.
    const start = stream.size === 0 ? 0 : stream.size + 1;
    appendWords(stream, text.toLowerCase());
    if (stream.words - before >= PARAGRAPH_WORDS)
      paragraphs.push(sha256(stream.bytes.subarray(start, stream.size)).slice(0, HASH_DIGITS));
  }
  const { bytes, size, hashes, words } = stream;
  return { sha256: sha256(bytes.subarray(0, size)), simhash: simhash(hashes.subarray(0, words)), paragraphs };
}

function appendWords(stream: WordStream, text: string): void {
  // A unit takes three bytes at most, and as many spaces stand between words as there are words.
  const most = stream.size + 1 + 3 * text.length;
  if (most > stream.bytes.length) {
    const grown = new Uint8Array(2 * most);
    grown.set(stream.bytes);
    stream.bytes = grown;
  }
  // A word takes a unit, and one between it and the next.
  const mostWords = stream.words + 1 + (text.length >> 1);
  if (mostWords > stream.hashes.length) {
    const grown = new Uint32Array(2 * mostWords);
    grown.set(stream.hashes);
    stream.hashes = grown;
  }
  for (let at = 0; at < text.length; ) {
    const units = wordUnitsAt(text, at);
    at = units === 0 ? at + 1 : appendWord(stream, text, at);
  }
}

/** Adds the word that begins at a place of the text; gives the place behind it. The hash is FNV-1a over UTF-16 units. */
function appendWord(stream: WordStream, text: string, start: number): number {
  const { bytes } = stream;
  let { size } = stream;
  if (size > 0) bytes[size++] = 32;
  let hash = 0x811c9dc5;
  let at = start;
  for (let units = wordUnitsAt(text, at); units > 0; units = wordUnitsAt(text, at)) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ unit, 0x01000193);
    if (units === 2) hash = Math.imul(hash ^ text.charCodeAt(at + 1), 0x01000193);
    size = unit < 0x80 ? size : writeCharacter(bytes, size, text.codePointAt(at) ?? 0);
    if (unit < 0x80) bytes[size++] = unit;
    at += units;
    if (at >= text.length) break;
  }
  stream.size = size;
  stream.hashes[stream.words++] = hash;
  return at;
}

/** Writes the UTF-8 of a code point from U+0080 on; gives the place behind it. */
function writeCharacter(bytes: Uint8Array, from: number, code: number): number {
  let at = from;
  if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6);
  else if (code < 0x10000) {
    bytes[at++] = 0xe0 | (code >> 12);
    bytes[at++] = 0x80 | ((code >> 6) & 63);
  } else {
    bytes[at++] = 0xf0 | (code >> 18);
    bytes[at++] = 0x80 | ((code >> 12) & 63);
    bytes[at++] = 0x80 | ((code >> 6) & 63);
  }
  bytes[at++] = 0x80 | (code & 63);
  return at;
}

/**
 * 64-bit simhash over word shingles, as 16 hex digits: each bit is the majority of that bit over all shingles. Bytes are
 * counted first and opened into bits once, which is eight times less work than counting bits.
 *
 * @see Charikar, Similarity estimation techniques from rounding algorithms, STOC 2002.
 */
function simhash(hashes: Uint32Array): string {
  const bytes = new Uint32Array(8 * 256);
  const shingles = Math.max(1, hashes.length - SHINGLE_WORDS + 1);
  countBytes(bytes, hashes, shingles);
  let digits = '';
  for (let place = 0; place < 8; place++) digits += majority(bytes, place * 256, shingles);
  return digits;
}

/** Counts for each of the eight bytes of the hashes of all shingles how often it has each value. */
function countBytes(bytes: Uint32Array, hashes: Uint32Array, shingles: number): void {
  for (let at = 0; at < shingles; at++) {
    let shingle = 0;
    for (let n = at; n < at + SHINGLE_WORDS; n++) shingle = Math.imul(shingle, 0x9e3779b1) + (hashes[n] ?? 0);
    const high = mix(shingle);
    const low = mix(high ^ shingle ^ 0x85ebca6b);
    for (let place = 0; place < 4; place++) {
      const shift = 24 - 8 * place;
      count(bytes, place * 256 + ((high >>> shift) & 255));
      count(bytes, (place + 4) * 256 + ((low >>> shift) & 255));
    }
  }
}

function count(bytes: Uint32Array, at: number): void {
  bytes[at] = (bytes[at] ?? 0) + 1;
}

/** The byte whose bits are those that more than half of the counted bytes have. */
function majority(bytes: Uint32Array, from: number, total: number): string {
  const set = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let value = 1; value < 256; value++) {
    const times = bytes[from + value] ?? 0;
    if (times > 0) for (let bit = 0; bit < 8; bit++) if ((value >> bit) & 1) set[bit] = (set[bit] ?? 0) + times;
  }
  const byte = set.reduce((bits, times, bit) => (times * 2 > total ? bits | (1 << bit) : bits), 0);
  return byte.toString(16).padStart(2, '0');
}

/** The finaliser of MurmurHash3: every input bit reaches every output bit. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
