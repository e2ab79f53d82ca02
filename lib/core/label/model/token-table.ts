import type { RateOf } from './token-rates.ts';

/** Longest start that a token can share with the one before it: one digit of base 36 tells it. */
const MAX_SHARED = 35;

/** Writes tokens in the form that `readTokenTable` reads; rates in hundredths. */
export function writeTokenTable(table: readonly { readonly token: string; readonly rate: number }[]): string {
  let before = '';
  return table
    .map(({ token, rate }) => {
      let shared = 0;
      while (shared < MAX_SHARED && shared < before.length && before[shared] === token[shared]) shared++;
      before = token;
      return `${shared.toString(36)}${token.slice(shared)} ${Math.round(rate * 100)}`;
    })
    .join(' ');
}

/** Reads the tokens of a model file: each gives how much of the one before it it begins with, then the rest, then its rate. */
export function readTokenTable(tokens: string): RateOf {
  const rates = new Map<string, number>();
  const words = tokens.split(' ');
  let token = '';
  for (let at = 0; at + 1 < words.length; at += 2) {
    const word = words[at] ?? '';
    token = token.slice(0, Number.parseInt(word[0] ?? '0', 36)) + word.slice(1);
    rates.set(token, Number(words[at + 1]) / 100);
  }
  return (wanted) => rates.get(wanted);
}
