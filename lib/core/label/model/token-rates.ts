import type { ElementAttributes } from '../../document.ts';
import { NAMING_ATTRIBUTES, type NamingAttribute, tokensOf } from './markup-tokens.ts';

/** What the tokens of an element say: shares 0..1 of the words under such elements that belong to the article. */
export interface Rates {
  readonly worst: number;
  readonly best: number;
  readonly mean: number;
}

/** The rate of a token, or `undefined` for tokens seen on too few sites to say anything. */
export type RateOf = (token: string) => number | undefined;

/** Rate of an element of which nothing is known. */
export const PRIOR_RATE = 0.35;

class Found implements Rates {
  worst = 1;
  best = 0;
  sum = 0;
  count = 0;

  get mean(): number {
    return this.sum / this.count;
  }

  /** Adds one rate, or all that another has found. */
  add({ worst, best, sum, count }: Pick<Found, 'worst' | 'best' | 'sum' | 'count'>): void {
    if (worst < this.worst) this.worst = worst;
    if (best > this.best) this.best = best;
    this.sum += sum;
    this.count += count;
  }
}

const NOTHING: Rates = { worst: PRIOR_RATE, best: PRIOR_RATE, mean: PRIOR_RATE };
/** Values remembered between pages; beyond it memory is freed and they are read anew. */
const MAX_CACHED = 30_000;

/** Looks up the rates of elements by their tag and names; every distinct attribute value is split only once. */
export class TokenRates {
  private readonly tags = new Map<string, Found | null>();
  /** By the place of the attribute among `NAMING_ATTRIBUTES`. */
  private readonly values = NAMING_ATTRIBUTES.map(() => new Map<string, Found | null>());
  private cached = 0;

  constructor(private readonly rateOf: RateOf) {}

  ofElement(tag: string, attributes: ElementAttributes | null): Rates {
    const found = new Found();
    const ofTag = this.ofTag(tag);
    if (ofTag !== null) found.add(ofTag);
    if (attributes !== null) {
      // Written out: asked for by a variable, a key of attributes costs as much as all else here.
      this.add(found, 0, attributes.class);
      this.add(found, 1, attributes.id);
      this.add(found, 2, attributes.role);
      this.add(found, 3, attributes.itemprop);
      this.add(found, 4, attributes.itemtype);
      this.add(found, 5, attributes.data);
      this.add(found, 6, attributes.ariaLabel);
    }
    return found.count === 0 ? NOTHING : found;
  }

  private ofTag(tag: string): Found | null {
    let found = this.tags.get(tag);
    if (found === undefined) {
      found = this.look([`t:${tag}`]);
      if (this.tags.size < 1000) this.tags.set(tag, found);
    }
    return found;
  }

  /** @param attribute Its place among `NAMING_ATTRIBUTES`. */
  private add(into: Found, attribute: number, value: string | undefined): void {
    if (value === undefined || value === '') return;
    const known = this.values[attribute] as Map<string, Found | null>;
    let found = known.get(value);
    if (found === undefined) {
      found = this.look(tokensOf(NAMING_ATTRIBUTES[attribute] as NamingAttribute, value));
      if (++this.cached > MAX_CACHED) {
        for (const map of this.values) map.clear();
        this.cached = 1;
      }
      known.set(value, found);
    }
    if (found !== null) into.add(found);
  }

  private look(tokens: readonly string[]): Found | null {
    const found = new Found();
    for (const token of tokens) {
      const rate = this.rateOf(token);
      if (rate !== undefined) found.add({ worst: rate, best: rate, sum: rate, count: 1 });
    }
    return found.count === 0 ? null : found;
  }
}
