import type { Block } from '../document.ts';

/** Marks behind which a list is what was announced. */
const ANNOUNCES = /[:：][^\p{L}\p{N}]*$/u;
/** Words from which a line announces: "In this article:" and "Related reads:" are labels. */
const LEAST_WORDS = 4;

/** Whether a line announces what stands below it, as "Bring three things:" does. */
export function announces({ text, words }: Pick<Block, 'text' | 'words'>): boolean {
  return words >= LEAST_WORDS && ANNOUNCES.test(text.slice(-8));
}
