import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Contestant, contestant, decode } from './contestants.ts';

/** Names of those that are compared. */
const PEERS = ['readability', 'defuddle', 'article-extractor'] as const;
type Extract = (html: string, url?: string) => unknown;

/**
 * Other extractors from page to HTML, each on the document that its users give it; none where they are not installed, which is
 * said on standard error.
 *
 * @param projectRoot Absolute.
 */
export async function loadPeers(projectRoot: string): Promise<readonly Contestant[]> {
  const folder = join(projectRoot, 'test', 'bench');
  if (!existsSync(join(folder, 'node_modules'))) {
    console.error('without other extractors: (cd test/bench && npm ci --ignore-scripts) installs them');
    return [];
  }
  const { SYSTEMS } = (await import(pathToFileURL(join(folder, 'systems.mjs')).href)) as {
    SYSTEMS: Readonly<Record<(typeof PEERS)[number], Extract>>;
  };
  return PEERS.map((name) => contestant(name, decode, async (page) => void (await SYSTEMS[name](page))));
}
