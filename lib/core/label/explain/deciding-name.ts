import { NAMING_ATTRIBUTES, namingValue, tokensOf } from '../model/markup-tokens.ts';
import type { ModelPage } from '../model/model-page.ts';
import type { RateOf } from '../model/token-rates.ts';

/** What the first letter of a token says of it. */
const ORIGINS: Readonly<Record<string, string>> = {
  t: 'tag',
  n: 'name',
  w: 'name',
  r: 'role',
  p: 'itemprop',
  y: 'itemtype',
  a: 'aria-label',
};

/**
 * The tag or name that a `tokens` feature of a row comes from, such as `name "related-posts"`; `null` for means, and where
 * no name on the path is known.
 */
export function decidingName(page: ModelPage, row: number, feature: string, rateOf: RateOf): string | null {
  const [, scope = '', extreme = ''] = /^tokens:([a-z0-9]+)-(worst|best)$/.exec(feature) ?? [];
  if (scope === '') return null;
  let found: { readonly token: string; readonly rate: number } | null = null;
  for (const element of elementsOf(page, row, scope)) {
    for (const token of tokensOfElement(page, element)) {
      const rate = rateOf(token);
      if (rate === undefined) continue;
      if (found === null || (extreme === 'worst' ? rate < found.rate : rate > found.rate)) found = { token, rate };
    }
  }
  if (found === null) return null;
  return `${ORIGINS[found.token.charAt(0)] ?? 'name'} "${found.token.slice(2)}"`;
}

/** The elements that a feature looks at: one, or the path up from the block without the core and what is above it. */
function elementsOf({ elements, blocks }: ModelPage, row: number, scope: string): readonly number[] {
  const own = blocks[row]?.element ?? 0;
  const container = elements.container[own] ?? 0;
  if (scope === 'own') return [own];
  if (scope === 'holder') return [container];
  if (scope === 'above') return [elements.parent[container] ?? 0];
  const chain = scope === 'below80' ? elements.core80.onChain : scope === 'below50' ? elements.core50.onChain : null;
  const path: number[] = [];
  for (let at = own; at > 0; at = elements.parent[at] ?? -1) if (chain?.[at] !== 1) path.push(at);
  return path;
}

function tokensOfElement({ elements: { table } }: ModelPage, element: number): readonly string[] {
  const attributes = table.attributes[element] ?? null;
  const tokens = [`t:${table.tag[element] ?? ''}`];
  if (attributes === null) return tokens;
  for (const attribute of NAMING_ATTRIBUTES) {
    const value = namingValue(attributes, attribute);
    if (value !== undefined && value !== '') tokens.push(...tokensOf(attribute, value));
  }
  return tokens;
}
