import type { Sha256 } from '../hash.ts';
import { hashText } from '../render/fingerprint.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const HASH_DIGITS = 16;

/** First 16 hex digits of the sha256 of the words of a text, lower-cased; `null` for a text without words. */
export function paragraphHash(text: string, sha256: Sha256): string | null {
  const words = text.toLowerCase().match(WORD);
  return words === null ? null : hashText(words.join(' '), sha256).slice(0, HASH_DIGITS);
}
