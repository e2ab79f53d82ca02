import { CleaningError } from '../core/errors.ts';

/**
 * How a body holds its articles: it is one, it is one scraped record of JSON or an array of them, it has one such record
 * a line, or it is a WARC file of pages.
 */
export interface Container {
  readonly kind: 'article' | 'record' | 'records' | 'warc';
  /** Of the article, for its parser; absent when only its content can tell. */
  readonly mediaType?: string;
}

const ACCEPTED = 'HTML, plain text, Markdown, a JSON record, JSON lines or WARC';

const BY_MEDIA_TYPE: Readonly<Record<string, Container['kind']>> = {
  'text/html': 'article',
  'application/xhtml+xml': 'article',
  'text/plain': 'article',
  'text/markdown': 'article',
  'text/x-markdown': 'article',
  'application/json': 'record',
  'text/json': 'record',
  'application/x-ndjson': 'records',
  'application/ndjson': 'records',
  'application/jsonl': 'records',
  'application/x-jsonlines': 'records',
  'application/json-lines': 'records',
  'application/x-jsonl': 'records',
  'application/warc': 'warc',
};

const BY_EXTENSION: Readonly<Record<string, Container>> = {
  html: { kind: 'article', mediaType: 'text/html' },
  htm: { kind: 'article', mediaType: 'text/html' },
  xhtml: { kind: 'article', mediaType: 'application/xhtml+xml' },
  txt: { kind: 'article', mediaType: 'text/plain' },
  text: { kind: 'article', mediaType: 'text/plain' },
  md: { kind: 'article', mediaType: 'text/markdown' },
  markdown: { kind: 'article', mediaType: 'text/markdown' },
  json: { kind: 'record' },
  jsonl: { kind: 'records' },
  ndjson: { kind: 'records' },
  warc: { kind: 'warc' },
};

/** Types that say nothing of the content: what uploaders send when they do not know, and the types of compression. */
const GENERIC =
  /^(?:(?:application|binary)\/octet-stream|application\/(?:x-)?gzip|application\/x-(?:www-form-urlencoded|brotli)|application\/unknown)?$/;

const WARC_START = /^WARC\/\d/;
/** What is plainly a page is one, whatever it was sent as. */
const PAGE_START = /^(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!doctype\s{1,5}html\b|<html[\s>])/i;

/** First characters, as latin1, of what is no text. */
const SIGNATURES: readonly (readonly [name: string, start: string])[] = [
  ['PDF', '%PDF-'],
  ['ZIP', 'PK\x03\x04'],
  ['PNG', '\x89PNG'],
  ['JPEG', '\xff\xd8\xff'],
  ['GIF', 'GIF87a'],
  ['GIF', 'GIF89a'],
  ['bzip2', 'BZh91AY&SY'],
  ['xz', '\xfd7zXZ\x00'],
  ['Zstandard', '\x28\xb5\x2f\xfd'],
  ['7-Zip', '7z\xbc\xaf\x27\x1c'],
  ['Parquet', 'PAR1'],
];

/**
 * Tells how a body holds its articles, from its first bytes, its Content-Type and its key, in that order of trust.
 *
 * @param body Decompressed.
 * @throws CleaningError `unsupported-type` naming what came and what is accepted.
 */
export function containerOf(body: Uint8Array, contentType: string | null, key: string, name: string): Container {
  const start = Buffer.from(body.subarray(0, 1024)).toString('latin1');
  const signature = SIGNATURES.find(([, first]) => start.startsWith(first));
  if (signature) throw unsupported(signature[0], name);

  if (WARC_START.test(start)) return { kind: 'warc' };
  const mediaType = (contentType ?? '').split(/[;,]/, 1)[0]?.trim().toLowerCase() ?? '';
  const extension = extensionOf(key);
  const byExtension = Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
  const isPage = PAGE_START.test(start);
  if (GENERIC.test(mediaType)) {
    if (isPage && byExtension?.kind !== 'article') return { kind: 'article', mediaType: 'text/html' };
    return byExtension ?? { kind: 'article' };
  }
  const kind = Object.hasOwn(BY_MEDIA_TYPE, mediaType) ? BY_MEDIA_TYPE[mediaType] : undefined;
  if (isPage && kind !== 'article') return { kind: 'article', mediaType: 'text/html' };
  if (kind === undefined) throw unsupported(mediaType.slice(0, 100), name);
  // A key says more than `text/plain`, and `application/json` is also what JSON lines are uploaded as.
  const refines = byExtension !== undefined && byExtension.mediaType !== 'text/html';
  if (refines && (mediaType === 'text/plain' || (kind === 'record' && byExtension.kind === 'records')))
    return byExtension;
  return kind === 'article' ? { kind, mediaType: declaredType(contentType ?? mediaType) } : { kind };
}

/** The first type of a list, without characters that no media type has. */
function declaredType(contentType: string): string {
  return (contentType.split(',', 1)[0] ?? '').replace(/[^\x20-\x7e]/g, '').trim();
}

/** The encoding that a key's last extension names, where Content-Encoding says nothing. */
export function encodingOf(key: string): string | null {
  return /\.br$/i.test(key) ? 'br' : /\.zst$/i.test(key) ? 'zstd' : null;
}

/** Whether an object says that it holds many records that are counted one by one, so that a cut end costs only the last. */
export function saysWarc(contentType: string | null, key: string): boolean {
  return extensionOf(key) === 'warc' || /^application\/warc\b/i.test(contentType ?? '');
}

function extensionOf(key: string): string {
  const name = key.slice(key.lastIndexOf('/') + 1).replace(/\.(?:gz|gzip|br|zst)$/i, '');
  return /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

function unsupported(got: string, name: string): CleaningError {
  return new CleaningError('unsupported-type', `expected ${ACCEPTED}, got ${got} (${name})`);
}
