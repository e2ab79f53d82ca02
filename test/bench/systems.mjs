// The other extractors, as their users call them; for `npm run bench:quality` and `npm run bench:speed`.

import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { load } from 'cheerio';
import { Defuddle } from 'defuddle/node';
import { JSDOM, VirtualConsole } from 'jsdom';
import { parseHTML } from 'linkedom';

/** Of each other extractor: (html, url) -> HTML of the content, or nothing where the system finds none. Each as its own documentation has it. */
export const SYSTEMS = {
  readability: (html) => readable(html)?.content,
  defuddle: async (html, url) => (await Defuddle(html, url, { useAsync: false })).content,
  // It gives nothing for a page that has no address, neither here nor in its markup.
  'article-extractor': async (html, url) => (await extractFromHtml(html, url ?? 'https://example.org/'))?.content,
  /** What a few lines of code get: every paragraph outside of navigation, header, footer and forms. */
  paragraphs: (html) => {
    const $ = load(html);
    $('script, style, noscript, nav, header, footer, aside, form').remove();
    return $('p')
      .toArray()
      .map((paragraph) => $.html(paragraph))
      .join('\n');
  },
};

/** Readability fails on a few pages with linkedom's document only; they are given to it in jsdom's, at five times the time. */
function readable(html) {
  try {
    return new Readability(parseHTML(html).document).parse();
  } catch {
    return new Readability(new JSDOM(html, { virtualConsole: new VirtualConsole() }).window.document).parse();
  }
}
