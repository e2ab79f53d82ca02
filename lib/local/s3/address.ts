import { S3Error } from './errors.ts';

const MAX_KEY_BYTES = 1024;
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
/** Hosts that name no bucket end like this; what stands before is the bucket of a virtual-host address. */
const HOST = /^(?:(.+)\.)?(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** What a request is about; `null` for the service itself and for a bucket itself. */
export interface Address {
  readonly bucket: string | null;
  readonly key: string | null;
  readonly query: URLSearchParams;
}

/**
 * Reads `/bucket/key?query`, or `/key?query` at `bucket.localhost`. The path is taken as it was sent: `//`, `.` and
 * `..` are parts of a key, and `+` is a plus.
 *
 * @throws S3Error `InvalidURI`, `KeyTooLongError`
 */
export function parseAddress(url: string, host: string | undefined): Address {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
  const virtual = HOST.exec(host ?? '')?.[1]?.replace(/(?:^|\.)s3$/, '');
  const rest = path.slice(1);
  const slash = rest.indexOf('/');
  const [bucket, key] = virtual
    ? [virtual, rest]
    : slash < 0
      ? [rest, '']
      : [rest.slice(0, slash), rest.slice(slash + 1)];
  return { bucket: bucket === '' ? null : decode(bucket), key: key === '' ? null : checkKey(decode(key)), query };
}

/** Reads the header `x-amz-copy-source`. */
export function parseCopySource(header: string): { bucket: string; key: string; versionId: string | null } {
  const [path = '', query = ''] = header.replace(/^\//, '').split('?', 2);
  const slash = path.search(/\/|%2f/i);
  if (slash <= 0) throw new S3Error('InvalidArgument', 'Copy Source must mention the source bucket and key');
  const key = path.slice(slash).replace(/^(?:\/|%2f)/i, '');
  return { bucket: path.slice(0, slash), key: decode(key), versionId: new URLSearchParams(query).get('versionId') };
}

/** @throws S3Error `InvalidBucketName` */
export function checkBucketName(name: string): string {
  if (!BUCKET_NAME.test(name)) throw new S3Error('InvalidBucketName', `The specified bucket is not valid: ${name}`);
  return name;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
}

function checkKey(key: string): string {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw new S3Error('KeyTooLongError', 'Your key is too long');
  return key;
}
