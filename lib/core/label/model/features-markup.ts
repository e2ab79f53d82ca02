import { type FeatureFamily, log, prefixed, share } from './feature.ts';
import type { CoreChain, PageElements } from './page-elements.ts';
import type { ElementRates, PathRates } from './path-rates.ts';
import type { Signature } from './signatures.ts';

const PATH_NAMES = ['worst', 'worst-mean', 'best', 'mean'];

function writePath(path: PathRates, at: number, into: Float32Array, place: number): void {
  into[place] = path.worst[at] ?? 1;
  into[place + 1] = path.worstMean[at] ?? 1;
  into[place + 2] = path.best[at] ?? 0;
  into[place + 3] = path.mean[at] ?? 0;
}

/** @param element -1 above the root, where all rates are 0. */
function writeRates(rates: ElementRates, element: number, into: Float32Array, place: number): void {
  into[place] = element < 0 ? 0 : (rates.worst[element] ?? 0);
  into[place + 1] = element < 0 ? 0 : (rates.best[element] ?? 0);
  into[place + 2] = element < 0 ? 0 : (rates.mean[element] ?? 0);
}

/** Keep rates of the tokens in the markup. */
export const TOKENS: FeatureFamily = {
  family: 'tokens',
  names: [
    ...prefixed('below80', PATH_NAMES),
    ...prefixed('below50', PATH_NAMES),
    ...prefixed('path', PATH_NAMES),
    ...prefixed('own', ['worst', 'best', 'mean']),
    ...prefixed('holder', ['worst', 'best', 'mean']),
    ...prefixed('above', ['worst', 'best', 'mean']),
  ],
  measure: ({ rates, elements, blocks }, row, into, place) => {
    const at = blocks[row]?.element ?? 0;
    const container = elements.container[at] ?? 0;
    writePath(rates.below80, at, into, place);
    writePath(rates.below50, at, into, place + 4);
    writePath(rates.whole, at, into, place + 8);
    writeRates(rates, at, into, place + 12);
    writeRates(rates, container, into, place + 15);
    writeRates(rates, elements.parent[container] ?? 0, into, place + 18);
  },
};

const CHAIN_NAMES = [
  'up',
  'down',
  'branch-prose',
  'branch-words',
  'branch-linked',
  'branch-blocks',
  'branch-mean-words',
  'branch-proseness',
  'branch-depth-prose',
];

function writeChain(elements: PageElements, chain: CoreChain, at: number, into: Float32Array, place: number): void {
  const { depth } = elements.table;
  const branch = chain.branch[at] ?? -1;
  const left = branch < 0 ? at : (elements.parent[branch] ?? 0);
  const top = branch < 0 ? at : branch;
  const words = elements.words[top] ?? 0;
  const down = depth[left] ?? 0;
  const core = depth[chain.core] ?? 0;
  const all = elements.prose[0] ?? 0;
  const prose = elements.prose[top] ?? 0;
  const blocks = elements.blocks[top] ?? 0;
  into[place] = core - Math.min(down, core);
  into[place + 1] = (depth[at] ?? 0) - down;
  into[place + 2] = share(prose, all);
  into[place + 3] = log(words);
  into[place + 4] = share(elements.linked[top] ?? 0, words);
  into[place + 5] = log(blocks);
  into[place + 6] = share(words, blocks);
  into[place + 7] = share(prose, words);
  into[place + 8] = share(elements.prose[left] ?? 0, all);
}

/** Where the block hangs below the core containers. */
export const CORE: FeatureFamily = {
  family: 'core',
  names: [...prefixed('core80', CHAIN_NAMES), ...prefixed('core50', CHAIN_NAMES)],
  measure: ({ blocks, elements }, row, into, place) => {
    const at = blocks[row]?.element ?? 0;
    writeChain(elements, elements.core80, at, into, place);
    writeChain(elements, elements.core50, at, into, place + 9);
  },
};

const SIGNATURE_NAMES = ['count', 'mean-words', 'linked', 'prose', 'proseness'];

function writeSignature(signature: Signature | undefined, pageProse: number, into: Float32Array, place: number): void {
  if (signature === undefined) return;
  const { count, words } = signature;
  into[place] = log(count);
  into[place + 1] = share(words, count);
  into[place + 2] = share(signature.linked, words);
  into[place + 3] = share(signature.prose, pageProse);
  into[place + 4] = share(signature.proseBlocks, count);
}

/** What the blocks of the same path have in common. */
export const SIGNATURES: FeatureFamily = {
  family: 'signatures',
  names: [...prefixed('path4', SIGNATURE_NAMES), ...prefixed('path2', SIGNATURE_NAMES)],
  measure: ({ signatures, elements }, row, into, place) => {
    const prose = elements.prose[0] ?? 0;
    writeSignature(signatures.long[row], prose, into, place);
    writeSignature(signatures.short[row], prose, into, place + 5);
  },
};
