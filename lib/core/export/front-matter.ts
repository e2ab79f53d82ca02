import { stringify } from 'yaml';
import type { ArticleRecord } from '../record.ts';
import { markdownView } from '../render/markdown-view.ts';
import { present } from './present.ts';

/** The keys of the front matter, those that Hugo, Jekyll, Pandoc and Obsidian read first. */
export interface FrontMatter {
  readonly title?: string;
  readonly subtitle?: string;
  readonly author?: readonly string[];
  /** `datePublished`. */
  readonly date?: string;
  /** `dateModified`. */
  readonly lastmod?: string;
  readonly url?: string;
  readonly site?: string;
  readonly section?: string;
  readonly tags?: readonly string[];
  readonly lang?: string;
  readonly kind: string;
  readonly id: string;
}

/** Writes a record as Markdown under a block of YAML; ends with a line feed. */
export function toMarkdownDocument(record: ArticleRecord): string {
  const fields = present<FrontMatter>({
    title: record.title,
    subtitle: record.subtitle,
    author: record.authors?.map(({ name }) => name),
    date: record.datePublished,
    lastmod: record.dateModified,
    url: record.canonicalUrl ?? record.url,
    site: record.site?.name ?? record.site?.domain,
    section: record.section,
    tags: record.tags,
    lang: record.language,
    kind: record.kind,
    id: record.id,
  });
  // Many readers are of YAML 1.1, where a bare `no` is a boolean: such strings are quoted.
  const yaml = stringify(fields, { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false });
  const [first] = record.blocks;
  const repeats = first?.type === 'heading' && first.text === record.title;
  return `---\n${yaml}---\n\n${markdownView(repeats ? undefined : record.title, record.blocks)}\n`;
}
