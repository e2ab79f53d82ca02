import { isIndexPage } from '../label/html/index-page.ts';
import type { ArticleKind } from '../record.ts';
import { typesOf } from './json-ld.ts';
import { isProse, type Page } from './page.ts';

/** Words of prose below which a page is no article by its text alone. */
const MIN_ARTICLE_WORDS = 60;
/** Articles that a page's linked data lists from which it is an index, when it has hardly any prose. */
const MIN_LISTED = 5;

const ERROR_TITLE =
  /^(?:(?:error\s)?(?:40[0134]|410|50[0234])\b|(?:page|seite|site|file|document|article)\s(?:not|nicht|could not be)\s(?:found|gefunden)|(?:not found|access denied|forbidden|bad gateway|service unavailable|just a moment|attention required|are you a robot|page non trouvée|página no encontrada|pagina non trovata|pagina niet gevonden))/i;

/** What the page is, as far as its own data and the amount of its prose tell. */
export function findKind(page: Page, title: string | null): ArticleKind {
  const types = new Set(page.graph.nodes.flatMap(typesOf));
  const og = page.metas.get('og:type')?.[0]?.toLowerCase() ?? '';
  let words = 0;
  for (const entry of page.blocks) if (isProse(entry, 5)) words += entry.block.words;
  const short = words < MIN_ARTICLE_WORDS;
  if (words < MIN_ARTICLE_WORDS * 3 && ERROR_TITLE.test(title ?? '')) return 'error-page';
  if (types.has('LiveBlogPosting')) return 'live-blog';
  if (page.labelled.document.format !== 'html') return 'article';
  if (short && page.blocks.some(({ removal }) => removal?.class === 'paywall')) return 'paywall-stub';
  const isArticle =
    [...types].some((type) => /Article$|Posting$|^Report$/.test(type)) || og === 'article' || og === 'blog';
  if (short && (types.has('ImageGallery') || types.has('MediaGallery') || og === 'gallery')) return 'gallery';
  if (isIndexPage(page.labelled, page.info.url ?? null)) return 'index';
  if (short && !isArticle && (types.has('VideoObject') || og.startsWith('video'))) return 'video';
  if (isArticle) return 'article';
  const listed = page.graph.nodes.filter((node) => typesOf(node).includes('ListItem')).length;
  const listing =
    types.has('CollectionPage') || types.has('ItemList') || types.has('SearchResultsPage') || listed >= MIN_LISTED;
  if (short) return listing || linksDominate(page) ? 'index' : 'other';
  return 'article';
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
