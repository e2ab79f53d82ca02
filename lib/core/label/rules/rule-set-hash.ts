import type { Sha256 } from '../../hash.ts';
import { RULES } from './all.ts';

let known: string | null = null;

/** First 16 hex digits of the sha256 of what the rules decide: ids, classes, phrases, forms and limits, in order. */
export function ruleSetHash(sha256: Sha256): string {
  if (known === null) {
    const canonical = RULES.map(({ id, class: name, match }) => [
      id,
      name,
      match.map((one) => [
        one.kind,
        one.kind === 'form' ? String(one.pattern) : one.phrases,
        ...(one.kind === 'whole' ? [] : [one.maxWords]),
        ...(one.kind === 'opening' ? [String(one.behind)] : []),
      ]),
    ]);
    known = sha256(new TextEncoder().encode(JSON.stringify(canonical))).slice(0, 16);
  }
  return known;
}
