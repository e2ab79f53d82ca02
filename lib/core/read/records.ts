import { CleaningError } from '../errors.ts';
import type { SourceInfo } from '../source.ts';
import { nameOf } from './input-name.ts';

/** One scraped record out of a JSON value: what to clean and what the scraper knew about it. */
export interface ScrapedRecord {
  readonly body: Uint8Array | string;
  readonly info: SourceInfo;
}

/**
 * Which key holds the content, and the media type that the key implies. The first four are the documented ones; the
 * others are what exporters of content systems and scrapers name it.
 */
const BODIES: readonly (readonly [key: string, mediaType: string | null])[] = [
  ['body', null],
  ['html', 'text/html'],
  ['markdown', 'text/markdown'],
  ['text', 'text/plain'],
  ['body_html', 'text/html'],
  ['bodyHtml', 'text/html'],
  ['content_html', 'text/html'],
  ['contentHtml', 'text/html'],
  ['raw_html', 'text/html'],
  ['rawHtml', 'text/html'],
  ['page_html', 'text/html'],
  ['content', null],
  ['raw_content', null],
  ['page', null],
  ['md', 'text/markdown'],
  ['articleBody', 'text/plain'],
  ['article_text', 'text/plain'],
  ['body_text', 'text/plain'],
  ['content_text', 'text/plain'],
  ['full_text', 'text/plain'],
  ['plain_text', 'text/plain'],
];

/** Of a record's id, in UTF-16 units. */
const MAX_ID_LENGTH = 1024;

/** Further names of the page's address. */
const URLS = ['url', 'uri', 'link', 'source_url', 'sourceUrl'];

/**
 * Reads `{"id"?, "url"?, "contentType"?, "fetchedAt"?, "body" | "html" | "text" | "markdown", "isBase64Encoded"?}`, or
 * the same under the names that exporters use. What is given about the page but is no string is passed over.
 *
 * @param json One JSON text, such as a line of JSONL.
 * @param base What is known of the container; `recordId`, `url`, `mediaType` and `fetchedAt` come from the record.
 * @throws CleaningError `invalid-json` or `schema`; its message names the container and the record index.
 */
export function readScrapedRecord(json: string, base: SourceInfo): ScrapedRecord {
  return toScrapedRecord(parseJson(json, base), base);
}

/**
 * Reads a value already parsed, as `readScrapedRecord` does.
 *
 * @throws CleaningError `schema`
 */
export function toScrapedRecord(value: unknown, base: SourceInfo): ScrapedRecord {
  if (!isObject(value)) throw wrong('a JSON object', describe(value), base);
  const id = value.id;
  const recordId = typeof id === 'string' ? printable(id) : typeof id === 'number' ? String(id) : undefined;
  const info: SourceInfo = {
    ...base,
    ...(recordId !== undefined && { recordId }),
    ...text(value, URLS, 'url'),
    ...text(value, ['contentType'], 'mediaType'),
    ...text(value, ['fetchedAt'], 'fetchedAt'),
  };
  const [key, mediaType] = BODIES.find(([name]) => Object.hasOwn(value, name) && value[name] != null) ?? [];
  if (key === undefined) throw wrong('one of "body", "html", "markdown" or "text"', `keys ${keys(value)}`, base);
  const body = value[key];
  if (typeof body !== 'string') throw wrong(`"${key}" to be a string`, describe(body), base);
  const given = mediaType === null || mediaType === undefined ? info : { ...info, mediaType };
  if (value.isBase64Encoded !== true) return { body, info: given };
  return { body: fromBase64(body, base), info: given };
}

/** The id that a record gives, for its quarantine line; `null` when the JSON cannot be read or gives none. */
export function recordIdOf(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json);
    const id = isObject(value) ? value.id : null;
    return typeof id === 'string' || typeof id === 'number' ? printable(String(id)) : null;
  } catch {
    return null;
  }
}

/** @throws CleaningError `invalid-json` */
export function parseJson(json: string, base: SourceInfo): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    // The parser's own message quotes the source, which must not reach logs.
    throw new CleaningError(
      'invalid-json',
      `expected a JSON object, got ${JSON.stringify(json.length)} characters that are no JSON (${nameOf(base)})`,
      { cause },
    );
  }
}

/** An id as it can stand in a record: well-formed, without controls. */
function printable(id: string): string {
  return id
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, MAX_ID_LENGTH);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(
  value: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  target: 'url' | 'mediaType' | 'fetchedAt',
): Partial<SourceInfo> {
  const found = keys.map((key) => value[key]).find((candidate) => typeof candidate === 'string');
  return found === undefined ? {} : { [target]: found };
}

function fromBase64(body: string, base: SourceInfo): Uint8Array {
  try {
    return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  } catch (cause) {
    throw new CleaningError('decode-error', `expected base64 in "body" (${nameOf(base)})`, { cause });
  }
}

function wrong(expected: string, got: string, base: SourceInfo): CleaningError {
  return new CleaningError('schema', `expected ${expected}, got ${got} (${nameOf(base)})`);
}

function describe(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

function keys(value: object): string {
  return JSON.stringify(
    Object.keys(value)
      .slice(0, 10)
      .map((key) => key.slice(0, 40)),
  );
}
