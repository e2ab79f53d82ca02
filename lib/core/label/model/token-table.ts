import type { RateOf } from './token-rates.ts';

/** Reads the `token rate` pairs of a model file. */
export function readTokenTable(tokens: string): RateOf {
  const rates = new Map<string, number>();
  const words = tokens.split(' ');
  for (let at = 0; at + 1 < words.length; at += 2) rates.set(words[at] ?? '', Number(words[at + 1]) / 100);
  return (token) => rates.get(token);
}
