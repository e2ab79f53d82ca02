import type { SourceInfo } from '../source.ts';

/** One scraped record out of a JSON value: what to clean and what the scraper knew about it. */
export interface ScrapedRecord {
  readonly body: Uint8Array | string;
  readonly info: SourceInfo;
}

/**
 * Reads `{"id"?, "url"?, "contentType"?, "fetchedAt"?, "body" | "html" | "text" | "markdown", "isBase64Encoded"?}`.
 *
 * @param json One JSON text, such as a line of JSONL.
 * @param base What is known of the container; `recordId`, `url`, `mediaType` and `fetchedAt` come from the record.
 * @throws CleaningError `invalid-json` or `schema`; its message names the container and the record index.
 */
export function readScrapedRecord(_json: string, _base: SourceInfo): ScrapedRecord {
  throw new Error('to come');
}
