import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { newsPage } from './news-page.ts';

/** Pages that are made when no folder is given: enough for a steady median, few enough for a minute. */
const INVENTED_PAGES = 40;

/** The pages of a folder of `*.html.gz`, sorted by name, or invented ones without a folder. @throws Error for an empty folder. */
export function loadPages(folder: string | undefined): readonly Uint8Array[] {
  if (folder === undefined)
    return Array.from({ length: INVENTED_PAGES }, (_, seed) => new TextEncoder().encode(newsPage(seed + 1)));
  const names = readdirSync(folder).filter((name) => name.endsWith('.html.gz'));
  if (names.length === 0) throw new Error(`expected *.html.gz files, got none (${folder})`);
  return names.sort().map((name) => new Uint8Array(gunzipSync(readFileSync(join(folder, name)))));
}

/** The page with its body twice: the same page, twice as long. */
export function doubled(page: Uint8Array): Uint8Array {
  const source = new TextDecoder().decode(page);
  const start = source.search(/<body\b/i);
  const from = start < 0 ? 0 : source.indexOf('>', start) + 1;
  const end = source.toLowerCase().lastIndexOf('</body');
  const to = end < from ? source.length : end;
  return new TextEncoder().encode(source.slice(0, to) + source.slice(from));
}
