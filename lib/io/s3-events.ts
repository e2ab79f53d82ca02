import { CleaningError } from '../core/errors.ts';
import type { ObjectRef } from './ports.ts';

/** What one queue message asks for. A message may name several objects, or none. */
export interface ParsedEvent {
  readonly refs: readonly ObjectRef[];
  /** Objects, or versions of them, that were removed; without ETag and size. */
  readonly removed: readonly ObjectRef[];
  /** Things that need no work: the test message of a new notification, a notification of something else. */
  readonly ignored: readonly ('test-event' | 'other-event')[];
  /** Parts that can never be understood, as `invalid-event`. */
  readonly errors: readonly CleaningError[];
}

/** Envelopes that may lie around one another: SNS around EventBridge around S3 is the deepest that occurs. */
const MAX_ENVELOPES = 3;

type Json = Readonly<Record<string, unknown>>;

const NOTHING: ParsedEvent = { refs: [], removed: [], ignored: [], errors: [] };
/** A notification of nothing, or of another service. */
const OTHER: ParsedEvent = { ...NOTHING, ignored: ['other-event'] };

/**
 * Reads the body of a queue message: an S3 notification, as it is or in an SNS envelope, or an EventBridge event of S3.
 * Never throws: what cannot be read is returned as an error.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export function parseS3Event(body: string, envelopes = 0): ParsedEvent {
  const event = parseJson(body);
  if (event === null) return invalid('a JSON object', body);
  if (event.Event === 's3:TestEvent') return { ...NOTHING, ignored: ['test-event'] };
  if (event.winnow === 'shard') return parseContinuation(event, body);
  if (Array.isArray(event.Records)) {
    return event.Records.length === 0 ? OTHER : merge(event.Records.map(parseRecord));
  }
  if (typeof event.Message === 'string' && envelopes < MAX_ENVELOPES) return parseS3Event(event.Message, envelopes + 1);
  if (event.source === 'aws.s3') return parseEventBridge(event);
  return invalid('an S3 notification, an SNS message or an EventBridge event', body);
}

/** The message that has a shard gone on with at a part. */
export function continuationOf(ref: ObjectRef): string {
  return JSON.stringify({ winnow: 'shard', ...ref });
}

function parseContinuation(event: Json, body: string): ParsedEvent {
  const { bucket, key, fromPart, cleaner, versionId, etag } = event;
  const isPart = typeof fromPart === 'number' && Number.isSafeInteger(fromPart) && fromPart >= 0;
  if (typeof bucket !== 'string' || bucket === '' || typeof key !== 'string' || key === '' || !isPart) {
    return invalid('bucket, key and fromPart', body);
  }
  const ref = { ...refOf(bucket, key, event, versionId, etag), fromPart };
  return { ...NOTHING, refs: [typeof cleaner === 'string' ? { ...ref, cleaner } : ref] };
}

function parseRecord(record: unknown): ParsedEvent {
  const service = isJson(record) ? record.eventSource : undefined;
  if (typeof service === 'string' && service !== 'aws:s3') return OTHER;
  const s3 = isJson(record) && isJson(record.s3) ? record.s3 : {};
  const bucket = isJson(s3.bucket) ? s3.bucket.name : undefined;
  const object = isJson(s3.object) ? s3.object : {};
  const key = typeof object.key === 'string' ? decodeKey(object.key) : null;
  if (typeof bucket !== 'string' || bucket === '' || key === null || key === '') {
    return invalid('s3.bucket.name and a URL-encoded s3.object.key', JSON.stringify(record) ?? 'nothing');
  }
  const name = isJson(record) && typeof record.eventName === 'string' ? record.eventName : '';
  const ref = refOf(bucket, key, object, object.versionId, object.eTag);
  const isRemoval = /^(?:s3:)?(?:ObjectRemoved|LifecycleExpiration):/.test(name);
  return isRemoval ? { ...NOTHING, removed: [ref] } : { ...NOTHING, refs: [ref] };
}

/** EventBridge gives keys as they are, not URL-encoded. */
function parseEventBridge(event: Json): ParsedEvent {
  const detail = isJson(event.detail) ? event.detail : {};
  const bucket = isJson(detail.bucket) ? detail.bucket.name : undefined;
  const object = isJson(detail.object) ? detail.object : {};
  if (typeof bucket !== 'string' || bucket === '' || typeof object.key !== 'string' || object.key === '') {
    return invalid('detail.bucket.name and detail.object.key', JSON.stringify(event));
  }
  const ref = refOf(bucket, object.key, object, object['version-id'], object.etag);
  return event['detail-type'] === 'Object Deleted' ? { ...NOTHING, removed: [ref] } : { ...NOTHING, refs: [ref] };
}

function refOf(bucket: string, key: string, object: Json, versionId: unknown, etag: unknown): ObjectRef {
  const { sequencer, size } = object;
  return {
    bucket,
    key,
    ...(typeof versionId === 'string' && versionId !== '' && { versionId }),
    ...(typeof etag === 'string' && etag !== '' && { etag }),
    ...(typeof sequencer === 'string' && /^[0-9a-f]+$/i.test(sequencer) && { sequencer }),
    ...(typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 && { size }),
  };
}

/** Notifications encode keys as HTML forms do: `+` is a space. `null` when it is not so encoded. */
function decodeKey(key: string): string | null {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

function merge(events: readonly ParsedEvent[]): ParsedEvent {
  return {
    refs: events.flatMap((event) => event.refs),
    removed: events.flatMap((event) => event.removed),
    ignored: events.flatMap((event) => event.ignored),
    errors: events.flatMap((event) => event.errors),
  };
}

function invalid(expected: string, got: string): ParsedEvent {
  // Not what came: a message may hold anything, an article too.
  const error = new CleaningError(
    'invalid-event',
    `expected ${expected}, got ${got.length} characters of something else`,
  );
  return { ...NOTHING, errors: [error] };
}

function parseJson(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : null;
  } catch {
    return null;
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
