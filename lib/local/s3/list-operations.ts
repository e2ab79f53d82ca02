import type { BucketExchange, Reply } from './exchange.ts';
import { xmlReply } from './exchange.ts';
import { type Entry, keyWriter, listPage, type Page, readMaxKeys, readToken, writeToken } from './listing.ts';
import type { Bucket, ObjectVersion } from './versions.ts';
import { element, textElement, xmlDocument } from './xml.ts';

type WriteKey = (key: string) => string;

/** ListObjectsV2, and ListObjects for old clients. */
export async function listObjects({ bucket, query }: BucketExchange): Promise<Reply> {
  const isV2 = query.get('list-type') === '2';
  const write = keyWriter(query.get('encoding-type'));
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const maxKeys = readMaxKeys(query.get('max-keys'));
  const token = query.get('continuation-token');
  const start = query.get(isV2 ? 'start-after' : 'marker');
  const after: Entry | null = token !== null ? readToken(token) : start ? readMarker(start, prefix, delimiter) : null;
  const keys = bucket.keys().filter((key) => bucket.current(key) !== null);
  const page = listPage(keys, { prefix, delimiter, after, maxKeys });
  return xmlReply(
    xmlDocument(
      'ListBucketResult',
      textElement('Name', bucket.name),
      textElement('Prefix', write(prefix)),
      optional('Delimiter', delimiter, write),
      textElement('MaxKeys', maxKeys),
      optional('EncodingType', query.get('encoding-type') ?? ''),
      textElement('IsTruncated', page.next !== null),
      isV2 ? textElement('KeyCount', page.entries.length) : textElement('Marker', write(start ?? '')),
      isV2 ? optional('ContinuationToken', token ?? '') : '',
      isV2 ? optional('StartAfter', start ?? '', write) : '',
      page.next ? nextMarker(page.next, isV2, write) : '',
      ...contents(page, bucket, write),
      ...commonPrefixes(page, write),
    ),
  );
}

/** Old clients continue with the last entry as marker, which may be a common prefix. */
function readMarker(marker: string, prefix: string, delimiter: string): Entry {
  const isGroup = delimiter !== '' && marker.startsWith(prefix) && marker.endsWith(delimiter) && marker !== prefix;
  return isGroup ? { commonPrefix: marker } : { key: marker };
}

function nextMarker(next: Entry, isV2: boolean, write: WriteKey): string {
  if (isV2) return textElement('NextContinuationToken', writeToken(next));
  return textElement('NextMarker', write('key' in next ? next.key : next.commonPrefix));
}

function contents(page: Page, bucket: Bucket, write: WriteKey): string[] {
  return page.entries.flatMap((entry) => {
    const version = 'key' in entry ? bucket.current(entry.key) : null;
    return version ? [element('Contents', textElement('Key', write(version.key)), ...facts(version))] : [];
  });
}

function facts(version: ObjectVersion): string[] {
  return [
    textElement('LastModified', version.lastModified.toISOString()),
    textElement('ETag', `"${version.etag}"`),
    textElement('Size', version.blob.size),
    textElement('StorageClass', 'STANDARD'),
  ];
}

function commonPrefixes(page: Page, write: WriteKey): string[] {
  return page.entries.flatMap((entry) =>
    'commonPrefix' in entry ? [element('CommonPrefixes', textElement('Prefix', write(entry.commonPrefix)))] : [],
  );
}

function optional(name: string, value: string, write: WriteKey = (text) => text): string {
  return value === '' ? '' : textElement(name, write(value));
}

/** ListObjectVersions: by key, the newest version first. Pages break between keys, so one may be longer than asked. */
export async function listObjectVersions({ bucket, query }: BucketExchange): Promise<Reply> {
  const write = keyWriter(query.get('encoding-type'));
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const maxKeys = readMaxKeys(query.get('max-keys'));
  const marker = query.get('key-marker') ?? '';
  const after = marker === '' ? null : readMarker(marker, prefix, delimiter);
  const page = listPage(bucket.keys(), { prefix, delimiter, after, maxKeys });
  const next = page.next && ('key' in page.next ? page.next.key : page.next.commonPrefix);
  const entries = page.entries.flatMap((entry) => ('key' in entry ? versionEntries(bucket, entry.key, write) : []));
  return xmlReply(
    xmlDocument(
      'ListVersionsResult',
      textElement('Name', bucket.name),
      textElement('Prefix', write(prefix)),
      textElement('KeyMarker', write(marker)),
      optional('Delimiter', delimiter, write),
      textElement('MaxKeys', maxKeys),
      optional('EncodingType', query.get('encoding-type') ?? ''),
      textElement('IsTruncated', next !== null),
      next === null ? '' : textElement('NextKeyMarker', write(next)),
      ...entries,
      ...commonPrefixes(page, write),
    ),
  );
}

function versionEntries(bucket: Bucket, key: string, write: WriteKey): string[] {
  return bucket
    .versions(key)
    .map((version, index) =>
      element(
        version.isDeleteMarker ? 'DeleteMarker' : 'Version',
        textElement('Key', write(key)),
        textElement('VersionId', version.versionId),
        textElement('IsLatest', index === 0),
        ...(version.isDeleteMarker
          ? [textElement('LastModified', version.lastModified.toISOString())]
          : facts(version)),
      ),
    );
}
