import type { ArticleRecord } from '../record.ts';
import { toDolma } from './dolma.ts';
import { toFineWebRow } from './fineweb.ts';
import type { JsonExport } from './json-exports.ts';
import { toJsonFeedItem } from './json-feed.ts';
import { toNewsArticle } from './news-article.ts';
import { toNinjs } from './ninjs.ts';

const WRITERS: { readonly [K in JsonExport]: (record: ArticleRecord) => object } = {
  jsonld: toNewsArticle,
  ninjs: toNinjs,
  jsonfeed: toJsonFeedItem,
  fineweb: toFineWebRow,
  dolma: (record) => toDolma(record),
};

/** Writes a record in one of these forms. */
export function exportRecord(record: ArticleRecord, format: JsonExport): object {
  return WRITERS[format](record);
}
