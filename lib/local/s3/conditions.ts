import type { IncomingHttpHeaders } from 'node:http';
import { S3Error } from './errors.ts';
import type { ObjectVersion } from './versions.ts';

/** The conditions of a request; entity tags without quotes, `*` for any. */
export interface Conditions {
  readonly ifMatch: readonly string[] | null;
  readonly ifNoneMatch: readonly string[] | null;
  readonly ifModifiedSince: Date | null;
  readonly ifUnmodifiedSince: Date | null;
}

/** @param prefix `''`, or `x-amz-copy-source-` for the conditions on the source of a copy. */
export function readConditions(headers: IncomingHttpHeaders, prefix = ''): Conditions {
  const text = (name: string): string | null => {
    const value = headers[prefix + name];
    return typeof value === 'string' ? value : null;
  };
  const tags = (name: string): string[] | null =>
    text(name)
      ?.split(',')
      .map((tag) => tag.trim().replace(/^(?:W\/)?"(.*)"$/, '$1')) ?? null;
  const date = (name: string): Date | null => {
    const value = new Date(text(name) ?? Number.NaN);
    return Number.isNaN(value.getTime()) ? null : value;
  };
  return {
    ifMatch: tags('if-match'),
    ifNoneMatch: tags('if-none-match'),
    ifModifiedSince: date('if-modified-since'),
    ifUnmodifiedSince: date('if-unmodified-since'),
  };
}

/**
 * Lets a write pass, or not. `current` is the object as it is now, `null` when there is none or it is deleted.
 *
 * @throws S3Error `PreconditionFailed` (412), `NoSuchKey` for If-Match on an object that is not there
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function checkWrite(conditions: Conditions, current: ObjectVersion | null): void {
  const { ifMatch, ifNoneMatch } = conditions;
  if (ifNoneMatch) {
    if (ifNoneMatch.join() !== '*') throw new S3Error('NotImplemented', 'If-None-Match on a write takes only *');
    if (current) throw preconditionFailed('If-None-Match');
  }
  if (!ifMatch) return;
  if (!current) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
  if (!matches(ifMatch, current)) throw preconditionFailed('If-Match');
}

/**
 * Lets a read pass, or not.
 *
 * @throws S3Error `PreconditionFailed` (412), `NotModified` (304)
 * @see https://datatracker.ietf.org/doc/html/rfc9110#name-precedence-of-preconditions
 */
export function checkRead(conditions: Conditions, version: ObjectVersion): void {
  const { ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince } = conditions;
  // HTTP dates carry whole seconds.
  const modified = Math.floor(version.lastModified.getTime() / 1000) * 1000;
  if (ifMatch) {
    if (!matches(ifMatch, version)) throw preconditionFailed('If-Match');
  } else if (ifUnmodifiedSince && modified > ifUnmodifiedSince.getTime()) {
    throw preconditionFailed('If-Unmodified-Since');
  }
  const notModified = new S3Error('NotModified', 'Not Modified', {}, { etag: `"${version.etag}"` });
  if (ifNoneMatch) {
    if (matches(ifNoneMatch, version)) throw notModified;
  } else if (ifModifiedSince && modified <= ifModifiedSince.getTime()) {
    throw notModified;
  }
}

function matches(tags: readonly string[], version: ObjectVersion): boolean {
  return tags.includes('*') || tags.includes(version.etag);
}

function preconditionFailed(condition: string): S3Error {
  const message = 'At least one of the pre-conditions you specified did not hold';
  return new S3Error('PreconditionFailed', message, { Condition: condition });
}
