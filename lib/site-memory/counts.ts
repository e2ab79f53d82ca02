import { parseInline } from '../core/parse/inline.ts';
import { countWords } from '../core/parse/words.ts';
import type { ArticleRecord } from '../core/record.ts';
import { paragraphHash } from '../core/site/paragraph-hash.ts';
import { hostOf, MEMORY_RULE, MEMORY_WORDS } from '../core/site/site-memory.ts';
import { sha256 } from '../io/sha256.ts';

/** Stories that are told apart for each paragraph: more would not change what is done with it. */
export const MAX_STORIES = 16;
/** Hexadecimal digits of the hash that stands for a story: among a million of one site two share one by a chance of 1 in 30 million. */
const STORY_DIGITS = 16;

/**
 * Paragraphs of cleaned records, by host, each with the stories that it stands in. Order does not count, records that come twice
 * do not count twice, and counting parts and merging them gives what counting the whole gives: of the stories of a paragraph
 * those with the smallest hashes are kept, whatever came first.
 */
export class ParagraphCounts {
  /** By host and hash of the paragraph: hashes of stories in ascending order, at most `MAX_STORIES`. */
  readonly hosts = new Map<string, Map<string, readonly string[]>>();

  /** Adds the paragraphs of a record; one without an address belongs to no site and is passed over. */
  add(record: Pick<ArticleRecord, 'url' | 'canonicalUrl' | 'title' | 'blocks' | 'removed'>): void {
    const url = record.canonicalUrl ?? record.url;
    const host = url === undefined ? null : hostOf(url);
    if (url === undefined || host === null) return;
    const story = storyOf(url, record.title);
    for (const text of textsOf(record)) {
      const hash = countWords(text) < MEMORY_WORDS ? null : paragraphHash(text, sha256);
      if (hash !== null) this.count(host, hash, [story]);
    }
  }

  /** Adds what was counted elsewhere. */
  merge(other: ParagraphCounts): void {
    for (const [host, paragraphs] of other.hosts) {
      for (const [hash, stories] of paragraphs) this.count(host, hash, stories);
    }
  }

  count(host: string, hash: string, stories: readonly string[]): void {
    let paragraphs = this.hosts.get(host);
    if (paragraphs === undefined) {
      paragraphs = new Map();
      this.hosts.set(host, paragraphs);
    }
    const known = paragraphs.get(hash);
    if (known === undefined) paragraphs.set(hash, [...stories].sort().slice(0, MAX_STORIES));
    else if (stories.some((story) => !known.includes(story))) {
      paragraphs.set(hash, [...new Set([...known, ...stories])].sort().slice(0, MAX_STORIES));
    }
  }
}

/** Texts of a record, with those that a memory removed: else a snapshot would forget what the one before it taught. */
function* textsOf({ blocks, removed }: Pick<ArticleRecord, 'blocks' | 'removed'>): Generator<string> {
  for (const block of blocks) {
    if (block.type === 'list') for (const { text } of block.items) yield text;
    else yield block.text;
  }
  for (const { rule, text } of removed) {
    // Of Markdown the source is told, in which links have addresses.
    if (rule === MEMORY_RULE) yield text.includes('](') ? parseInline(text).text : text;
  }
}

/** Versions of a story under other addresses share its title, so the title stands for it where there is one. */
function storyOf(url: string, title: string | undefined): string {
  const letters =
    title
      ?.toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? url;
  return sha256(letters).slice(0, STORY_DIGITS);
}
