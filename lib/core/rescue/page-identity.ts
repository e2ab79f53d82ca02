import type { ArticleDocument } from '../document.ts';
import { pageTitles, type Title, titleOf, titleSimilarity } from '../label/html/title-match.ts';
import type { LdNode } from '../metadata/json-ld.ts';
import { asObject } from '../metadata/values.ts';

/** Keys under which an object names itself and says where it stands. */
const HEADLINE_KEY =
  /^(?:(?:web|page|article|story|post|display|seo|short|long|main)_?)?(?:headlines?|title|hed|name)$/i;
const URL_KEY =
  /(?:^|_)(?:url|slug|path|href|link|uri|permalink|website_url)$|(?:^|_)canonical|(?:Url|Slug|Path|Uri|Link)$/;
/** Share of an object's headline that stands in a title of the page. */
const SAME_TITLE = 0.75;
/** Words of a slug from which two different pages hardly share it. */
const MIN_SLUG_WORDS = 3;

/** Whether an object is the page's own, another story's, or does not say. */
export type Ownership = 'own' | 'foreign' | 'unknown';

/** What a page calls itself in its head and in its address. */
export class PageIdentity {
  private readonly titles: readonly Title[];
  private readonly path: string;

  constructor(document: ArticleDocument, url: string | null) {
    const { head } = document;
    this.path = pathOf(url ?? head.canonicalUrl ?? head.metas.find(({ name }) => name === 'og:url')?.content ?? '');
    const slug = titleOf(
      this.path
        .split('/')
        .at(-1)
        ?.replace(/\.\w{2,5}$/, '') ?? '',
    );
    this.titles = [...pageTitles(head), ...(slug.size >= MIN_SLUG_WORDS ? [slug] : [])];
  }

  /** Whether the page has no story in its address: a home page. */
  get isRoot(): boolean {
    return this.path === '' && this.titles.length > 0;
  }

  owns(node: LdNode): Ownership {
    let named = false;
    for (const [key, value] of Object.entries(node).slice(0, MAX_KEYS)) {
      if (typeof value === 'string' && URL_KEY.test(key) && this.path !== '' && this.isOwnPath(value)) return 'own';
      if (!HEADLINE_KEY.test(key)) continue;
      for (const headline of stringsOf(value)) {
        named ||= key !== 'name';
        if (titleSimilarity(headline.slice(0, MAX_HEADLINE), this.titles) >= SAME_TITLE) return 'own';
      }
    }
    return named ? 'foreign' : 'unknown';
  }

  private isOwnPath(value: string): boolean {
    if (value.length > 2000) return false;
    const path = pathOf(value);
    return path.length > 3 && (path === this.path || (!path.includes('/') && this.path.endsWith(`/${path}`)));
  }
}

const MAX_KEYS = 200;
const MAX_HEADLINE = 300;

/** A headline may be written in several lengths or with its markup. */
function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  const inner = asObject(value);
  if (inner === null) return [];
  return Object.values(inner)
    .slice(0, 6)
    .filter((part): part is string => typeof part === 'string' && part.trim() !== '');
}

/** Path of an address without slashes at its ends, query and fragment; a bare slug stays as it is. */
function pathOf(url: string): string {
  return url
    .replace(/^(?:[a-z][a-z+.-]{0,20}:)?\/\/[^/?#]*/i, '')
    .replace(/[?#].*$/s, '')
    .replace(/^\/+/, '')
    .replace(/\/$/, '');
}
