/** One version of one object. `key` is decoded: as the uploader named it. */
export interface ObjectRef {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string;
  readonly etag?: string;
  /** Hexadecimal, of one key only; orders its events. */
  readonly sequencer?: string;
  /** Bytes, as the event says. */
  readonly size?: number;
  /** Of a shard: the part to go on with, from 0; those before it are written. */
  readonly fromPart?: number;
  /** Of a shard: what wrote the parts before `fromPart`; another cleaner looks at them again. */
  readonly cleaner?: string;
}

/** An object whose body is read as it comes. */
export interface OpenedObject extends Omit<StoredObject, 'body'> {
  /** Read once, or left with `return`; goes on by itself where a connection broke. */
  readonly stream: AsyncIterable<Uint8Array>;
}

/** What shards need of a store besides. */
export interface StreamingStore {
  /** @throws ObjectNotFoundError */
  open(ref: ObjectRef): Promise<OpenedObject>;
  /** As `head`, but also `null` where S3 does not say whether the object is missing or may not be read. */
  probe(ref: Pick<ObjectRef, 'bucket' | 'key'>): Promise<Omit<StoredObject, 'body'> | null>;
}

export interface StoredObject {
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  /** User metadata, names lower-cased, without the `x-amz-meta-` prefix. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly etag: string | null;
  readonly versionId: string | null;
}

export interface PutOptions {
  readonly contentType: string;
  readonly contentEncoding?: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Write only if the object does not exist. */
  readonly ifNoneMatch?: '*';
  /** Write only over the version with this ETag. */
  readonly ifMatch?: string;
}

/**
 * Where objects are read from and written to. Implementations: S3, a directory, and a fake in tests.
 * Faults of the platform are thrown as they come; only the three below are told apart.
 */
export interface ObjectStore {
  /** @throws ObjectNotFoundError, ObjectTooLargeError */
  get(ref: ObjectRef, limits: { readonly maxBytes: number }): Promise<StoredObject>;
  /** Metadata without the body; `null` when there is no such object. */
  head(ref: Pick<ObjectRef, 'bucket' | 'key'>): Promise<Omit<StoredObject, 'body'> | null>;
  /** @throws PreconditionFailedError */
  put(
    ref: Pick<ObjectRef, 'bucket' | 'key'>,
    body: Uint8Array,
    options: PutOptions,
  ): Promise<{ readonly etag: string | null }>;
  /**
   * Removes the object if it is still the one with this ETag; does nothing when there is none.
   *
   * @throws PreconditionFailedError
   */
  remove(ref: Pick<ObjectRef, 'bucket' | 'key'>, condition: { readonly ifMatch: string }): Promise<void>;
}

/** An object as a listing names it. */
export interface ListedObject {
  readonly bucket: string;
  readonly key: string;
  readonly etag: string;
}

/** What is read by listing. */
export interface ListingStore extends Pick<ObjectStore, 'get'> {
  /** Objects under a prefix with no further `/` behind it, by key. */
  list(bucket: string, prefix: string): Promise<readonly ListedObject[]>;
  /** Versions of a key before the newest, the newer ones first; none in a bucket without versions. */
  olderVersions(bucket: string, key: string): Promise<readonly { readonly versionId: string; readonly etag: string }[]>;
}

export class ObjectNotFoundError extends Error {
  override readonly name = 'ObjectNotFoundError';
}

export class ObjectTooLargeError extends Error {
  override readonly name = 'ObjectTooLargeError';
}

export class PreconditionFailedError extends Error {
  override readonly name = 'PreconditionFailedError';
}
