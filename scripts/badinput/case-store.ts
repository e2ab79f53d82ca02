import { readFileSync, statSync } from 'node:fs';
import {
  ObjectNotFoundError,
  type ObjectRef,
  type ObjectStore,
  ObjectTooLargeError,
  PreconditionFailedError,
  type PutOptions,
  type StoredObject,
} from '../../lib/io/ports.ts';
import { sha256 } from '../../lib/io/sha256.ts';

/** An object to be cleaned: a file read only when it is asked for, as the network would bring it. */
export interface RawObject {
  readonly path: string;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
}

type Target = Pick<ObjectRef, 'bucket' | 'key'>;

/** S3 as one case sees it: raw objects in files, outputs in memory, conditional writes, and a count of writes. */
export class CaseStore implements ObjectStore {
  readonly outputs = new Map<string, StoredObject>();
  /** Writes that took effect. */
  writes = 0;
  private readonly raw = new Map<string, RawObject>();

  add(target: Target, object: RawObject): void {
    this.raw.set(nameOf(target), object);
  }

  async get(ref: ObjectRef, { maxBytes }: { readonly maxBytes: number }): Promise<StoredObject> {
    const raw = this.raw.get(nameOf(ref));
    if (raw === undefined) throw new ObjectNotFoundError(ref.key);
    if (statSync(raw.path).size > maxBytes) throw new ObjectTooLargeError(ref.key);
    const body = readFileSync(raw.path);
    return { body, ...describe(raw), etag: `"${sha256(body).slice(0, 32)}"` };
  }

  async head(ref: Target): Promise<Omit<StoredObject, 'body'> | null> {
    const output = this.outputs.get(nameOf(ref));
    if (output !== undefined) return output;
    const raw = this.raw.get(nameOf(ref));
    return raw === undefined ? null : { ...describe(raw), etag: `"${sha256(readFileSync(raw.path)).slice(0, 32)}"` };
  }

  async put(ref: Target, body: Uint8Array, options: PutOptions): Promise<{ readonly etag: string | null }> {
    const existing = this.outputs.get(nameOf(ref));
    if (options.ifNoneMatch === '*' && existing) throw new PreconditionFailedError(ref.key);
    if (options.ifMatch !== undefined && existing?.etag !== options.ifMatch) throw new PreconditionFailedError(ref.key);
    const { contentType, contentEncoding = null, metadata } = options;
    const etag = `"${sha256(body)}"`;
    this.outputs.set(nameOf(ref), { body, contentType, contentEncoding, metadata, etag, versionId: null });
    this.writes++;
    return { etag };
  }

  async remove(ref: Target, { ifMatch }: { readonly ifMatch: string }): Promise<void> {
    const existing = this.outputs.get(nameOf(ref));
    if (existing === undefined) return;
    if (existing.etag !== ifMatch) throw new PreconditionFailedError(ref.key);
    this.outputs.delete(nameOf(ref));
    this.writes++;
  }
}

function describe(raw: RawObject): Omit<StoredObject, 'body' | 'etag'> {
  return { contentType: raw.contentType, contentEncoding: raw.contentEncoding, metadata: {}, versionId: null };
}

function nameOf({ bucket, key }: Target): string {
  return `${bucket}/${key}`;
}
