import type { Block } from '../../document.ts';

const HOST = /^(?:https?:)?\/\/(?:www\.)?([^/?#:\s]{1,253})/i;
/** Share of a line that links from which it is a link, and share of the links of a document from which a host is its own. */
const LINK_LINE = 0.8;
const OWN_SHARE = 0.25;

/**
 * Blocks that are a link to another site, by index: the headline of a card leads to the publisher's own pages, those of a round-up
 * to what it tells about. Own are addresses without a host, and the hosts that many links lead to.
 */
export function findForeignLinks(blocks: readonly Pick<Block, 'links' | 'linkDensity'>[]): ReadonlySet<number> {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { links } of blocks)
    for (const { url } of links) {
      const host = linkHost(url);
      counts.set(host, (counts.get(host) ?? 0) + 1);
      all++;
    }
  const own = [...counts].flatMap(([host, count]) => (host === '' || count >= all * OWN_SHARE ? [host] : []));
  const isOwn = (host: string): boolean => own.some((other) => isSameSite(host, other));
  const foreign = new Set<number>();
  blocks.forEach(({ links, linkDensity }, at) => {
    const host = linkHost(links[0]?.url ?? '');
    if (host !== '' && linkDensity >= LINK_LINE && !isOwn(host)) foreign.add(at);
  });
  return foreign;
}

/** The host of an address in small letters, without `www.`; empty for an address on the page's own site. */
function linkHost(url: string): string {
  return HOST.exec(url)?.[1]?.toLowerCase() ?? '';
}

function isSameSite(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}
