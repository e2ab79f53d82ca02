import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes up to which a body is held in memory: more than any article, less than what a folder of videos would fill. */
const MEMORY_LIMIT_BYTES = 1024 * 1024;

/** Stored bytes: in memory, in a file of the temporary folder, or the parts of a multipart upload one after another. */
export type Blob =
  | { readonly kind: 'memory'; readonly size: number; readonly bytes: Buffer }
  | { readonly kind: 'file'; readonly size: number; readonly path: string }
  | { readonly kind: 'parts'; readonly size: number; readonly parts: readonly Blob[] };

/** Reads the bytes from `start` up to `end` (exclusive). */
export async function* readBlob(blob: Blob, start = 0, end = blob.size): AsyncGenerator<Buffer> {
  if (start >= end) return;
  switch (blob.kind) {
    case 'memory':
      yield blob.bytes.subarray(start, end);
      return;
    case 'file':
      for await (const chunk of createReadStream(blob.path, { start, end: end - 1 })) yield chunk as Buffer;
      return;
    case 'parts': {
      let offset = 0;
      for (const part of blob.parts) {
        const from = Math.max(start - offset, 0);
        const to = Math.min(end - offset, part.size);
        if (from < to) yield* readBlob(part, from, to);
        offset += part.size;
      }
      return;
    }
    default:
      blob satisfies never;
  }
}

/** The md5 in hex. */
export async function digestBlob(blob: Blob): Promise<string> {
  const hash = createHash('md5');
  for await (const chunk of readBlob(blob)) hash.update(chunk);
  return hash.digest('hex');
}

/** Joins blobs without copying them. */
export function joinBlobs(parts: readonly Blob[]): Blob {
  return { kind: 'parts', parts, size: parts.reduce((sum, part) => sum + part.size, 0) };
}

/** The temporary folder of one server; files in it live until `close`, also those of versions that were deleted. */
export class BlobFolder {
  #path: string | null = null;
  #files = 0;
  readonly #removeAtExit = (): void => this.close();

  /** @param parent Where the folder is made, when it is first needed. */
  constructor(private readonly parent: string) {}

  /** Stores a stream: small ones in memory, large ones in a file. Nothing is left of a stream that breaks. */
  async store(source: AsyncIterable<Buffer>): Promise<Blob> {
    const held: Buffer[] = [];
    let size = 0;
    let file: { readonly handle: FileHandle; readonly path: string } | null = null;
    try {
      for await (const chunk of source) {
        size += chunk.length;
        held.push(chunk);
        if (!file && size <= MEMORY_LIMIT_BYTES) continue;
        file ??= await this.#openFile();
        await file.handle.writev(held.splice(0));
      }
    } catch (error) {
      if (file) rmSync(file.path, { force: true });
      throw error;
    } finally {
      await file?.handle.close();
    }
    return file ? { kind: 'file', size, path: file.path } : { kind: 'memory', size, bytes: Buffer.concat(held) };
  }

  /** Removes the folder. */
  close(): void {
    if (this.#path !== null) rmSync(this.#path, { recursive: true, force: true });
    this.#path = null;
    process.off('exit', this.#removeAtExit);
  }

  async #openFile(): Promise<{ handle: FileHandle; path: string }> {
    if (this.#path === null) {
      this.#path = mkdtempSync(join(this.parent, 'winnow-s3-'));
      process.on('exit', this.#removeAtExit);
    }
    const path = join(this.#path, String(this.#files++));
    return { path, handle: await open(path, 'wx') };
  }
}
