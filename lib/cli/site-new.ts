import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ArticleRecord } from '../core/record.ts';
import { cleanArticle } from '../index.ts';
import { draftRule } from '../site-rules/draft-rule.ts';
import { CommandError, type ExitCode, type Streams } from './streams.ts';

export interface SiteNewFlags {
  /** Folder of the rules. */
  readonly out: string;
  /** Address of the page, for a file. */
  readonly url?: string;
}

/** Bytes of a page that are fetched. */
const MAX_PAGE_BYTES = 10 * 1024 * 1024;
const FETCH_TIMEOUT_MS = 20_000;

/** Runs `winnow site new`: writes a rule for the site of a page, with the page as its first sample. */
export async function runSiteNew(page: string, flags: SiteNewFlags, { stdout }: Streams): Promise<ExitCode> {
  const isUrl = /^https?:\/\//.test(page);
  const body = isUrl ? await fetchPage(page) : await readFile(page);
  const record = cleanArticle(body, { uri: page, mediaType: 'text/html', ...(isUrl && { url: page }) });
  const url = flags.url ?? (isUrl ? page : record.canonicalUrl);
  if (url === undefined || !URL.canParse(url)) {
    throw new CommandError(2, `${page} does not say where it is from: add --url https://example.org/story`);
  }
  const site = new URL(url).hostname.replace(/^www\./, '');
  const sample = `samples/${site}/${sampleName(isUrl ? new URL(page).pathname : page)}`;
  const yaml = draftRule({ site, url, sample, source: new TextDecoder().decode(body), record });
  const file = join(flags.out, `${site}.yaml`);
  await mkdir(join(flags.out, 'samples', site), { recursive: true });
  await writeFresh(file, yaml);
  await writeFile(join(flags.out, sample), body);
  stdout.write(`${file} is written, with ${join(flags.out, sample)} as its sample.\n${nextSteps(flags.out, record)}`);
  return 0;
}

function nextSteps(out: string, { text, removed }: ArticleRecord): string {
  const words = text.split(/\s+/).length;
  return `Without the rule ${words} words are kept and ${removed.length} blocks removed.\nNext: edit it, then: winnow site test ${out}\n`;
}

async function writeFresh(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const isThere = typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
    if (!isThere) throw error;
    throw new CommandError(1, `${file} is there already: add to it, or name another folder with --out`);
  }
}

function sampleName(path: string): string {
  const name = basename(path).replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return /\.html?$/.test(name) ? name : `${name === '' ? 'page' : name}.html`;
}

async function fetchPage(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) }).catch((error: unknown) => {
    throw new CommandError(
      1,
      `${url} cannot be fetched (${String(error)}): save the page and name the file, with --url`,
    );
  });
  if (!response.ok)
    throw new CommandError(1, `${url} answers ${response.status}: save the page and name the file, with --url`);
  const body = new Uint8Array(await response.arrayBuffer());
  if (body.length > MAX_PAGE_BYTES)
    throw new CommandError(1, `${url} has ${body.length} bytes, more than a page may have`);
  return body;
}
