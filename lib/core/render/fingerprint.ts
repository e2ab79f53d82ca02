import type { Sha256 } from '../hash.ts';
import type { ArticleBlock, Fingerprint } from '../record.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SHINGLE_WORDS = 3;
/** Shorter paragraphs are greetings and crossheads that unrelated stories share. */
const PARAGRAPH_WORDS = 8;
const HASH_DIGITS = 16;

const utf8 = new TextEncoder();

/** Lower-case hex of the sha256 of a text's UTF-8. */
export function hashText(text: string, sha256: Sha256): string {
  return sha256(utf8.encode(text));
}

/** Finds copies of a story without its text: equal text, near-duplicates, shared paragraphs. */
export function fingerprint(blocks: readonly ArticleBlock[], sha256: Sha256): Fingerprint {
  const paragraphs: string[] = [];
  const words: string[] = [];
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.type === 'caption') continue;
    const own = block.text.toLowerCase().match(WORD);
    if (own === null) continue;
    const line = own.join(' ');
    lines.push(line);
    for (const word of own) words.push(word);
    if (own.length >= PARAGRAPH_WORDS) paragraphs.push(hashText(line, sha256).slice(0, HASH_DIGITS));
  }
  return { sha256: hashText(lines.join(' '), sha256), simhash: simhash(words), paragraphs };
}

/**
 * 64-bit simhash over word shingles, as 16 hex digits: each bit is the majority of that bit over all shingles. Bytes are
 * counted first and opened into bits once, which is eight times less work than counting bits.
 *
 * @see Charikar, Similarity estimation techniques from rounding algorithms, STOC 2002.
 */
function simhash(words: readonly string[]): string {
  const bytes = new Uint32Array(8 * 256);
  const hashes = Uint32Array.from(words, hash32);
  const shingles = Math.max(1, hashes.length - SHINGLE_WORDS + 1);
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
  return Array.from({ length: 8 }, (_, place) => majority(bytes, place * 256, shingles)).join('');
}

function count(bytes: Uint32Array, at: number): void {
  bytes[at] = (bytes[at] ?? 0) + 1;
}

/** The byte whose bits are those that more than half of the counted bytes have. */
function majority(bytes: Uint32Array, from: number, total: number): string {
  const set = new Uint32Array(8);
  for (let value = 1; value < 256; value++) {
    const times = bytes[from + value] ?? 0;
    if (times > 0) for (let bit = 0; bit < 8; bit++) if ((value >> bit) & 1) set[bit] = (set[bit] ?? 0) + times;
  }
  const byte = set.reduce((bits, times, bit) => (times * 2 > total ? bits | (1 << bit) : bits), 0);
  return byte.toString(16).padStart(2, '0');
}

/** FNV-1a over UTF-16 units. */
function hash32(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: every input bit reaches every output bit. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
