import { isArticleNode, typesOf } from './json-ld.ts';
import type { DateReading } from './published.ts';
import { parseUrl } from './site.ts';

const PRODUCT_TYPE = /^https?:\/\/schema\.org\/Product$/i;

/** Whether a page is the start page of its site, or describes a product and no article: their days are not of a publication. */
export function isUndated({ page, url }: DateReading): boolean {
  const address = parseUrl(url);
  if (address?.pathname === '/' && address.search === '') return true;
  if (page.graph.nodes.some(isArticleNode)) return false;
  return (
    page.graph.nodes.some((node) => typesOf(node).some((type) => type === 'Product' || type === 'ProductGroup')) ||
    (page.labelled.document.elements?.attributes.some((element) => PRODUCT_TYPE.test(element?.itemtype ?? '')) ?? false)
  );
}
