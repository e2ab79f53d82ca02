import type { IncomingHttpHeaders } from 'node:http';
import { parseCopySource } from './address.ts';
import { digestBlob } from './blob.ts';
import { receiveBody } from './body.ts';
import { checkRead, checkWrite, readConditions } from './conditions.ts';
import { S3Error } from './errors.ts';
import { createdEvent, removedEvent } from './events.ts';
import { type Exchange, header, type ObjectExchange, type Reply, versionHeader, xmlReply } from './exchange.ts';
import type { ObjectVersion } from './versions.ts';
import { textElement, xmlDocument } from './xml.ts';

const KEPT_HEADERS = [
  'content-type',
  'content-encoding',
  'content-language',
  'content-disposition',
  'cache-control',
  'expires',
];

/** What is stored of the headers of an upload. */
export function objectHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const kept: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string' && (KEPT_HEADERS.includes(name) || name.startsWith('x-amz-meta-')))
      kept[name] = value;
  }
  // `aws-chunked` says how the body was sent, not what it is.
  const encodings = (kept['content-encoding'] ?? '').split(',').map((coding) => coding.trim());
  delete kept['content-encoding'];
  const encoding = encodings.filter((coding) => coding !== '' && coding !== 'aws-chunked').join(',');
  return encoding === '' ? kept : { ...kept, 'content-encoding': encoding };
}

export async function putObject({ service, bucket, key, request, headers, requestId }: ObjectExchange): Promise<Reply> {
  const conditions = readConditions(headers);
  checkWrite(conditions, bucket.current(key));
  const body = await receiveBody(request, service.folder);
  // Once more, in the same turn as the write: another upload may have ended while this one came in.
  checkWrite(conditions, bucket.current(key));
  const { blob, md5, checksums } = body;
  const version = bucket.put(key, { blob, etag: md5, headers: objectHeaders(headers), checksums });
  service.publish(createdEvent('ObjectCreated:Put', bucket.name, requestId, version));
  return { status: 200, headers: { etag: `"${md5}"`, ...checksums, ...versionHeader(bucket, version) } };
}

export async function getObject({ bucket, key, query, headers }: ObjectExchange): Promise<Reply> {
  const version = bucket.find(key, query.get('versionId'));
  checkRead(readConditions(headers), version);
  const { size } = version.blob;
  const common = { ...describe(version, headers), ...versionHeader(bucket, version) };
  const range = parseRange(headers.range, size);
  if (!range) return { status: 200, headers: common, body: { blob: version.blob, start: 0, end: size } };
  const contentRange = `bytes ${range.start}-${range.end - 1}/${size}`;
  // A checksum of the whole says nothing about a part.
  const rest = Object.entries(common).filter(([name]) => !name.startsWith('x-amz-checksum-'));
  return {
    status: 206,
    headers: { ...Object.fromEntries(rest), 'content-range': contentRange },
    body: { blob: version.blob, ...range },
  };
}

export async function headObject(exchange: ObjectExchange): Promise<Reply> {
  const { body, ...reply } = await getObject(exchange);
  return body && 'blob' in body ? { ...reply, length: body.end - body.start } : reply;
}

function describe(version: ObjectVersion, request: IncomingHttpHeaders): Record<string, string> {
  return {
    ...version.headers,
    ...(header(request, 'x-amz-checksum-mode') === 'ENABLED' ? version.checksums : {}),
    etag: `"${version.etag}"`,
    'last-modified': version.lastModified.toUTCString(),
    'accept-ranges': 'bytes',
  };
}

/** Several ranges at once, and what is no range of bytes, give the whole object. */
function parseRange(text: string | undefined, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(text ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(Number(last) + 1, size);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  if (start >= size || start >= end) {
    throw new S3Error(
      'InvalidRange',
      'The requested range is not satisfiable',
      {},
      { 'content-range': `bytes */${size}` },
    );
  }
  return { start, end };
}

export async function deleteObject({
  service,
  bucket,
  key,
  query,
  headers,
  requestId,
}: ObjectExchange): Promise<Reply> {
  const versionId = query.get('versionId');
  checkWrite({ ...readConditions(headers), ifNoneMatch: null }, bucket.current(key));
  const deletion = bucket.delete(key, versionId);
  const event = removedEvent(bucket.name, requestId, key, deletion);
  if (event) service.publish(event);
  const version = deletion.marker ?? deletion.removed;
  if (!version) return { status: 204 };
  const marker = version.isDeleteMarker ? { 'x-amz-delete-marker': 'true' } : {};
  return { status: 204, headers: { ...marker, ...versionHeader(bucket, version) } };
}

/** The object that a copy reads, after its conditions. */
export function copySource({ service, headers }: Exchange): {
  version: ObjectVersion;
  headers: Record<string, string>;
} {
  const source = parseCopySource(header(headers, 'x-amz-copy-source') ?? '');
  const bucket = service.bucket(source.bucket);
  const version = bucket.find(source.key, source.versionId);
  try {
    checkRead(readConditions(headers, 'x-amz-copy-source-'), version);
  } catch (error) {
    if (!(error instanceof S3Error) || error.code !== 'NotModified') throw error;
    throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
  const id = bucket.versioning === null ? {} : { 'x-amz-copy-source-version-id': version.versionId };
  return { version, headers: id };
}

export async function copyObject(exchange: ObjectExchange): Promise<Reply> {
  const { service, bucket, key, headers, requestId } = exchange;
  const source = copySource(exchange);
  const { blob, checksums } = source.version;
  const etag = await digestBlob(blob);
  checkWrite(readConditions(headers), bucket.current(key));
  const replaces = header(headers, 'x-amz-metadata-directive') === 'REPLACE';
  const kept = replaces ? objectHeaders(headers) : source.version.headers;
  const version = bucket.put(key, { blob, etag, headers: kept, checksums });
  service.publish(createdEvent('ObjectCreated:Copy', bucket.name, requestId, version));
  const body = xmlDocument('CopyObjectResult', ...copyResult(version.etag, version.lastModified));
  const reply = xmlReply(body);
  return { ...reply, headers: { ...reply.headers, ...source.headers, ...versionHeader(bucket, version) } };
}

export function copyResult(etag: string, lastModified: Date): string[] {
  return [textElement('LastModified', lastModified.toISOString()), textElement('ETag', `"${etag}"`)];
}
