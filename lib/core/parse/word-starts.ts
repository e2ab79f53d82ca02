import { isLatinLetter } from './lines-kind.ts';

/**
 * A look at the first two letters of a line: it tells nearly all lines that begin with none of some words. One that begins with no
 * Latin letter may begin with any of them.
 */
export function mayBeginWith(words: readonly string[]): (text: string) => boolean {
  const starts = new Set(words.map(startOf));
  return (text) => !isLatinLetter(text.charCodeAt(0)) || starts.has(startOf(text));
}

function startOf(text: string): string {
  return text.slice(0, 2).toLowerCase();
}
