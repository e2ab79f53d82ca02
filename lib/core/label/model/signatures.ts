import type { Block } from '../../document.ts';
import type { PageElements } from './page-elements.ts';

/** What the blocks with one path of tags and classes have in common. */
export interface Signature {
  count: number;
  words: number;
  linked: number;
  prose: number;
  proseBlocks: number;
}

/** Signatures by block: the last four and the last two containers of its path. */
export interface Signatures {
  readonly long: readonly Signature[];
  readonly short: readonly Signature[];
}

/** Sums up the text blocks of a page by the end of their path. */
export function signBlocks(blocks: readonly Block[], isProse: Uint8Array, page: PageElements): Signatures {
  const long = new Map<number, Signature>();
  const short = new Map<number, Signature>();
  const result: { long: Signature[]; short: Signature[] } = { long: [], short: [] };
  for (let row = 0; row < blocks.length; row++) {
    const block = blocks[row] as Block;
    const prose = isProse[row] === 1 ? block.words : 0;
    result.long.push(count(long, signatureOf(page, block.element, 4), block, prose));
    result.short.push(count(short, signatureOf(page, block.element, 2), block, prose));
  }
  return result;
}

function signatureOf(page: PageElements, element: number, levels: number): number {
  let hash = 17;
  let at = page.container[element] ?? 0;
  for (let level = 0; level < levels && at > 0; level++) {
    hash = (Math.imul(hash, 0x01000193) ^ ((page.kind[at] ?? 0) + 1)) | 0;
    at = page.parent[at] ?? 0;
  }
  return hash;
}

/** @param prose Words of the block that read as running text: all or none. */
function count(known: Map<number, Signature>, key: number, block: Block, prose: number): Signature {
  let signature = known.get(key);
  if (signature === undefined) {
    signature = { count: 0, words: 0, linked: 0, prose: 0, proseBlocks: 0 };
    known.set(key, signature);
  }
  signature.count++;
  signature.words += block.words;
  signature.linked += block.words * block.linkDensity;
  if (prose > 0) {
    signature.prose += prose;
    signature.proseBlocks++;
  }
  return signature;
}
