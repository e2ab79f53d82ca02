import type { CoreChain, PageElements } from './page-elements.ts';
import { PRIOR_RATE, type TokenRates } from './token-rates.ts';

/** Rates along the way down to each element; elements of a core chain and above it do not count. */
export interface PathRates {
  readonly worst: Float32Array;
  /** Lowest mean rate of an element. */
  readonly worstMean: Float32Array;
  readonly best: Float32Array;
  readonly mean: Float32Array;
}

/** Rates of every element by itself and along its path. */
export interface ElementRates {
  readonly worst: Float32Array;
  readonly best: Float32Array;
  readonly mean: Float32Array;
  readonly below80: PathRates;
  readonly below50: PathRates;
  readonly whole: PathRates;
}

/** Rates of all elements of a page; linear in the elements. */
export function rateElements(page: PageElements, rates: TokenRates): ElementRates {
  const { size, table } = page;
  const worst = new Float32Array(size);
  const best = new Float32Array(size);
  const mean = new Float32Array(size);
  for (let at = 0; at < size; at++) {
    // No block lies inside: nothing will ask.
    if (page.blocks[at] === 0) continue;
    const found = rates.ofElement(table.tag[at] ?? '', table.attributes[at] ?? null);
    worst[at] = found.worst;
    best[at] = found.best;
    mean[at] = found.mean;
  }
  const own = { worst, best, mean };
  return {
    ...own,
    below80: alongPath(page, own, page.core80),
    below50: alongPath(page, own, page.core50),
    whole: alongPath(page, own, null),
  };
}

function alongPath(
  page: PageElements,
  own: Pick<ElementRates, 'worst' | 'best' | 'mean'>,
  chain: CoreChain | null,
): PathRates {
  const { size, parent, blocks } = page;
  const worst = new Float32Array(size).fill(1);
  const worstMean = new Float32Array(size).fill(1);
  const best = new Float32Array(size).fill(0);
  const mean = new Float32Array(size).fill(PRIOR_RATE);
  const count = new Int32Array(size);
  for (let at = 1; at < size; at++) {
    if (blocks[at] === 0 || chain?.onChain[at] === 1) continue;
    const above = parent[at] ?? 0;
    const known = count[above] ?? 0;
    worst[at] = Math.min(worst[above] ?? 1, own.worst[at] ?? 1);
    worstMean[at] = Math.min(worstMean[above] ?? 1, own.mean[at] ?? 1);
    best[at] = Math.max(best[above] ?? 0, own.best[at] ?? 0);
    mean[at] = known === 0 ? (own.mean[at] ?? 0) : ((mean[above] ?? 0) * known + (own.mean[at] ?? 0)) / (known + 1);
    count[at] = known + 1;
  }
  return { worst, worstMean, best, mean };
}
