import type { Block, ElementTable } from '../../lib/core/document.ts';
import { NAMING_ATTRIBUTES, tokensOf } from '../../lib/core/label/model/markup-tokens.ts';
import { PRIOR_RATE } from '../../lib/core/label/model/token-rates.ts';
import type { RowLabels } from './gold-labels.ts';
import { foldOf } from './sites.ts';

/** Sites without anything known that every rate is mixed with. */
const PSEUDO_SITES = 2;
/** Sites from which a token says something. */
const MIN_SITES = 5;
/** Words that are also the name of a site of the sets may be that site's; from this number of sites on they are common words. */
const MIN_SITES_OF_NAMES = 20;
/** Rates nearer than this to that of the unknown say too little to be kept. */
const MIN_DISTANCE = 0.05;

export interface TokenRate {
  readonly token: string;
  /** 0..1 */
  readonly rate: number;
  readonly sites: number;
}

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
    // A site with a stroke in it is a page whose site is not known.
    const known = sites.filter((site) => !site.includes('/'));
    this.siteNames = new Set(known.flatMap((site) => site.split(/[.-]/)).filter((label) => label.length > 1));
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

  /**
   * Rates from the sites of all folds but one. Leaving out a page's own site alone would not do: the rest of a sum tells what
   * was taken from it, so trees would learn to read the answer off the rates.
   */
  without(fold: number): readonly TokenRate[] {
    return this.tableOf((other) => foldOf(other) !== fold);
  }

  /** All tokens that enough sites have, with their rates. */
  table(): readonly TokenRate[] {
    return this.tableOf(() => true);
  }

  private tableOf(counts: (site: string) => boolean): readonly TokenRate[] {
    const table: TokenRate[] = [];
    for (const [token, bySite] of this.counts) {
      let kept = 0;
      let sites = 0;
      for (const [site, sum] of bySite) {
        if (!counts(site)) continue;
        kept += sum.kept / sum.all;
        sites++;
      }
      const mixed = (kept + PSEUDO_SITES * PRIOR_RATE) / (sites + PSEUDO_SITES);
      if (this.isCommon(token, sites) && Math.abs(mixed - PRIOR_RATE) >= MIN_DISTANCE)
        table.push({ token, rate: mixed, sites });
    }
    return table.sort((a, b) => (a.token < b.token ? -1 : 1));
  }

  private isCommon(token: string, sites: number): boolean {
    if (sites < MIN_SITES) return false;
    const words = token.slice(2).split(/[^a-z]+/);
    return sites >= MIN_SITES_OF_NAMES || !words.some((word) => this.siteNames.has(word));
  }
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
