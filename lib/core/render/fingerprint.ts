import type { Sha256 } from '../hash.ts';
import type { ArticleBlock, Fingerprint } from '../record.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SHINGLE_WORDS = 3;
/** Shorter paragraphs are greetings and crossheads that unrelated stories share. */
const PARAGRAPH_WORDS = 8;
const HASH_DIGITS = 16;

/** Lower-case hex of the sha256 of a text's UTF-8. */
export function hashText(text: string, sha256: Sha256): string {
  return sha256(new TextEncoder().encode(text));
}

/** Finds copies of a story without its text: equal text, near-duplicates, shared paragraphs. */
export function fingerprint(blocks: readonly ArticleBlock[], sha256: Sha256): Fingerprint {
  const paragraphs: string[] = [];
  const words: string[] = [];
  for (const block of blocks) {
    if (block.type === 'caption') continue;
    const own = block.text.toLowerCase().match(WORD) ?? [];
    for (const word of own) words.push(word);
    if (own.length >= PARAGRAPH_WORDS) paragraphs.push(hashText(own.join(' '), sha256).slice(0, HASH_DIGITS));
  }
  return { sha256: hashText(words.join(' '), sha256), simhash: simhash(words), paragraphs };
}

/**
 * 64-bit simhash over word shingles, as 16 hex digits.
 *
 * @see Charikar, Similarity estimation techniques from rounding algorithms, STOC 2002.
 */
function simhash(words: readonly string[]): string {
  const counts = new Int32Array(64);
  const hashes = words.map(hash32);
  const shingles = Math.max(1, hashes.length - SHINGLE_WORDS + 1);
  for (let at = 0; at < shingles; at++) {
    let high = 0x9e3779b9;
    let low = 0x85ebca6b;
    for (let n = at; n < Math.min(at + SHINGLE_WORDS, hashes.length); n++) {
      high = mix(high ^ (hashes[n] ?? 0));
      low = mix(low + (hashes[n] ?? 0) * 31);
    }
    for (let bit = 0; bit < 32; bit++) {
      counts[bit] = (counts[bit] ?? 0) + ((high >>> bit) & 1 ? 1 : -1);
      counts[bit + 32] = (counts[bit + 32] ?? 0) + ((low >>> bit) & 1 ? 1 : -1);
    }
  }
  return half(counts, 0) + half(counts, 32);
}

function half(counts: Int32Array, from: number): string {
  let bits = 0;
  for (let bit = 0; bit < 32; bit++) if ((counts[from + bit] ?? 0) > 0) bits |= 1 << bit;
  return (bits >>> 0).toString(16).padStart(8, '0');
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
