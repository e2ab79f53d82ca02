import type { ArticleRecord } from '../record.ts';
import { htmlView } from '../render/html-view.ts';
import { present } from './present.ts';
import { pageUri, timeOnly, webUri } from './uri.ts';

/** One entry of `items`. @see https://www.jsonfeed.org/version/1.1/ */
export interface JsonFeedItem {
  /** The page's address; without one the `id` of the record. */
  readonly id: string;
  readonly url?: string;
  readonly title?: string;
  readonly content_html: string;
  readonly content_text: string;
  readonly summary?: string;
  readonly image?: string;
  /** Absent where the source gives the day alone, which then stands in `_winnow`. */
  readonly date_published?: string;
  readonly date_modified?: string;
  readonly authors?: readonly { readonly name: string; readonly url?: string }[];
  readonly tags?: readonly string[];
  readonly language?: string;
  readonly _winnow: JsonFeedExtension;
}

/** What the format has no key for. */
export interface JsonFeedExtension {
  readonly about: 'https://www.npmjs.com/package/winnower';
  readonly id: string;
  readonly kind: string;
  readonly section?: string;
  readonly day_published?: string;
  readonly day_modified?: string;
  readonly quality: number;
}

/** Writes a record as an item of JSON Feed 1.1, which feed readers take in. */
export function toJsonFeedItem(record: ArticleRecord): JsonFeedItem {
  const url = pageUri(record);
  return present<JsonFeedItem>({
    id: url ?? record.id,
    url,
    title: record.title,
    content_html: htmlView(undefined, record.blocks),
    content_text: record.text,
    summary: record.subtitle,
    image: record.images?.flatMap((image) => webUri(image.url) ?? [])[0],
    date_published: timeOnly(record.datePublished),
    date_modified: timeOnly(record.dateModified),
    authors: record.authors?.map(({ name, url }) =>
      present<{ name: string; url?: string }>({ name, url: webUri(url) }),
    ),
    tags: record.tags,
    language: record.language,
    _winnow: present<JsonFeedExtension>({
      about: 'https://www.npmjs.com/package/winnower',
      id: record.id,
      kind: record.kind,
      section: record.section,
      day_published: bareDate(record.datePublished),
      day_modified: bareDate(record.dateModified),
      quality: record.quality.score,
    }),
  });
}

function bareDate(date: string | undefined): string | null {
  return date !== undefined && timeOnly(date) === null ? date : null;
}
