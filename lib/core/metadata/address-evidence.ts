import type { Evidence, Site } from '../record.ts';
import type { LdNode } from './json-ld.ts';
import { resolve } from './json-ld.ts';
import { ldText, type Page } from './page.ts';
import { canonicalise } from './site.ts';
import { cleanString } from './values.ts';

const SITE_METAS = ['og:site_name', 'application-name', 'al:ios:app_name', 'apple-mobile-web-app-title'] as const;
const MAX_NAME_CHARS = 100;

/** Who gave the canonical address: the page, in one of two places, or whoever fetched it; `null` without one. */
export function canonicalEvidence(page: Page, canonicalUrl: string | null): Evidence | null {
  if (canonicalUrl === null) return null;
  const named = [
    { source: 'link:canonical', confidence: 0.95, raw: page.labelled.document.head.canonicalUrl },
    { source: 'meta:og:url', confidence: 0.9, raw: page.metas.get('og:url')?.[0] },
    { source: 'given', confidence: 0.8, raw: page.info.url },
  ];
  for (const { source, confidence, raw } of named) {
    if (raw && canonicalise(raw, page.info.url) === canonicalUrl) return { source, confidence, raw };
  }
  return null;
}

/** What named the site; `null` when only its domain is known, which is that of the canonical address. */
export function siteEvidence(page: Page, article: LdNode | null, site: Site | null): Evidence | null {
  if (site?.name === undefined) return null;
  for (const name of SITE_METAS) {
    const raw = page.metas.get(name)?.find((content) => cleanString(content, MAX_NAME_CHARS) === site.name);
    if (raw !== undefined) return { source: `meta:${name}`, confidence: 0.95, raw };
  }
  const publisher = article === null ? null : ldText(resolve(page.graph, article.publisher), 'name', MAX_NAME_CHARS);
  return publisher === site.name ? { source: 'json-ld', confidence: 0.9, raw: publisher } : null;
}
