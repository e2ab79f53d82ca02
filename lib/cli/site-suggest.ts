import { CleaningError } from '../core/errors.ts';
import { cleanArticle } from '../index.ts';
import { DEFAULT_MAX_BYTES } from '../pipeline.ts';
import type { SitePage } from '../site-rules/suggest-rules.ts';
import { suggestRules } from '../site-rules/suggest-rules.ts';
import { InputStore, nameOf } from './input-store.ts';
import { listInputs } from './inputs.ts';
import { loadSiteRules } from './load-rules.ts';
import { readArticlesOf } from './read-articles.ts';
import { CommandError, type ExitCode, type Streams } from './streams.ts';

/** Runs `winnow site suggest`: writes proposed rules to standard output, what they rest on to standard error. */
export async function runSiteSuggest(
  paths: readonly string[],
  flags: { readonly sites?: string },
  streams: Streams,
): Promise<ExitCode> {
  const { files, problems } = await listInputs(paths, null);
  for (const problem of problems) streams.stderr.write(`winnow: ${problem}\n`);
  const store = new InputStore(files, streams.stdin, null);
  const options = flags.sites === undefined ? {} : { siteRules: await loadSiteRules(flags.sites, streams) };
  const pages: SitePage[] = [];
  for (const input of files) {
    const name = nameOf(input);
    const { body } = await store.get(input, { maxBytes: DEFAULT_MAX_BYTES });
    try {
      pages.push(...(await readPages(name, input.key, body, options)));
    } catch (error) {
      if (!(error instanceof CleaningError)) throw error;
    }
  }
  if (pages.length === 0)
    throw new CommandError(
      1,
      'no page says where it is from: give scraped records with "url", or pages with a canonical link',
    );
  const suggestions = suggestRules(pages);
  for (const { host, pages: count, strips, patterns } of suggestions) {
    streams.stderr.write(`winnow: ${host}: ${count} pages, ${strips} elements and ${patterns} texts repeat\n`);
  }
  if (suggestions.length === 0) streams.stderr.write('winnow: nothing is kept on three pages of one site\n');
  streams.stdout.write(suggestions.map(({ yaml }) => yaml).join('---\n'));
  return problems.length === 0 ? 0 : 1;
}

async function readPages(
  name: string,
  key: string,
  stored: Uint8Array,
  options: Parameters<typeof cleanArticle>[2],
): Promise<readonly SitePage[]> {
  const articles = await readArticlesOf(stored, key, name);
  return articles.flatMap((article): readonly SitePage[] => {
    if ('error' in article) return [];
    try {
      const record = cleanArticle(article.body, article.info, options);
      const url = record.url ?? record.canonicalUrl;
      if (url === undefined) return [];
      const source = typeof article.body === 'string' ? article.body : new TextDecoder().decode(article.body);
      const host = new URL(url).hostname.replace(/^www\./, '');
      return [{ host, source, isHtml: record.layout === undefined, record }];
    } catch (error) {
      if (error instanceof CleaningError) return [];
      throw error;
    }
  });
}
