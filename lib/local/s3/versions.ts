import { createHash } from 'node:crypto';
import type { Blob } from './blob.ts';
import { S3Error } from './errors.ts';
import { compareKeys } from './listing.ts';

/** What an upload brings. */
export interface ObjectContent {
  readonly blob: Blob;
  /** Without quotes: md5 in hex, or `<md5 of the md5s>-<parts>`. */
  readonly etag: string;
  /** Content-Type, Content-Encoding and the like, and `x-amz-meta-*`; names lower-cased. */
  readonly headers: Readonly<Record<string, string>>;
  /** By header name. */
  readonly checksums: Readonly<Record<string, string>>;
}

export interface ObjectVersion extends ObjectContent {
  readonly key: string;
  /** `null` (the word) in a bucket without versioning. */
  readonly versionId: string;
  /** Hexadecimal; greater for the later of two events of a key. */
  readonly sequencer: string;
  readonly lastModified: Date;
  readonly isDeleteMarker: boolean;
}

/** What a deletion did. `removed` is set when one named version went, `marker` when a delete marker was made. */
export interface Deletion {
  readonly removed: ObjectVersion | null;
  readonly marker: ObjectVersion | null;
  readonly sequencer: string;
}

export type Versioning = 'Enabled' | 'Suspended';

const EMPTY: ObjectContent = {
  blob: { kind: 'memory', size: 0, bytes: Buffer.alloc(0) },
  etag: '',
  headers: {},
  checksums: {},
};

/** The versions of every object of one bucket. */
export class Bucket {
  readonly created = new Date();
  versioning: Versioning | null = null;
  /** Newest first. */
  readonly #versions = new Map<string, ObjectVersion[]>();
  #sortedKeys: readonly string[] | null = null;

  /** @param tick Counts up over all buckets, so that ids differ and sequencers ascend. */
  constructor(
    readonly name: string,
    private readonly tick: () => number,
  ) {}

  /** Every key that has a version or a delete marker, in the order of its UTF-8 bytes. */
  keys(): readonly string[] {
    this.#sortedKeys ??= [...this.#versions.keys()].sort(compareKeys);
    return this.#sortedKeys;
  }

  /** Newest first. */
  versions(key: string): readonly ObjectVersion[] {
    return this.#versions.get(key) ?? [];
  }

  /** The object as a reader sees it; `null` when there is none or a delete marker hides it. */
  current(key: string): ObjectVersion | null {
    const latest = this.#versions.get(key)?.[0];
    return latest && !latest.isDeleteMarker ? latest : null;
  }

  /**
   * @param versionId `null` for the current version.
   * @throws S3Error `NoSuchKey`, `NoSuchVersion`, `MethodNotAllowed` for a delete marker
   */
  find(key: string, versionId: string | null): ObjectVersion {
    const versions = this.versions(key);
    const version = versionId === null ? versions[0] : versions.find((one) => one.versionId === versionId);
    if (!version) {
      if (versionId === null) throw new S3Error('NoSuchKey', 'The specified key does not exist.', { Key: key });
      throw new S3Error('NoSuchVersion', 'The specified version does not exist.', { Key: key, VersionId: versionId });
    }
    if (!version.isDeleteMarker) return version;
    const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId };
    if (versionId === null) throw new S3Error('NoSuchKey', 'The specified key does not exist.', { Key: key }, headers);
    throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.', {}, headers);
  }

  put(key: string, content: ObjectContent): ObjectVersion {
    return this.#add(key, content, false);
  }

  /** @param versionId The one version to remove for good; `null` to delete the object as a user does. */
  delete(key: string, versionId: string | null): Deletion {
    if (versionId === null && this.versioning !== null) {
      const marker = this.#add(key, EMPTY, true);
      return { removed: null, marker, sequencer: marker.sequencer };
    }
    const id = versionId ?? 'null';
    const removed = this.versions(key).find((one) => one.versionId === id) ?? null;
    this.#keep(
      key,
      this.versions(key).filter((one) => one !== removed),
    );
    return { removed, marker: null, sequencer: sequencer(this.tick()) };
  }

  #add(key: string, content: ObjectContent, isDeleteMarker: boolean): ObjectVersion {
    const tick = this.tick();
    const versionId = this.versioning === 'Enabled' ? opaqueId(tick) : 'null';
    const lastModified = new Date();
    const version = { ...content, key, versionId, sequencer: sequencer(tick), lastModified, isDeleteMarker };
    // Without versioning, and while it is suspended, the version called "null" is written over.
    this.#keep(key, [version, ...this.versions(key).filter((one) => one.versionId !== versionId)]);
    return version;
  }

  #keep(key: string, versions: ObjectVersion[]): void {
    if (versions.length > 0 ? !this.#versions.has(key) : this.#versions.has(key)) this.#sortedKeys = null;
    if (versions.length > 0) this.#versions.set(key, versions);
    else this.#versions.delete(key);
  }
}

function sequencer(tick: number): string {
  return tick.toString(16).toUpperCase().padStart(18, '0');
}

function opaqueId(tick: number): string {
  return createHash('sha256').update(String(tick)).digest('hex').slice(0, 32);
}
