import type { ArticleDocument } from '../../document.ts';

/** What the head of a page says of its type; 1 or 0. */
export interface PageFacts {
  readonly ogArticle: number;
  readonly ogProduct: number;
  readonly article: number;
  readonly product: number;
  readonly forum: number;
  readonly listing: number;
  readonly published: number;
  /** Steps and hyphens in the path of the page's own URL. */
  readonly pathSteps: number;
  readonly pathHyphens: number;
}

const ARTICLE_TYPES = new Set(
  'Article NewsArticle BlogPosting ReportageNewsArticle OpinionNewsArticle TechArticle LiveBlogPosting AnalysisNewsArticle ScholarlyArticle'.split(
    ' ',
  ),
);
const FORUM_TYPES = new Set('DiscussionForumPosting QAPage Question Conversation'.split(' '));
const LISTING_TYPES = new Set('CollectionPage ItemList SearchResultsPage Blog'.split(' '));

/** Reads the page type hints of the head. */
export function readPageFacts(document: ArticleDocument): PageFacts {
  const { metas, jsonLd, canonicalUrl } = document.head;
  const ogType = metas.find((meta) => meta.name === 'og:type')?.content.toLowerCase() ?? '';
  const types = new Set<string>();
  for (const value of jsonLd) collectTypes(value, types, 0);
  const path = canonicalUrl?.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/, 1)[0] ?? '';
  const any = (wanted: ReadonlySet<string>): number => ([...types].some((type) => wanted.has(type)) ? 1 : 0);
  return {
    ogArticle: ogType.includes('article') ? 1 : 0,
    ogProduct: ogType.includes('product') ? 1 : 0,
    article: any(ARTICLE_TYPES),
    product: types.has('Product') ? 1 : 0,
    forum: any(FORUM_TYPES),
    listing: any(LISTING_TYPES),
    published: metas.some((meta) => meta.name === 'article:published_time') ? 1 : 0,
    pathSteps: path.split('/').filter((step) => step !== '').length,
    pathHyphens: path.split('-').length - 1,
  };
}

/** JSON-LD nests a few levels deep; hostile nesting ends here. */
const MAX_LEVELS = 4;
const MAX_CHILDREN = 50;

function collectTypes(value: unknown, types: Set<string>, level: number): void {
  if (level > MAX_LEVELS || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, MAX_CHILDREN)) collectTypes(item, types, level + 1);
    return;
  }
  for (const [key, inner] of Object.entries(value).slice(0, MAX_CHILDREN)) {
    if (key === '@type')
      for (const type of Array.isArray(inner) ? inner : [inner]) if (typeof type === 'string') types.add(type);
    if (key === '@graph' || key === 'mainEntity' || key === 'mainEntityOfPage') collectTypes(inner, types, level + 1);
  }
}
