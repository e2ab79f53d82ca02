import type { ArticleDocument, PageHead } from '../document.ts';

/** Names of front matter keys in the vocabulary of page heads, which the metadata stage reads. */
const META_NAMES: Readonly<Record<string, string>> = {
  title: 'og:title',
  author: 'author',
  authors: 'author',
  byline: 'author',
  date: 'article:published_time',
  published: 'article:published_time',
  pubdate: 'article:published_time',
  publishedtime: 'article:published_time',
  datepublished: 'article:published_time',
  updated: 'article:modified_time',
  lastmod: 'article:modified_time',
  modified: 'article:modified_time',
  tags: 'article:tag',
  keywords: 'article:tag',
  category: 'article:section',
  categories: 'article:section',
  section: 'article:section',
  description: 'description',
  excerpt: 'description',
  summary: 'description',
  sitename: 'og:site_name',
  site: 'og:site_name',
  hostname: 'og:site_name',
  lang: 'language',
  language: 'language',
};
const URL_KEYS = new Set(['url', 'link', 'source', 'canonical', 'canonicalurl', 'urlsource']);

const FIELD = /^["']?([\w.-]+(?: [\w.-]+)*)["']?\s*:\s*(\S.*|)$/;
const ITEM = /^\s*-\s+(\S.*)$/;
const MAX_VALUE = 500;

/** What services that read pages for language models write above the text: three lines of their own, and others between them. */
const READER = { first: /^Title: /, source: /^URL Source: /, last: /^(?:Markdown|Text) Content:$/ } as const;
/** Blocks among which the last of these lines stands. */
const MAX_READER_BLOCKS = 8;

type LineSource = Pick<ArticleDocument, 'format' | 'source' | 'blocks'>;

/** The front matter of a source: how many blocks it takes, and its lines. */
export interface FrontMatter {
  readonly blocks: number;
  readonly text: string;
}

/**
 * The front matter at the very start of a source: fenced keys of Markdown, or the lines of a reading service; `null` without any.
 * Rules of dashes part the notes of a plain text.
 */
export function findFrontMatter({ format, source, blocks }: LineSource): FrontMatter | null {
  const [first] = blocks;
  if (first === undefined || first.range === null) return null;
  if (first.kind === 'code') {
    const isFenced = format === 'markdown' && source?.slice(first.range.start, first.range.start + 3) === '---';
    return isFenced ? { blocks: 1, text: first.text } : null;
  }
  if (!READER.first.test(first.text)) return null;
  const texts = blocks.slice(0, MAX_READER_BLOCKS).map(({ text }) => text);
  const last = texts.findIndex((text) => READER.last.test(text));
  const head = texts.slice(0, Math.max(0, last));
  return head.some((text) => READER.source.test(text)) ? { blocks: last + 1, text: head.join('\n') } : null;
}

/**
 * Reads front matter as a page head: `key: value` lines, `[a, b]` and `- a` lists. Anything deeper is passed over.
 *
 * @param text The lines between the two rules.
 */
export function readFrontMatter(text: string): Pick<PageHead, 'metas' | 'canonicalUrl'> {
  const metas: { name: string; content: string }[] = [];
  let canonicalUrl: string | null = null;
  let key = '';
  for (const line of text.split('\n')) {
    const item = ITEM.exec(line)?.[1];
    const field = item === undefined ? FIELD.exec(line.trimStart()) : null;
    if (field) key = (field[1] ?? '').toLowerCase().replace(/[\s_.-]/g, '');
    const values = item === undefined ? listOf(field?.[2] ?? '') : [item];
    const name = Object.hasOwn(META_NAMES, key) ? META_NAMES[key] : undefined;
    for (const value of values.map(unquote).filter((one) => one !== '')) {
      if (name !== undefined) metas.push({ name, content: value.slice(0, MAX_VALUE) });
      if (URL_KEYS.has(key) && /^https?:\/\//i.test(value)) canonicalUrl ??= value;
    }
  }
  return { metas, canonicalUrl };
}

function listOf(value: string): readonly string[] {
  const list = /^\[(.*)\]$/.exec(value.trim())?.[1];
  return list === undefined ? [value] : list.split(',');
}

function unquote(value: string): string {
  const text = value.trim();
  return /^(["']).*\1$/.test(text) && text.length > 1 ? text.slice(1, -1).trim() : text;
}
