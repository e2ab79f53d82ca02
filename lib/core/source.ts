import type { SiteMemory } from './site/site-memory.ts';
import type { SiteRules } from './site/site-rules.ts';

/** What is known about an input before it is read; all of it optional, none of it trusted. */
export interface SourceInfo {
  /** Names the input in errors and in `provenance.uri`: `s3://bucket/key`, `file:///x.html`, `stdin`. */
  readonly uri?: string;
  /** Media type, with or without parameters, as the uploader gave it. */
  readonly mediaType?: string;
  /** URL the page was fetched from. */
  readonly url?: string;
  /** RFC 3339. */
  readonly fetchedAt?: string;
  readonly recordId?: string;
  readonly recordIndex?: number;
  readonly bucket?: string;
  readonly key?: string;
  readonly versionId?: string;
  readonly etag?: string;
  /** The bytes end before what was announced of them. */
  readonly isTruncated?: boolean;
}

/** How much is removed from text and Markdown where only a model can tell. */
export const THOROUGHNESS = ['careful', 'normal', 'thorough'] as const;
export type Thoroughness = (typeof THOROUGHNESS)[number];

/** Limits and views of one cleaning. */
export interface CleanOptions {
  /** Adds `markdown` to the record. Default false. */
  readonly markdown?: boolean;
  /** Adds sanitised `html` to the record. Default false. */
  readonly html?: boolean;
  /** Input bytes above which it is refused as `too-large`. Default 10 MiB. */
  readonly maxBytes?: number;
  /** Text and Markdown: how much the line model removes. Default `normal`. */
  readonly thoroughness?: Thoroughness;
  /** What is known of sites. Default none. It has functions, so it cannot be handed to a cleaner in another thread. */
  readonly siteRules?: SiteRules;
  /** What the pages of sites repeat. Default nothing. As `siteRules`, not for another thread. */
  readonly siteMemory?: SiteMemory;
}
