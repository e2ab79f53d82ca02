/**
 * The one block model: HTML, text and Markdown all become an `ArticleDocument`. Parsers make it, detectors label it,
 * the renderer leaves the labelled blocks out.
 */

export const BLOCK_KINDS = [
  'heading',
  'paragraph',
  'list-item',
  'quote',
  'table-row',
  'code',
  'caption',
  'image',
  'separator',
] as const;

export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Where a block lies in the decoded source: UTF-16 units, `end` exclusive. For text and Markdown. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

export interface Link {
  readonly text: string;
  readonly url: string;
}

export interface Image {
  readonly url: string | null;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** One run of text between two block boundaries of the source. */
export interface Block {
  readonly kind: BlockKind;
  /** NFC, LF, inner white space folded to one space (kept in code); `''` for images and separators. No markup. */
  readonly text: string;
  /** Heading level 1..6, list depth 1..n; `null` for the other kinds and where the source does not say. */
  readonly level: number | null;
  /** List items: whether the list is numbered; `null` elsewhere. */
  readonly ordered: boolean | null;
  /** Numbered list items: the number in front of the item, where the source writes one (`3. Salt`, `<li value=3>`). */
  readonly ordinal?: number | undefined;
  /** Table rows: cells in order; `null` elsewhere. */
  readonly cells: readonly string[] | null;
  /** Words in `text`; each Han, kana or Thai character counts as one. */
  readonly words: number;
  /** Share of the characters of `text` that lie in links, 0..1; 0 for empty text. */
  readonly linkDensity: number;
  readonly links: readonly Link[];
  readonly image: Image | null;
  /** Text and Markdown: the range in `ArticleDocument.source`; `null` for HTML. */
  readonly range: SourceRange | null;
  /** HTML: index into `ArticleDocument.elements` of the element that holds the block; -1 for text and Markdown. */
  readonly element: number;
  /** True when the block is the rest of a source line or element that was split: no white space need stand before it. */
  readonly continues: boolean;
  /** Consecutive list items or table rows with the same number belong to one list or table; -1 elsewhere. */
  readonly group: number;
  /** HTML: stood in a pop-up card within a line, which goes on without it. */
  readonly popUp?: true;
  /** HTML: stood in a note within the line before it. */
  readonly note?: true;
}

/** Elements of an HTML source in document order, as parallel arrays; element 0 is the root. */
export interface ElementTable {
  readonly tag: readonly string[];
  /** Index of the parent; -1 for the root. */
  readonly parent: readonly number[];
  /** Position among the parent's children of the same tag, from 1. */
  readonly position: readonly number[];
  readonly depth: readonly number[];
  /** Raw `class`, `id`, `role` and other attributes that labelling reads; `null` when the element has none of them. */
  readonly attributes: readonly (ElementAttributes | null)[];
}

export interface ElementAttributes {
  readonly class?: string;
  readonly id?: string;
  readonly role?: string;
  readonly rel?: string;
  readonly itemprop?: string;
  readonly itemtype?: string;
  readonly datetime?: string;
  readonly content?: string;
  readonly href?: string;
  readonly hidden?: boolean;
  readonly style?: string;
  readonly ariaLabel?: string;
  readonly ariaHidden?: string;
  /** Values of data-testid, data-component, data-type and the like, joined by a space. */
  readonly data?: string;
}

/** What stands in the head of an HTML page, unjudged. Empty arrays and `null` for text and Markdown. */
export interface PageHead {
  readonly title: string | null;
  /** `<html lang>`. */
  readonly lang: string | null;
  readonly dir: string | null;
  readonly canonicalUrl: string | null;
  readonly baseUrl: string | null;
  /** `<meta name|property|itemprop|http-equiv content>` in order; names lower-cased. */
  readonly metas: readonly { readonly name: string; readonly content: string }[];
  /** Parsed `application/ld+json` scripts that were valid JSON, in order. */
  readonly jsonLd: readonly unknown[];
  /** Texts of other scripts that speak of a publication, unread. */
  readonly scripts: readonly string[];
}

export const FORMATS = ['html', 'text', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

export interface ArticleDocument {
  readonly format: Format;
  readonly blocks: readonly Block[];
  /** The decoded source that block ranges point into; `null` for HTML. */
  readonly source: string | null;
  readonly elements: ElementTable | null;
  readonly head: PageHead;
  /** HTML: players of video that the page embeds. */
  readonly players?: number;
  /** Things a parser noticed that the record must tell, such as `encoding-repaired`, `depth-capped`. */
  readonly notes: readonly string[];
}

/** The classes of removal; the list only grows within schema 1.x. */
export const REMOVAL_CLASSES = [
  'headline',
  'byline',
  'dateline',
  'bio',
  'share',
  'newsletter',
  'related',
  'teaser',
  'image-placeholder',
  'caption',
  'credit',
  'ad',
  'cookie',
  'paywall',
  'comments',
  'footer',
  'navigation',
  'tag-list',
  'wordpress',
  'contact',
  'duplicate',
  'separator',
  'other',
] as const;

export type RemovalClass = (typeof REMOVAL_CLASSES)[number];

/** Why a block is not part of the article. */
export interface Removal {
  readonly class: RemovalClass;
  /** Public rule id, kebab-case: `wordpress-leave-a-reply`, `teaser-hxi`. */
  readonly rule: string;
  /** 0..1; 1 for what is certain by form, such as an image placeholder. */
  readonly confidence: number;
}

/** A block with the verdict on it; `removal` is `null` for the article itself. */
export interface LabelledBlock {
  readonly block: Block;
  readonly removal: Removal | null;
  /** Article blocks whose type is more than their kind says. */
  readonly type: 'caption' | 'correction' | 'update' | null;
}

/** What the labelling stage hands on: blocks may have been split, so they replace those of the document. */
export interface LabelledDocument {
  readonly document: ArticleDocument;
  readonly blocks: readonly LabelledBlock[];
}
