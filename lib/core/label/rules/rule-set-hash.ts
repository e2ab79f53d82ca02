import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { RULES } from './all.ts';

let known: string | null = null;

/** First 16 hex digits of the sha256 of what the rules decide: ids, classes, phrases, forms and limits, in order. */
export function ruleSetHash(): string {
  if (known === null) {
    const canonical = RULES.map(({ id, class: name, match }) => [
      id,
      name,
      match.map((one) => [one.kind, one.kind === 'form' ? String(one.pattern) : one.phrases, one.maxWords]),
    ]);
    known = bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical)))).slice(0, 16);
  }
  return known;
}
