import type { Readable } from 'node:stream';
import { DirectoryStore } from '../io/directory.ts';
import { type ObjectRef, type ObjectStore, ObjectTooLargeError, type StoredObject } from '../io/ports.ts';
import type { Inputs } from './inputs.ts';

type Input = Inputs['files'][number];

/** Standard input as an input among files. */
export const STDIN: Input = { bucket: '-', key: 'stdin' };

/** How an input is named in records and messages: as on the command line, so that no record depends on the machine. */
export function nameOf({ bucket, key }: Pick<ObjectRef, 'bucket' | 'key'>): string {
  if (bucket === STDIN.bucket) return key;
  return bucket === '.' ? key : `${bucket.replaceAll('\\', '/').replace(/\/$/, '')}/${key}`;
}

/** The inputs of a command line, to read only. */
export class InputStore implements ObjectStore {
  private readonly files: DirectoryStore;
  private standardInput: StoredObject | null = null;

  /** @param mediaType Of every input; `null` when names and content tell. */
  constructor(
    inputs: readonly Input[],
    private readonly stdin: Readable,
    private readonly mediaType: string | null,
  ) {
    this.files = new DirectoryStore(Object.fromEntries(inputs.map(({ bucket }) => [bucket, bucket])));
  }

  /** @throws ObjectNotFoundError, ObjectTooLargeError */
  async get(ref: ObjectRef, limits: { readonly maxBytes: number }): Promise<StoredObject> {
    const object = await (ref.bucket === STDIN.bucket ? this.readStdin(limits.maxBytes) : this.files.get(ref, limits));
    return { ...object, contentType: this.mediaType };
  }

  async head(ref: Pick<ObjectRef, 'bucket' | 'key'>): Promise<Omit<StoredObject, 'body'> | null> {
    return ref.bucket === STDIN.bucket ? this.standardInput : this.files.head(ref);
  }

  async put(ref: Pick<ObjectRef, 'bucket' | 'key'>): Promise<never> {
    throw new Error(`expected an output to write, got the input ${nameOf(ref)}`);
  }

  async remove(ref: Pick<ObjectRef, 'bucket' | 'key'>): Promise<never> {
    throw new Error(`expected an output to remove, got the input ${nameOf(ref)}`);
  }

  private async readStdin(maxBytes: number): Promise<StoredObject> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of this.stdin) {
      size += chunk.length;
      if (size > maxBytes) throw new ObjectTooLargeError(`expected at most ${maxBytes} bytes on standard input`);
      chunks.push(chunk);
    }
    const none = { contentType: null, contentEncoding: null, metadata: {}, etag: null, versionId: null };
    this.standardInput = { body: Buffer.concat(chunks), ...none };
    return this.standardInput;
  }
}
