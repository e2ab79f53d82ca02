import type { RemovalClass } from './document.ts';
import type { Reason } from './errors.ts';

/** @see schema/article-record.schema.json, generated from this file. A missing value is a missing key. */
export interface ArticleRecord {
  readonly schemaVersion: '1.0';
  /** sha256 of the source URI, a line feed and the record index: stable over re-runs. */
  readonly id: string;
  readonly url?: string;
  /** `url` or the page's own canonical URL without tracking parameters and fragment. */
  readonly canonicalUrl?: string;
  readonly site?: Site;
  readonly kind: ArticleKind;
  readonly title?: string;
  /** The dek: a summary that stands under the headline. */
  readonly subtitle?: string;
  /** The label above the headline. */
  readonly kicker?: string;
  readonly section?: string;
  readonly tags?: readonly string[];
  /** People only; agencies and staff names are credits. */
  readonly authors?: readonly Author[];
  readonly credits?: Credits;
  readonly dateline?: Dateline;
  /** RFC 3339 with the zone of the source, or a bare date. */
  readonly datePublished?: string;
  readonly dateModified?: string;
  readonly evidence?: { readonly [field: string]: Evidence };
  /** BCP 47. */
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  /** The blocks without captions, joined by a blank line. */
  readonly text: string;
  readonly blocks: readonly ArticleBlock[];
  /** On request. */
  readonly markdown?: string;
  /** On request; sanitised. */
  readonly html?: string;
  readonly images?: readonly ArticleImage[];
  readonly links?: readonly ArticleLink[];
  /** Teasers of other stories that stood in the source. */
  readonly related?: readonly RelatedStory[];
  readonly removed: readonly RemovedBlock[];
  /** How source characters that are in no block and no removal are given back; text and Markdown only. */
  readonly layout?: Layout;
  readonly quality: Quality;
  readonly fingerprint: Fingerprint;
  readonly provenance: Provenance;
  readonly processing: Processing;
}

export interface Site {
  readonly name?: string;
  readonly domain?: string;
}

export const ARTICLE_KINDS = [
  'article',
  'live-blog',
  'gallery',
  'video',
  'index',
  'paywall-stub',
  'error-page',
  'other',
] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

export interface Author {
  readonly name: string;
  readonly role?: string;
  readonly organization?: string;
  readonly url?: string;
  readonly email?: string;
}

export interface Credits {
  readonly agencies?: readonly { readonly name: string; readonly code?: string }[];
  readonly contributors?: readonly { readonly name: string; readonly organization?: string; readonly place?: string }[];
  readonly editors?: readonly string[];
  readonly photographers?: readonly string[];
  readonly copyright?: string;
}

export interface Dateline {
  readonly place?: string;
  readonly agency?: string;
  /** Bare date. */
  readonly date?: string;
  /** As it stood in the source. */
  readonly raw: string;
}

export interface Evidence {
  /** `json-ld`, `meta:og:title`, `visible-text`, `time-element`, `url`, `given` ... */
  readonly source: string;
  /** 0..1 */
  readonly confidence: number;
  readonly raw: string;
}

/** One piece of the article, told apart by `type`. */
export type ArticleBlock =
  | { readonly type: 'heading'; readonly text: string; readonly level?: number; readonly raw?: string }
  | {
      readonly type: 'paragraph' | 'quote' | 'code' | 'caption' | 'correction' | 'update';
      readonly text: string;
      readonly raw?: string;
    }
  | {
      readonly type: 'list';
      readonly text: string;
      readonly ordered: boolean;
      readonly items: readonly ListItem[];
      readonly raw?: string;
    }
  | {
      readonly type: 'table';
      readonly text: string;
      readonly rows: readonly (readonly string[])[];
      readonly raw?: string;
    };

export interface ListItem {
  readonly text: string;
  /** Nesting depth from 1. */
  readonly depth: number;
  /** Numbered lists. */
  readonly ordinal?: number;
}

export interface ArticleImage {
  readonly url?: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

export interface ArticleLink {
  readonly text: string;
  readonly url: string;
}

export interface RelatedStory {
  readonly title: string;
  readonly summary?: string;
  readonly url?: string;
}

export interface RemovedBlock {
  readonly class: RemovalClass;
  readonly rule: string;
  /** 0..1 */
  readonly confidence: number;
  /** Text and Markdown: the source slice, escaped like `raw`. HTML: the normalised text. */
  readonly text: string;
  /** Text and Markdown: offset in UTF-16 units into the decoded source. */
  readonly start?: number;
  /** Exclusive. */
  readonly end?: number;
  /** HTML: the element that held the text, such as `html/body/div[2]/p[3]`. */
  readonly path?: string;
  /** Number of entries of `blocks` that stand before it in the source. */
  readonly at: number;
}

/**
 * With `blocks`, `removed` and this, the decoded source can be written again to the letter: between two neighbouring
 * pieces stands `gap`, unless `gaps` names another filling for that position. All strings are escaped like `raw`.
 */
export interface Layout {
  /** Length of the decoded source in UTF-16 units. */
  readonly length: number;
  readonly gap: string;
  readonly gaps: readonly { readonly start: number; readonly text: string }[];
}

export interface Quality {
  /** 0..1 */
  readonly score: number;
  readonly flags: readonly { readonly flag: string; readonly reason: string }[];
}

export interface Fingerprint {
  /** Of the text, lower-cased, letters and digits only. */
  readonly sha256: string;
  /** 64 bits as 16 hex digits, over 3-word shingles. */
  readonly simhash: string;
  /** First 16 hex digits of the sha256 of each paragraph of eight words or more. */
  readonly paragraphs: readonly string[];
}

export interface Provenance {
  readonly uri: string;
  readonly bucket?: string;
  readonly key?: string;
  readonly versionId?: string;
  readonly etag?: string;
  /** Bytes as received. */
  readonly size: number;
  readonly sha256: string;
  readonly contentType?: string;
  readonly charset: string;
  /** Of a container of many records, from 0. */
  readonly recordIndex?: number;
  /** The id that the scraper gave. */
  readonly recordId?: string;
  readonly fetchedAt?: string;
}

export interface Processing {
  /** Package version. */
  readonly cleaner: string;
  /** First 16 hex digits of the sha256 of the rule tables. */
  readonly ruleSet: string;
  readonly model?: string;
  readonly siteRules?: readonly string[];
}

/** Written in place of a record for an input that can never be cleaned. */
export interface QuarantineRecord {
  readonly outcome: 'quarantined';
  readonly reason: Reason;
  readonly message: string;
  readonly uri?: string;
  readonly recordId?: string;
  readonly recordIndex?: number;
}
