import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { S3EventRecord } from 'aws-lambda';
import type { Blob, BlobFolder } from './blob.ts';
import { S3Error } from './errors.ts';
import type { MultipartUploads } from './multipart.ts';
import { Bucket, type ObjectVersion } from './versions.ts';

/** All that one server holds. */
export class Service {
  readonly buckets = new Map<string, Bucket>();
  #ticks = 0;

  constructor(
    readonly folder: BlobFolder,
    readonly uploads: MultipartUploads,
    readonly publish: (record: S3EventRecord) => void,
  ) {}

  readonly tick = (): number => ++this.#ticks;

  /** @throws S3Error `NoSuchBucket` */
  bucket(name: string): Bucket {
    const bucket = this.buckets.get(name);
    if (!bucket) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', { BucketName: name });
    return bucket;
  }

  /** @throws S3Error `BucketAlreadyOwnedByYou` */
  createBucket(name: string): Bucket {
    if (this.buckets.has(name)) {
      throw new S3Error('BucketAlreadyOwnedByYou', 'Your previous request to create the named bucket succeeded.');
    }
    const bucket = new Bucket(name, this.tick);
    this.buckets.set(name, bucket);
    return bucket;
  }
}

/** One request with what it is about. */
export interface Exchange {
  readonly service: Service;
  readonly request: IncomingMessage;
  readonly headers: IncomingHttpHeaders;
  readonly query: URLSearchParams;
  readonly requestId: string;
}

export interface BucketExchange extends Exchange {
  readonly bucket: Bucket;
}

export interface ObjectExchange extends BucketExchange {
  readonly key: string;
}

/** What goes back; the length is set from the body. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | { readonly blob: Blob; readonly start: number; readonly end: number };
  /** HEAD: the length of the body that GET would send. */
  readonly length?: number;
}

export function xmlReply(body: Buffer): Reply {
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}

/** A header with one value; `null` when it is absent. */
export function header(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

/** Headers that every answer about a version carries; none for the version of an unversioned bucket. */
export function versionHeader(bucket: Bucket, version: Pick<ObjectVersion, 'versionId'>): Record<string, string> {
  return bucket.versioning === null ? {} : { 'x-amz-version-id': version.versionId };
}
