import { constants, copyFile, link, mkdir, open, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { CleaningError } from '../core/errors.ts';
import {
  ObjectNotFoundError,
  type ObjectRef,
  type ObjectStore,
  ObjectTooLargeError,
  PreconditionFailedError,
  type PutOptions,
  type StoredObject,
} from './ports.ts';
import { sha256 } from './sha256.ts';

type Location = Pick<ObjectRef, 'bucket' | 'key'>;

let temporaryFiles = 0;

/**
 * Objects as files: a bucket is a folder, a key the path of a file in it with `/` between the parts.
 *
 * A file appears whole or not at all. A folder keeps no Content-Type, metadata or versions; the ETag is a hash of the
 * content. `ifNoneMatch` holds against other processes too; `ifMatch` compares and then renames, so that two processes
 * that replace the same file in the same moment can both succeed, the later one winning.
 */
export class DirectoryStore implements ObjectStore {
  /** @param folders Bucket name to folder; a folder that is written to is made when it is missing. */
  constructor(private readonly folders: Readonly<Record<string, string>>) {}

  /** @throws ObjectNotFoundError, ObjectTooLargeError, CleaningError `invalid-key` */
  async get(ref: ObjectRef, limits: { readonly maxBytes: number }): Promise<StoredObject> {
    const body = await this.read(ref, limits.maxBytes);
    return { body, contentType: null, contentEncoding: null, metadata: {}, etag: etagOf(body), versionId: null };
  }

  /** Reads the file, for its ETag. @throws CleaningError `invalid-key` */
  async head(ref: Location): Promise<Omit<StoredObject, 'body'> | null> {
    try {
      const { body: _, ...head } = await this.get(ref, { maxBytes: Number.POSITIVE_INFINITY });
      return head;
    } catch (error) {
      if (error instanceof ObjectNotFoundError) return null;
      throw error;
    }
  }

  /** Content type, encoding and metadata are not kept. @throws PreconditionFailedError, CleaningError `invalid-key` */
  async put(ref: Location, body: Uint8Array, options: PutOptions): Promise<{ readonly etag: string | null }> {
    const path = await this.resolve(ref);
    if (options.ifMatch !== undefined && (await this.head(ref))?.etag !== options.ifMatch) throw conflict(ref);
    await mkdir(dirname(path), { recursive: true });
    const temporary = join(dirname(path), `.winnow-${process.pid}-${temporaryFiles++}.tmp`);
    try {
      await writeFile(temporary, body, { flag: 'wx' });
      if (options.ifNoneMatch === undefined) await rename(temporary, path);
      else if (!(await createFrom(temporary, path))) throw conflict(ref);
    } finally {
      await rm(temporary, { force: true });
    }
    return { etag: etagOf(body) };
  }

  /** Compares and then removes, as `put` does with `ifMatch`. @throws PreconditionFailedError, CleaningError `invalid-key` */
  async remove(ref: Location, { ifMatch }: { readonly ifMatch: string }): Promise<void> {
    const head = await this.head(ref);
    if (head !== null && head.etag !== ifMatch) throw conflict(ref);
    await rm(await this.resolve(ref), { force: true });
  }

  private async read(ref: ObjectRef, maxBytes: number): Promise<Uint8Array> {
    try {
      const file = await open(await this.resolve(ref));
      try {
        const stat = await file.stat();
        if (!stat.isFile()) throw new ObjectNotFoundError(`expected a file, got something else (${nameOf(ref)})`);
        if (stat.size > maxBytes) {
          throw new ObjectTooLargeError(`expected at most ${maxBytes} bytes, got ${stat.size} (${nameOf(ref)})`);
        }
        return await readFile(file);
      } finally {
        await file.close();
      }
    } catch (error) {
      if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
      throw new ObjectNotFoundError(`expected a file, got nothing (${nameOf(ref)})`, { cause: error });
    }
  }

  /** The path of an object, which never lies outside the bucket's folder, not even through a symbolic link. */
  private async resolve(ref: Location): Promise<string> {
    const folder = this.folders[ref.bucket];
    if (folder === undefined) throw new Error(`expected one of the buckets given, got "${ref.bucket}"`);
    const parts = ref.key.split('/');
    if (parts.some(isUnsafe)) {
      throw new CleaningError('invalid-key', `expected a key that can name a file, got "${ref.key}" (${ref.bucket})`);
    }
    const path = join(folder, ...parts);
    const [root, target] = [await nearestReal(folder), await nearestReal(path)];
    if (target !== root && !target.startsWith(root.endsWith(sep) ? root : root + sep)) {
      throw new CleaningError(
        'invalid-key',
        `expected a file inside the folder, got a link out of it (${nameOf(ref)})`,
      );
    }
    return path;
  }
}

/** Parts that a file system reads otherwise than S3 does: two keys would share a file, or one would leave the folder. */
function isUnsafe(part: string): boolean {
  return part === '' || part === '.' || part === '..' || part.includes('\0') || part.includes(sep);
}

/** The real path of the file, or of its nearest parent that exists. */
async function nearestReal(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    try {
      return await realpath(at);
    } catch (error) {
      if (!hasCode(error, 'ENOENT', 'ENOTDIR') || dirname(at) === at) throw error;
    }
  }
}

/** Gives a whole file its name if no file has it; false when one has. */
async function createFrom(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    // File systems without hard links; the copy is exclusive too, but not whole from its first moment.
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'ENOSYS')) throw error;
    return copyExclusively(temporary, path);
  }
  return true;
}

async function copyExclusively(temporary: string, path: string): Promise<boolean> {
  try {
    await copyFile(temporary, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function etagOf(body: Uint8Array): string {
  return sha256(body).slice(0, 32);
}

function conflict(ref: Location): PreconditionFailedError {
  return new PreconditionFailedError(`the file is there already or has changed (${nameOf(ref)})`);
}

function nameOf({ bucket, key }: Location): string {
  return `${bucket}/${key}`;
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}
