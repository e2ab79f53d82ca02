import type { Block } from '../../document.ts';
import { wordsOf } from '../html/title-match.ts';

/** Words from which a block can be a second copy of other blocks. */
const MIN_LONG_WORDS = 100;
/** The same as a share of the words of the page. */
const MIN_GIANT_SHARE = 0.15;
const RUN = 4;

/** How often each text stands on the page, and how much of each long block stands in other blocks as well. */
export function measureDuplicates(blocks: readonly Block[]): {
  readonly copies: Int32Array;
  readonly copied: Float32Array;
} {
  const counts = new Map<string, number>();
  for (const { text } of blocks) counts.set(text, (counts.get(text) ?? 0) + 1);
  const copies = new Int32Array(blocks.length);
  for (let row = 0; row < copies.length; row++) copies[row] = counts.get((blocks[row] as Block).text) ?? 1;
  return { copies, copied: copiedShares(blocks) };
}

function copiedShares(blocks: readonly Block[]): Float32Array {
  const shares = new Float32Array(blocks.length);
  let giant = -1;
  let words = 0;
  blocks.forEach((block, at) => {
    words += block.words;
    if (block.words > (blocks[giant]?.words ?? MIN_LONG_WORDS - 1)) giant = at;
  });
  // Only the largest block can hold a copy of the rest; comparing it alone, and only if it is large, keeps the pass linear.
  if (giant < 0 || (blocks[giant]?.words ?? 0) < words * MIN_GIANT_SHARE) return shares;
  const own = runsOf(blocks[giant]?.text ?? '');
  if (own.length === 0) return shares;
  const others = new Set(blocks.flatMap((block, at) => (at === giant || block.words < RUN ? [] : runsOf(block.text))));
  shares[giant] = own.filter((run) => others.has(run)).length / own.length;
  return shares;
}

function runsOf(text: string): readonly string[] {
  const words = wordsOf(text);
  const runs: string[] = [];
  for (let at = 0; at + RUN <= words.length; at++) runs.push(words.slice(at, at + RUN).join(' '));
  return runs;
}

/** Words from which a repeated text is no mere label. */
const MIN_REPEATED_WORDS = 5;

/** 1 for every block whose text stood on the page before. */
export function repeats(blocks: readonly Block[]): Uint8Array {
  const seen = new Set<string>();
  const repeated = new Uint8Array(blocks.length);
  for (const [row, { text, words }] of blocks.entries()) {
    if (words < MIN_REPEATED_WORDS) continue;
    if (seen.has(text)) repeated[row] = 1;
    else seen.add(text);
  }
  return repeated;
}
