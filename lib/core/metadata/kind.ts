import { isIndexPage } from '../label/html/index-page.ts';
import type { ArticleKind } from '../record.ts';
import { isErrorPage } from './error-page.ts';
import { isGallery } from './gallery.ts';
import { typesOf } from './json-ld.ts';
import { isLiveBlog } from './live-blog.ts';
import { isProse, type Page } from './page.ts';
import { findCut } from './text-end.ts';

/** Words of prose below which a page is no article by its text alone. */
const MIN_ARTICLE_WORDS = 60;
/** Words of prose up to which a page that calls itself a video is one: its summary. */
const MAX_VIDEO_WORDS = 150;
/** Words up to which a text in front of a paywall is a stub; what is longer is a story with a part missing. */
const MAX_STUB_WORDS = 200;
/** Articles that a page's linked data lists from which it is an index, when it has hardly any prose. */
const MIN_LISTED = 5;

/** What the page is: by what it says of itself, and by what can be seen of it where that says nothing. */
export function findKind(page: Page, title: string | null): ArticleKind {
  const { document } = page.labelled;
  const words = page.blocks.reduce((sum, entry) => (isProse(entry, 5) ? sum + entry.block.words : sum), 0);
  if (isErrorPage([title, document.head.title, firstLine(page)], words)) return 'error-page';
  const types = new Set(page.graph.nodes.flatMap(typesOf));
  if (types.has('LiveBlogPosting') || isLiveBlog(page, title)) return 'live-blog';
  if (words < MAX_STUB_WORDS && findCut(page.labelled)?.flag === 'paywalled') return 'paywall-stub';
  return document.format === 'html' ? kindOfPage(page, types, words) : 'article';
}

function kindOfPage(page: Page, types: ReadonlySet<string>, words: number): ArticleKind {
  const og = page.metas.get('og:type')?.[0]?.toLowerCase() ?? '';
  const short = words < MIN_ARTICLE_WORDS;
  const isArticle =
    [...types].some((type) => /Article$|Posting$|^Report$/.test(type)) || og === 'article' || og === 'blog';
  if (short && (types.has('ImageGallery') || types.has('MediaGallery') || og === 'gallery')) return 'gallery';
  if (isIndexPage(page.labelled, page.info.url ?? null)) return 'index';
  const sells = types.has('Product') || types.has('ProductGroup') || og.startsWith('product');
  if (!sells && isGallery(page)) return 'gallery';
  const saysVideo = types.has('VideoObject') || og.startsWith('video');
  if (saysVideo && words < (isArticle ? MIN_ARTICLE_WORDS : MAX_VIDEO_WORDS)) return 'video';
  if (short && isArticle && (page.labelled.document.players ?? 0) > 0) return 'video';
  if (isArticle) return 'article';
  const listed = page.graph.nodes.filter((node) => typesOf(node).includes('ListItem')).length;
  const listing =
    types.has('CollectionPage') || types.has('ItemList') || types.has('SearchResultsPage') || listed >= MIN_LISTED;
  if (short) return listing || linksDominate(page) ? 'index' : 'other';
  return 'article';
}

/** What a source without a title shows first. */
function firstLine({ blocks }: Page): string | undefined {
  return blocks.find(({ block }) => block.words > 0)?.block.text;
}

/** Whether most words of the page stand in links. */
function linksDominate(page: Page): boolean {
  let linked = 0;
  let all = 0;
  for (const { block } of page.blocks) {
    linked += block.words * block.linkDensity;
    all += block.words;
  }
  return all >= 100 && linked / all > 0.5;
}
