import type { LabelledDocument } from '../document.ts';
import type { ArticleMetadata } from '../metadata/metadata.ts';

/** What is known of sites; the cleaner asks it for every page. */
export interface SiteRules {
  /** Names all of them together, in records: 16 hex digits that differ when a rule does. */
  readonly id: string;
  /**
   * @param url Where the page was fetched from.
   * @param fetchedAt RFC 3339; `null` when it is not known.
   */
  find(url: string, fetchedAt: string | null): SiteCleaner | null;
}

/** The rule of one site, ready to be applied. */
export interface SiteCleaner {
  /** Names the rule and its version in records. */
  readonly id: string;
  /** Labels a document anew by the rule; gives what the rule says of the page itself too. */
  apply(labelled: LabelledDocument, source: string): SiteVerdict;
}

export interface SiteVerdict {
  readonly labelled: LabelledDocument;
  /** Fields that the rule reads from the page, each with its evidence. */
  readonly metadata: Partial<Pick<ArticleMetadata, 'title' | 'authors' | 'datePublished' | 'evidence'>>;
  /** False when the rule would have removed more than it keeps: then the labels are those from before. */
  readonly applied: boolean;
}
