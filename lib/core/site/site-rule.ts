import type { RemovalClass } from '../document.ts';
import type { BareDate, NonEmptyText } from '../values.ts';

/** What is known of one site: where its article stands, what is none, and who says so. Every key but `site` may be left out. */
export interface SiteRule {
  /** Host, such as `example.org`; its subdomains are meant too. */
  readonly site: NonEmptyText;
  /** Days on which the rule holds, both ends included, by when a page was fetched; a page without a date is always meant. */
  readonly valid?: { readonly from?: BareDate; readonly until?: BareDate };
  /** CSS selectors of the elements that hold the article; what lies outside them is removed. The first that finds something counts. */
  readonly body?: Selectors;
  /** CSS selectors, the first that finds something counts; behind one, a space, an at sign and a name take that attribute. */
  readonly title?: Selectors;
  readonly author?: Selectors;
  readonly date?: Selectors;
  /** Elements that are no part of the article. */
  readonly strip?: readonly Strip[];
  /** Elements that are part of the article, whatever else is said of them. */
  readonly keep?: Selectors;
  /** Blocks that are no part of the article, by their text; of text and Markdown too. */
  readonly text?: readonly TextPattern[];
  readonly samples?: readonly Sample[];
}

export type Selectors = NonEmptyText | readonly NonEmptyText[];

/** A selector alone is of class `other`. */
export type Strip = NonEmptyText | { readonly selector: NonEmptyText; readonly class: RemovalClass };

export interface TextPattern {
  /** A regular expression that begins with `^`, has at most one `*`, `+` or `{n,}`, and neither look-around nor back references. */
  readonly pattern: NonEmptyText;
  readonly class: RemovalClass;
  readonly ignoreCase?: boolean;
}

/** A page that shows what the rule is for; `winnow site test` cleans it. */
export interface Sample {
  /** Path of the page, from the folder of the rule. */
  readonly file: NonEmptyText;
  /** Where it was fetched from; by default the site itself. */
  readonly url?: NonEmptyText;
  readonly title?: NonEmptyText;
  readonly authors?: readonly NonEmptyText[];
  readonly date?: NonEmptyText;
  /** Texts that must be in the article. */
  readonly keeps?: readonly NonEmptyText[];
  /** Texts that must not be in it. */
  readonly drops?: readonly NonEmptyText[];
}
