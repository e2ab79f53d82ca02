import type { Address } from './address.ts';
import { checkBucketName } from './address.ts';
import * as buckets from './bucket-operations.ts';
import { S3Error } from './errors.ts';
import type { BucketExchange, Exchange, ObjectExchange, Reply } from './exchange.ts';
import * as lists from './list-operations.ts';
import * as multipart from './multipart-operations.ts';
import * as objects from './object-operations.ts';

/** Query parameters that choose another operation than the method alone. */
const SUBRESOURCES = [
  ...[
    'accelerate',
    'acl',
    'analytics',
    'attributes',
    'cors',
    'delete',
    'encryption',
    'intelligent-tiering',
    'inventory',
  ],
  ...['legal-hold', 'lifecycle', 'location', 'logging', 'metrics', 'notification', 'object-lock', 'ownershipControls'],
  ...['partNumber', 'policy', 'policyStatus', 'publicAccessBlock', 'renameObject', 'replication', 'requestPayment'],
  ...['restore', 'retention', 'select', 'session', 'tagging', 'torrent', 'uploadId', 'uploads', 'versioning'],
  ...['versions', 'website'],
] as const;

type Run<E> = (exchange: E) => Promise<Reply>;

/** By method and subresources, the latter in alphabetical order; `copy` stands for the header x-amz-copy-source. */
const BUCKET_ROUTES: Readonly<Record<string, Run<BucketExchange>>> = {
  'HEAD ': buckets.headBucket,
  'DELETE ': buckets.deleteBucket,
  'GET ': lists.listObjects,
  'GET versions': lists.listObjectVersions,
  'GET location': buckets.getBucketLocation,
  'GET versioning': buckets.getBucketVersioning,
  'PUT versioning': buckets.putBucketVersioning,
  'POST delete': buckets.deleteObjects,
};

const OBJECT_ROUTES: Readonly<Record<string, Run<ObjectExchange>>> = {
  'PUT ': objects.putObject,
  'PUT copy': objects.copyObject,
  'GET ': objects.getObject,
  'HEAD ': objects.headObject,
  'DELETE ': objects.deleteObject,
  'POST uploads': multipart.createMultipartUpload,
  'PUT partNumber uploadId': multipart.uploadPart,
  'PUT copy partNumber uploadId': multipart.uploadPartCopy,
  'GET uploadId': multipart.listParts,
  'POST uploadId': multipart.completeMultipartUpload,
  'DELETE uploadId': multipart.abortMultipartUpload,
};

/**
 * Runs the operation that a request asks for.
 *
 * @throws S3Error `NotImplemented` for an operation of S3 that this server has not, rather than doing another
 */
export async function route(exchange: Exchange, { bucket: name, key }: Address): Promise<Reply> {
  const { service, request, query, headers } = exchange;
  const method = request.method ?? '';
  const copies = headers['x-amz-copy-source'] === undefined ? [] : ['copy'];
  const chosen = [...copies, ...SUBRESOURCES.filter((subresource) => query.has(subresource))].sort();
  const operation = `${method} ${chosen.join(' ')}`;
  if (name === null) {
    if (operation === 'GET ') return buckets.listBuckets(exchange);
    throw notImplemented(operation);
  }
  if (key === null && operation === 'PUT ') return buckets.createBucket(exchange, checkBucketName(name));
  const bucket = service.bucket(name);
  const run = key === null ? BUCKET_ROUTES[operation] : OBJECT_ROUTES[operation];
  if (!run) throw notImplemented(operation);
  return run({ ...exchange, bucket, key: key ?? '' });
}

function notImplemented(operation: string): S3Error {
  return new S3Error('NotImplemented', `The local S3 endpoint has no operation for: ${operation.trim()}`);
}
