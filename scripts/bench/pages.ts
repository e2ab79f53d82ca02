import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { inventFrom } from './invented-text.ts';
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

/** The texts of a folder of `*.txt`, sorted by name, or invented ones without a folder. @throws Error for an empty folder. */
export function loadTexts(folder: string | undefined): readonly Uint8Array[] {
  if (folder === undefined) return Array.from({ length: INVENTED_PAGES }, (_, seed) => inventedText(seed + 1));
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  if (names.length === 0) throw new Error(`expected *.txt files, got none (${folder})`);
  return names.sort().map((name) => new Uint8Array(readFileSync(join(folder, name))));
}

/** A story as a scraper leaves it: a menu, headline and byline, paragraphs, other headlines. */
function inventedText(seed: number): Uint8Array {
  const { headline, paragraph, name, number } = inventFrom(seed);
  const lines = (count: number, words: number) => Array.from({ length: count }, () => headline(words));
  const body = Array.from({ length: 12 + number(20) }, () => paragraph(30 + number(60)));
  const text = [...lines(8, 2), headline(9), `By ${name()}`, ...body, 'Read more', ...lines(6, 8), 'Privacy Policy'];
  return new TextEncoder().encode(text.join('\n\n'));
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
