import type { S3EventRecord } from 'aws-lambda';
import type { Deletion, ObjectVersion } from './versions.ts';

export type EventName =
  | 'ObjectCreated:Put'
  | 'ObjectCreated:Copy'
  | 'ObjectCreated:CompleteMultipartUpload'
  | 'ObjectRemoved:Delete'
  | 'ObjectRemoved:DeleteMarkerCreated';

/** Called once for every change, after it can be read. */
export type EventSink = (record: S3EventRecord) => void;

export const REGION = 'us-east-1';
const PRINCIPAL = 'local';

/** Writes a key as event notifications do: form encoding, but with slashes left. */
export function encodeEventKey(key: string): string {
  return encodeURIComponent(key)
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/');
}

/** The key that an event names. */
export function decodeEventKey(encoded: string): string {
  return decodeURIComponent(encoded.replaceAll('+', ' '));
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html version 2.1 */
function eventRecord(name: EventName, bucket: string, requestId: string, object: object): S3EventRecord {
  return {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: REGION,
    eventTime: new Date().toISOString(),
    eventName: name,
    userIdentity: { principalId: PRINCIPAL },
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: { 'x-amz-request-id': requestId, 'x-amz-id-2': requestId },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'local',
      bucket: { name: bucket, ownerIdentity: { principalId: PRINCIPAL }, arn: `arn:aws:s3:::${bucket}` },
      // Removals carry no size, unversioned buckets no version: both are left out, which the published type does not know.
      object: object as S3EventRecord['s3']['object'],
    },
  };
}

function versionOf(version: ObjectVersion): { versionId?: string } {
  return version.versionId === 'null' ? {} : { versionId: version.versionId };
}

export function createdEvent(
  name: EventName,
  bucket: string,
  requestId: string,
  version: ObjectVersion,
): S3EventRecord {
  return eventRecord(name, bucket, requestId, {
    key: encodeEventKey(version.key),
    size: version.blob.size,
    eTag: version.etag,
    ...versionOf(version),
    sequencer: version.sequencer,
  });
}

/** `null` when nothing was there to delete for good. */
export function removedEvent(
  bucket: string,
  requestId: string,
  key: string,
  { removed, marker, sequencer }: Deletion,
): S3EventRecord | null {
  const version = marker ?? removed;
  if (!version) return null;
  const name = marker ? 'ObjectRemoved:DeleteMarkerCreated' : 'ObjectRemoved:Delete';
  return eventRecord(name, bucket, requestId, { key: encodeEventKey(key), ...versionOf(version), sequencer });
}
