import { type FeatureFamily, log, prefixed, share } from './feature.ts';
import type { ModelPage } from './model-page.ts';
import type { CoreChain } from './page-elements.ts';
import type { PathRates } from './path-rates.ts';
import type { Signature } from './signatures.ts';

const PATH_NAMES = ['worst', 'worst-mean', 'best', 'mean'];

function putPath(path: PathRates, at: number, put: (value: number) => void): void {
  put(path.worst[at] ?? 1);
  put(path.worstMean[at] ?? 1);
  put(path.best[at] ?? 0);
  put(path.mean[at] ?? 0);
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
  measure: ({ rates, elements, blocks }, row, put) => {
    const at = blocks[row]?.element ?? 0;
    const container = elements.container[at] ?? 0;
    for (const path of [rates.below80, rates.below50, rates.whole]) putPath(path, at, put);
    for (const element of [at, container, elements.parent[container] ?? 0]) {
      put(rates.worst[element] ?? 0);
      put(rates.best[element] ?? 0);
      put(rates.mean[element] ?? 0);
    }
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

function putChain(page: ModelPage, chain: CoreChain, at: number, put: (value: number) => void): void {
  const { elements } = page;
  const { depth } = elements.table;
  const branch = chain.branch[at] ?? -1;
  const left = branch < 0 ? at : (elements.parent[branch] ?? 0);
  const top = branch < 0 ? at : branch;
  const words = elements.words[top] ?? 0;
  put((depth[chain.core] ?? 0) - Math.min(depth[left] ?? 0, depth[chain.core] ?? 0));
  put((depth[at] ?? 0) - (depth[left] ?? 0));
  put(share(elements.prose[top] ?? 0, elements.prose[0] ?? 0));
  put(log(words));
  put(share(elements.linked[top] ?? 0, words));
  put(log(elements.blocks[top] ?? 0));
  put(share(words, elements.blocks[top] ?? 0));
  put(share(elements.prose[top] ?? 0, words));
  put(share(elements.prose[left] ?? 0, elements.prose[0] ?? 0));
}

/** Where the block hangs below the core containers. */
export const CORE: FeatureFamily = {
  family: 'core',
  names: [...prefixed('core80', CHAIN_NAMES), ...prefixed('core50', CHAIN_NAMES)],
  measure: (page, row, put) => {
    const at = page.blocks[row]?.element ?? 0;
    putChain(page, page.elements.core80, at, put);
    putChain(page, page.elements.core50, at, put);
  },
};

const SIGNATURE_NAMES = ['count', 'mean-words', 'linked', 'prose', 'proseness'];

function putSignature(signature: Signature | undefined, pageProse: number, put: (value: number) => void): void {
  put(log(signature?.count ?? 0));
  put(share(signature?.words ?? 0, signature?.count ?? 0));
  put(share(signature?.linked ?? 0, signature?.words ?? 0));
  put(share(signature?.prose ?? 0, pageProse));
  put(share(signature?.proseBlocks ?? 0, signature?.count ?? 0));
}

/** What the blocks of the same path have in common. */
export const SIGNATURES: FeatureFamily = {
  family: 'signatures',
  names: [...prefixed('path4', SIGNATURE_NAMES), ...prefixed('path2', SIGNATURE_NAMES)],
  measure: ({ signatures, elements }, row, put) => {
    putSignature(signatures.long[row], elements.prose[0] ?? 0, put);
    putSignature(signatures.short[row], elements.prose[0] ?? 0, put);
  },
};
