// Over 200 lines: the record is one definition, read from top to bottom.
import type { RemovalClass } from './document.ts';
import type { Reason } from './errors.ts';
import type { BareDate, Count, DateOrTime, Hex64, LanguageTag, NonEmptyText, Sha256, Share } from './values.ts';

/** @see schema/article-record.schema.json, generated from this file. A missing value is a missing key. */
export interface ArticleRecord {
  readonly schemaVersion: '1.0';
  /** sha256 of the source URI, a line feed and the record index: stable over re-runs. */
  readonly id: Sha256;
  readonly url?: NonEmptyText;
  /** `url` or the page's own canonical URL without tracking parameters and fragment. */
  readonly canonicalUrl?: NonEmptyText;
  readonly site?: Site;
  readonly kind: ArticleKind;
  readonly title?: NonEmptyText;
  /** The dek: a summary that stands under the headline. */
  readonly subtitle?: NonEmptyText;
  /** The label above the headline. */
  readonly kicker?: NonEmptyText;
  readonly section?: NonEmptyText;
  readonly tags?: readonly NonEmptyText[];
  /** People only; agencies and staff names are credits. */
  readonly authors?: readonly Author[];
  readonly credits?: Credits;
  readonly dateline?: Dateline;
  readonly datePublished?: DateOrTime;
  readonly dateModified?: DateOrTime;
  readonly evidence?: { readonly [field: string]: Evidence };
  readonly language?: LanguageTag;
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
  /** What readers wrote under the article, replies too, at most 100; never part of `text`. */
  readonly comments?: readonly ReaderComment[];
  readonly removed: readonly RemovedBlock[];
  /** How source characters that are in no block and no removal are given back; text and Markdown only. */
  readonly layout?: Layout;
  readonly quality: Quality;
  readonly fingerprint: Fingerprint;
  readonly provenance: Provenance;
  readonly processing: Processing;
}

export interface Site {
  readonly name?: NonEmptyText;
  readonly domain?: NonEmptyText;
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
  readonly name: NonEmptyText;
  readonly role?: NonEmptyText;
  readonly organization?: NonEmptyText;
  readonly url?: NonEmptyText;
  readonly email?: NonEmptyText;
}

export interface Credits {
  readonly agencies?: readonly { readonly name: NonEmptyText; readonly code?: NonEmptyText }[];
  readonly contributors?: readonly {
    readonly name: NonEmptyText;
    readonly organization?: NonEmptyText;
    readonly place?: NonEmptyText;
  }[];
  readonly editors?: readonly NonEmptyText[];
  readonly photographers?: readonly NonEmptyText[];
  readonly copyright?: NonEmptyText;
}

export interface Dateline {
  readonly place?: NonEmptyText;
  readonly agency?: NonEmptyText;
  readonly date?: BareDate;
  /** As it stood in the source. */
  readonly raw: string;
}

export interface Evidence {
  /** `json-ld`, `meta:og:title`, `visible-text`, `time-element`, `url`, `given` ... */
  readonly source: string;
  readonly confidence: Share;
  readonly raw: string;
}

/** One piece of the article, told apart by `type`. */
export type ArticleBlock =
  | { readonly type: 'heading'; readonly text: string; readonly level?: Count; readonly raw?: string }
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
  readonly depth: Count;
  /** Numbered lists. */
  readonly ordinal?: number;
}

export interface ArticleImage {
  readonly url?: NonEmptyText;
  readonly alt?: NonEmptyText;
  readonly caption?: NonEmptyText;
  readonly credit?: NonEmptyText;
}

export interface ArticleLink {
  readonly text: string;
  readonly url: string;
}

export interface RelatedStory {
  readonly title: NonEmptyText;
  readonly summary?: NonEmptyText;
  readonly url?: NonEmptyText;
}

export interface ReaderComment {
  /** Its paragraphs, joined by a blank line. */
  readonly text: NonEmptyText;
  readonly author?: NonEmptyText;
  readonly published?: DateOrTime;
}

export interface RemovedBlock {
  readonly class: RemovalClass;
  readonly rule: NonEmptyText;
  readonly confidence: Share;
  /** NonEmptyText and Markdown: the source slice, escaped like `raw`. HTML: the normalised text. */
  readonly text: string;
  /** NonEmptyText and Markdown: offset in UTF-16 units into the decoded source. */
  readonly start?: Count;
  /** Exclusive. */
  readonly end?: Count;
  /** HTML: the element that held the text, such as `html/body/div[2]/p[3]`. */
  readonly path?: string;
  /** Number of entries of `blocks` that stand before it in the source. */
  readonly at: Count;
}

/**
 * With `blocks`, `removed` and this, the decoded source can be written again to the letter: between two neighbouring
 * pieces stands `gap`, unless `gaps` names another filling for that position. All strings are escaped like `raw`.
 */
export interface Layout {
  /** Length of the decoded source in UTF-16 units. */
  readonly length: Count;
  readonly gap: string;
  readonly gaps: readonly { readonly start: Count; readonly text: string }[];
}

export interface Quality {
  readonly score: Share;
  readonly flags: readonly { readonly flag: string; readonly reason: string }[];
}

export interface Fingerprint {
  /** Of the text, lower-cased, letters and digits only. */
  readonly sha256: Sha256;
  /** Over 3-word shingles. */
  readonly simhash: Hex64;
  /** First 16 hex digits of the sha256 of each paragraph of eight words or more. */
  readonly paragraphs: readonly Hex64[];
}

export interface Provenance {
  readonly uri: string;
  readonly bucket?: NonEmptyText;
  readonly key?: NonEmptyText;
  readonly versionId?: NonEmptyText;
  readonly etag?: NonEmptyText;
  /** Bytes as received. */
  readonly size: Count;
  readonly sha256: Sha256;
  readonly contentType?: NonEmptyText;
  readonly charset: string;
  /** Of a container of many records, from 0. */
  readonly recordIndex?: Count;
  /** The id that the scraper gave. */
  readonly recordId?: NonEmptyText;
  /** As the scraper gave it. */
  readonly fetchedAt?: NonEmptyText;
}

export interface Processing {
  /** Package version. */
  readonly cleaner: string;
  /** First 16 hex digits of the sha256 of the rule tables. */
  readonly ruleSet: Hex64;
  readonly model?: NonEmptyText;
  /** First 16 hex digits of the sha256 of all rules for sites, where there were any, of whatever site. */
  readonly siteRuleSet?: Hex64;
  /** Names of the rules for the site that were applied. */
  readonly siteRules?: readonly string[];
  /** The snapshot of what the site repeats, where it removed something. */
  readonly siteMemory?: Hex64;
}

/** Written in place of a record for an input that can never be cleaned. */
export interface QuarantineRecord {
  readonly outcome: 'quarantined';
  readonly reason: Reason;
  readonly message: string;
  readonly uri?: string;
  readonly bucket?: NonEmptyText;
  readonly key?: NonEmptyText;
  readonly versionId?: NonEmptyText;
  readonly etag?: NonEmptyText;
  /** Bytes as received. */
  readonly size?: Count;
  readonly recordId?: NonEmptyText;
  readonly recordIndex?: Count;
}
