import type { Block, ElementTable } from '../../lib/core/document.ts';
import { NAMING_ATTRIBUTES, tokensOf } from '../../lib/core/label/model/markup-tokens.ts';
import { PRIOR_RATE, type RateOf } from '../../lib/core/label/model/token-rates.ts';
import type { RowLabels } from './gold-labels.ts';

/** Sites without anything known that every rate is mixed with. */
const PSEUDO_SITES = 2;
/** Sites from which a token says something. */
const MIN_SITES = 5;
/** Words that are also the name of a site of the sets may be that site's; from this number of sites on they are common words. */
const MIN_SITES_OF_NAMES = 20;
/** Rates nearer than this to that of the unknown say too little to be kept. */
const MIN_DISTANCE = 0.1;

interface Counted {
  kept: number;
  all: number;
}

/** How much of the words under each token the gold keeps, site by site. */
export class TokenCounts {
  /** token -> site -> words */
  private readonly counts = new Map<string, Map<string, Counted>>();
  private readonly siteNames: ReadonlySet<string>;

  constructor(sites: readonly string[]) {
    this.siteNames = new Set(sites.flatMap((site) => site.split(/[./-]/)).filter((label) => label.length > 1));
  }

  /** Adds a labelled page. */
  add(site: string, blocks: readonly Block[], table: ElementTable, labels: RowLabels): void {
    const sums = new Map<string, Counted>();
    const known = new Map<number, ReadonlySet<string>>();
    blocks.forEach((block, row) => {
      if ((labels.weight[row] ?? 0) === 0) return;
      const kept = labels.kept[row] === 1 ? block.words : 0;
      for (const token of pathTokens(block.element, table, known)) {
        const sum = sums.get(token);
        if (sum === undefined) sums.set(token, { kept, all: block.words });
        else {
          sum.kept += kept;
          sum.all += block.words;
        }
      }
    });
    for (const [token, sum] of sums) {
      if (sum.all === 0) continue;
      let sites = this.counts.get(token);
      if (sites === undefined) {
        sites = new Map();
        this.counts.set(token, sites);
      }
      const before = sites.get(site);
      // Pages of one site count as one page each, whatever their length.
      if (before === undefined) sites.set(site, { kept: sum.kept / sum.all, all: 1 });
      else {
        before.kept += sum.kept / sum.all;
        before.all++;
      }
    }
  }

  /** Rates as they would be had the pages of one site never been seen. */
  without(site: string): RateOf {
    return (token) => {
      const sums = this.sums.get(token);
      if (sums === undefined || !this.isCommon(token, sums.sites)) return undefined;
      const own = this.counts.get(token)?.get(site);
      const sites = sums.sites - (own === undefined ? 0 : 1);
      if (sites < MIN_SITES - 1) return undefined;
      const known = rate(sums.kept - (own === undefined ? 0 : own.kept / own.all), sites);
      // Judged without the site's own share: else whether a token is known at all would tell what that share is.
      return isFar(known) ? Math.round(known * 100) / 100 : undefined;
    };
  }

  /** All tokens that enough sites have, with their rates. */
  table(): readonly { readonly token: string; readonly rate: number; readonly sites: number }[] {
    return [...this.sums]
      .filter(([token, { kept, sites }]) => this.isCommon(token, sites) && isFar(rate(kept, sites)))
      .map(([token, { kept, sites }]) => ({ token, rate: rate(kept, sites), sites }))
      .sort((a, b) => (a.token < b.token ? -1 : 1));
  }

  private isCommon(token: string, sites: number): boolean {
    if (sites < MIN_SITES) return false;
    const words = token.slice(2).split(/[^a-z]+/);
    return sites >= MIN_SITES_OF_NAMES || !words.some((word) => this.siteNames.has(word));
  }

  private cachedSums: ReadonlyMap<string, { readonly kept: number; readonly sites: number }> | null = null;

  private get sums(): ReadonlyMap<string, { readonly kept: number; readonly sites: number }> {
    this.cachedSums ??= new Map(
      [...this.counts].map(([token, sites]) => {
        let kept = 0;
        for (const sum of sites.values()) kept += sum.kept / sum.all;
        return [token, { kept, sites: sites.size }];
      }),
    );
    return this.cachedSums;
  }
}

function isFar(known: number): boolean {
  return Math.abs(known - PRIOR_RATE) >= MIN_DISTANCE;
}

function rate(kept: number, sites: number): number {
  return (kept + PSEUDO_SITES * PRIOR_RATE) / (sites + PSEUDO_SITES);
}

function pathTokens(
  element: number,
  table: ElementTable,
  known: Map<number, ReadonlySet<string>>,
): ReadonlySet<string> {
  const before = known.get(element);
  if (before !== undefined) return before;
  const parent = table.parent[element] ?? -1;
  const tokens = new Set(parent < 0 ? [] : pathTokens(parent, table, known));
  tokens.add(`t:${table.tag[element]}`);
  const attributes = table.attributes[element] ?? null;
  if (attributes !== null) {
    for (const attribute of NAMING_ATTRIBUTES) {
      const value = attributes[attribute];
      if (value) for (const token of tokensOf(attribute, value)) tokens.add(token);
    }
  }
  known.set(element, tokens);
  return tokens;
}
