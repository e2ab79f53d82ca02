import type { CleanOptions } from '../core/source.ts';

/** Rules and memory of sites as they are stored. Everything in it can be handed to another thread. */
export interface SiteTexts {
  /** By key, ascending. */
  readonly rules: readonly SiteText[];
  /** A snapshot of `winnow learn`, with or without gzip; `null` for none. */
  readonly memory: SiteText | null;
  /** Stories of a site that must share a paragraph before it is removed. */
  readonly minStories: number;
}

/** One file. */
export interface SiteText {
  /** Names it in problems; its end tells the format. */
  readonly file: string;
  readonly body: Uint8Array;
}

/** What was read of them: names that stand in records and manifests. */
export interface SiteVersions {
  /** Of all rules together. */
  readonly siteRuleSet?: string;
  /** Of the snapshot. */
  readonly siteMemory?: string;
}

/** What the cleaner is given of sites, and its names. */
export interface KnownSites {
  readonly options: Pick<CleanOptions, 'siteRules' | 'siteMemory'>;
  readonly versions: SiteVersions;
}

export const NO_SITES: KnownSites = { options: {}, versions: {} };
