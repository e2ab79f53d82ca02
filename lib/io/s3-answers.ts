import { type GetObjectCommandOutput, S3ServiceException } from '@aws-sdk/client-s3';
import type { PutOptions, StoredObject } from './ports.ts';

type Head = Pick<GetObjectCommandOutput, 'ContentType' | 'ContentEncoding' | 'Metadata' | 'ETag' | 'VersionId'>;

/** What an answer says of an object. */
export function describe(head: Head): Omit<StoredObject, 'body'> {
  const metadata = Object.entries(head.Metadata ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    contentType: head.ContentType ?? null,
    contentEncoding: head.ContentEncoding ?? null,
    metadata: Object.fromEntries(metadata),
    etag: head.ETag ?? null,
    versionId: head.VersionId ?? null,
  };
}

/** The HTTP status of a refusal; `undefined` for what is none. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

/** 405 is the answer for the version id of a delete marker. A missing bucket is a fault of the set-up, so it is not among these. */
export function isMissingObject(error: unknown): boolean {
  const status = statusOf(error);
  return (status === 404 || status === 405) && error instanceof Error && error.name !== 'NoSuchBucket';
}

/** 412: the condition does not hold. 409: another conditional write was under way. 404: what `If-Match` named was deleted. */
export function isLostRace(error: unknown, options: Pick<PutOptions, 'ifMatch'>): boolean {
  const status = statusOf(error);
  const isConflict = status === 409 && error instanceof Error && error.name === 'ConditionalRequestConflict';
  return status === 412 || isConflict || (options.ifMatch !== undefined && isMissingObject(error));
}
