import type { ArticleKind, ArticleRecord } from '../record.ts';

/** The part of the record that says what the article is, not what it says. */
export type ArticleMetadata = Pick<
  ArticleRecord,
  | 'url'
  | 'canonicalUrl'
  | 'site'
  | 'title'
  | 'subtitle'
  | 'kicker'
  | 'section'
  | 'tags'
  | 'authors'
  | 'credits'
  | 'dateline'
  | 'datePublished'
  | 'dateModified'
  | 'evidence'
  | 'language'
  | 'comments'
  | 'direction'
> & { readonly kind: ArticleKind };
