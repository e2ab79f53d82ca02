import { createHash } from 'node:crypto';
import {
  type ListedObject,
  type ListingStore,
  ObjectNotFoundError,
  type ObjectRef,
  type ObjectStore,
  ObjectTooLargeError,
  type OpenedObject,
  PreconditionFailedError,
  type PutOptions,
  type StoredObject,
  type StreamingStore,
} from '../../lib/io/ports.ts';

type Target = Pick<ObjectRef, 'bucket' | 'key'>;
type Operation = 'get' | 'head' | 'list' | 'put' | 'remove';

export interface Upload {
  readonly contentType?: string;
  readonly contentEncoding?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** An object store in memory with versions and conditions, and a place to put faults. */
export class MemoryStore implements ObjectStore, StreamingStore, ListingStore {
  /** Called before an operation takes effect; may throw or wait. */
  before: (operation: Operation, target: Target) => void | Promise<void> = () => {};
  /** Called after an operation took effect; a throw here is an acknowledgement that was lost. */
  after: (operation: Operation, target: Target) => void | Promise<void> = () => {};
  private readonly objects = new Map<string, StoredObject[]>();
  private sequence = 0;

  /** @param versioned Whether objects have version ids, as in a bucket with versioning. */
  constructor(private readonly versioned = true) {}

  /** Puts an object as an uploader would; the answer is the reference that its event carries. */
  upload(bucket: string, key: string, body: string | Uint8Array, upload: Upload = {}): ObjectRef {
    const stored = this.store({ bucket, key }, Buffer.from(body), {
      contentType: upload.contentType ?? null,
      contentEncoding: upload.contentEncoding ?? null,
      metadata: upload.metadata ?? {},
    });
    const sequencer = (0x66_0000 + this.sequence).toString(16).toUpperCase();
    const etag = stored.etag?.replaceAll('"', '') ?? '';
    const version = stored.versionId !== null && { versionId: stored.versionId };
    return { bucket, key, ...version, etag, sequencer, size: stored.body.length };
  }

  /** Versions of a key, the oldest first. */
  versions(bucket: string, key: string): readonly StoredObject[] {
    return this.objects.get(`${bucket}/${key}`) ?? [];
  }

  keys(bucket: string): readonly string[] {
    return [...this.objects.keys()]
      .filter((path) => path.startsWith(`${bucket}/`))
      .map((path) => path.slice(bucket.length + 1));
  }

  json(bucket: string, key: string): Record<string, unknown> {
    return JSON.parse(Buffer.from(this.newest({ bucket, key })?.body ?? []).toString()) as Record<string, unknown>;
  }

  /** Forgets an object with all its versions, as if it had never been. */
  forget(bucket: string, key: string): void {
    this.objects.delete(`${bucket}/${key}`);
  }

  async get(ref: ObjectRef, limits: { readonly maxBytes: number }): Promise<StoredObject> {
    await this.before('get', ref);
    const versions = this.versions(ref.bucket, ref.key);
    const object = ref.versionId ? versions.find(({ versionId }) => versionId === ref.versionId) : versions.at(-1);
    if (object === undefined) throw new ObjectNotFoundError(ref.key);
    if (object.body.length > limits.maxBytes) throw new ObjectTooLargeError(ref.key);
    await this.after('get', ref);
    return object;
  }

  /** In chunks of a few bytes, so that every boundary falls somewhere. */
  async open(ref: ObjectRef): Promise<OpenedObject> {
    const { body, ...head } = await this.get(ref, { maxBytes: Number.POSITIVE_INFINITY });
    async function* stream(): AsyncGenerator<Uint8Array> {
      for (let start = 0; start < body.length; start += 97) yield body.subarray(start, start + 97);
    }
    return { ...head, stream: stream() };
  }

  async probe(ref: Target): Promise<Omit<StoredObject, 'body'> | null> {
    return this.head(ref);
  }

  async head(ref: Target): Promise<Omit<StoredObject, 'body'> | null> {
    await this.before('head', ref);
    return this.newest(ref) ?? null;
  }

  async put(ref: Target, body: Uint8Array, options: PutOptions): Promise<{ readonly etag: string | null }> {
    await this.before('put', ref);
    const newest = this.newest(ref);
    if (options.ifNoneMatch === '*' && newest) throw new PreconditionFailedError(ref.key);
    if (options.ifMatch !== undefined && newest?.etag !== options.ifMatch) throw new PreconditionFailedError(ref.key);
    const { contentType, contentEncoding = null, metadata } = options;
    const { etag } = this.store(ref, body, { contentType, contentEncoding, metadata });
    await this.after('put', ref);
    return { etag };
  }

  async remove(ref: Target, { ifMatch }: { readonly ifMatch: string }): Promise<void> {
    await this.before('remove', ref);
    const newest = this.newest(ref);
    if (newest && newest.etag !== ifMatch) throw new PreconditionFailedError(ref.key);
    this.forget(ref.bucket, ref.key);
    await this.after('remove', ref);
  }

  async list(bucket: string, prefix: string): Promise<readonly ListedObject[]> {
    await this.before('list', { bucket, key: prefix });
    return this.keys(bucket)
      .filter((key) => key.startsWith(prefix) && !key.slice(prefix.length).includes('/'))
      .sort()
      .map((key) => ({ bucket, key, etag: this.newest({ bucket, key })?.etag ?? '' }));
  }

  async olderVersions(bucket: string, key: string) {
    const older = this.versions(bucket, key).slice(0, -1).reverse();
    return older.map(({ versionId, etag }) => ({ versionId: versionId ?? '', etag: etag ?? '' }));
  }

  private newest(ref: Target): StoredObject | undefined {
    return this.versions(ref.bucket, ref.key).at(-1);
  }

  private store(
    { bucket, key }: Target,
    body: Uint8Array,
    rest: Pick<StoredObject, 'contentType' | 'contentEncoding' | 'metadata'>,
  ): StoredObject {
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    const versionId = `v${++this.sequence}`;
    const stored = { body, ...rest, etag, versionId: this.versioned ? versionId : null };
    this.objects.set(`${bucket}/${key}`, [...this.versions(bucket, key), stored]);
    return stored;
  }
}
