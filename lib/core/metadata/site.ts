import type { Site } from '../record.ts';
import { type LdNode, resolve } from './json-ld.ts';
import { firstMeta, ldText, type Page } from './page.ts';
import { lettersOf } from './values.ts';

const MAX_URL = 2000;

/** Query parameters that say how a reader came, not what the page is. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|hsctatracking|vero_id|vero_conv|wickedid|oly_anon_id|oly_enc_id|__s|s_cid|s_kwcid|ns_\w+|pk_\w+|mtm_\w+|piwik_\w+|at_(?:campaign|medium|custom\d|link\w*|format|ptr_name)|cmpid|ocid|smid|smtyp|ito|sr_share|srsltid|ref_src|ref_url|__twitter_impression|guccounter|guce_referrer\w*|wt_mc|wt_zmc|xtor|spm|feature|amp_js_v|usqp)$/i;

/** Second-level labels under which domains are registered. */
const REGISTRIES = new Set([
  'co',
  'com',
  'org',
  'net',
  'gov',
  'ac',
  'edu',
  'or',
  'ne',
  'go',
  'gob',
  'gouv',
  'in',
  'asn',
  'nsw',
  'govt',
  'nic',
]);

/** Address without tracking parameters and fragment; `null` for anything but http and https. */
export function canonicalise(raw: string | null | undefined, base?: string): string | null {
  const url = parseUrl(raw, base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  const dropped = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of dropped) url.searchParams.delete(name);
  return url.href;
}

export function parseUrl(raw: string | null | undefined, base?: string): URL | null {
  const text = raw?.trim();
  if (!text || text.length > MAX_URL || !URL.canParse(text, base)) return null;
  return new URL(text, base);
}

/** Where the page says it lives; the address it was fetched from when it says nothing believable. */
export function findCanonical(page: Page): string | null {
  const { head } = page.labelled.document;
  const fetched = parseUrl(page.info.url);
  const own = canonicalise(page.info.url);
  for (const candidate of [head.canonicalUrl, page.metas.get('og:url')?.[0]]) {
    const url = canonicalise(candidate, fetched?.href);
    if (!url) continue;
    const { pathname } = new URL(url);
    // A start page named as the canonical address of an article is a mistake of its template.
    if (pathname === '/' && fetched && fetched.pathname.length > 1) continue;
    return url;
  }
  return own;
}

/** Name and domain of the site that published the page; absent when nothing says so. */
export function findSite(page: Page, article: LdNode | null, canonical: string | null): Site | null {
  const publisher = article ? resolve(page.graph, article.publisher) : null;
  const name =
    firstMeta(page, ['og:site_name'], 100)?.text ??
    ['application-name', 'al:ios:app_name', 'apple-mobile-web-app-title']
      .map((meta) => firstMeta(page, [meta], 100)?.text)
      .find((text) => text !== undefined && !isPageTitle(page, text)) ??
    ldText(publisher, 'name', 100);
  const host = parseUrl(canonical ?? page.info.url)?.hostname;
  const domain = host?.replace(/^(?:www\d?|m|amp|mobile)\./, '');
  if (!name && !domain) return null;
  return { ...(name ? { name } : {}), ...(domain ? { domain } : {}) };
}

/** Some templates name the application by the title of the page. */
function isPageTitle(page: Page, name: string): boolean {
  return lettersOf(name) === lettersOf(page.labelled.document.head.title?.slice(0, 500) ?? '');
}

/** Folders of the address, which name sections; the last step names the article. */
function pathSteps(url: string | undefined): readonly string[] {
  const steps = parseUrl(url)?.pathname.split('/').filter(Boolean) ?? [];
  return steps
    .slice(0, -1)
    .filter((step) => step.length >= 3 && step.length <= 40 && /\p{L}/u.test(step) && !step.includes('%'));
}

/** Letters of the names by which a site may call itself in a title: its names and the words of its domain. */
export function siteKeys(page: Page, site: Site | null, article: LdNode | null): ReadonlySet<string> {
  const keys = new Set<string>();
  const add = (text: string | null | undefined) => {
    const letters = lettersOf(text ?? '');
    if (letters.length >= 2) keys.add(letters);
  };
  add(site?.name);
  add(ldText(article ? resolve(page.graph, article.publisher) : null, 'name', 100));
  for (const name of ['og:site_name', 'application-name', 'twitter:site', 'copyright', 'publisher', 'dc.publisher']) {
    const text = page.metas.get(name)?.[0]?.slice(0, 200) ?? '';
    if (name !== 'application-name' || !isPageTitle(page, text)) add(text);
  }
  const labels = (site?.domain ?? '').split('.');
  add(site?.domain);
  for (const label of labels.slice(0, -1)) if (!REGISTRIES.has(label)) add(label.startsWith('xn--') ? '' : label);
  return keys;
}

/** Letters of the sections in which the page says it stands: by its data and by the folders of its address. */
export function sectionKeys(page: Page, article: LdNode | null): ReadonlySet<string> {
  const names = [
    firstMeta(page, ['article:section', 'og:section'], 100)?.text,
    ldText(article, 'articleSection', 100),
    ...pathSteps(page.info.url),
  ];
  return new Set(names.map((name) => lettersOf(name ?? '')).filter((letters) => letters.length >= 3));
}
