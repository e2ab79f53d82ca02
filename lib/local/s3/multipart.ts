import { createHash, randomUUID } from 'node:crypto';
import { type Blob, joinBlobs } from './blob.ts';
import type { ReceivedBody } from './body.ts';
import { S3Error } from './errors.ts';
import type { ObjectContent } from './versions.ts';

const MAX_PARTS = 10_000;

interface Upload {
  readonly bucket: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly parts: Map<number, Part>;
}

export interface Part {
  readonly blob: Blob;
  readonly md5: string;
}

/** Multipart uploads that are under way. */
export class MultipartUploads {
  readonly #uploads = new Map<string, Upload>();

  /** Returns the id of the new upload. */
  create(bucket: string, key: string, headers: Readonly<Record<string, string>>): string {
    const id = randomUUID();
    this.#uploads.set(id, { bucket, key, headers, parts: new Map() });
    return id;
  }

  /** @throws S3Error `NoSuchUpload` */
  find(id: string | null, bucket: string, key: string): Upload {
    const upload = id === null ? undefined : this.#uploads.get(id);
    if (upload?.bucket !== bucket || upload.key !== key) {
      throw new S3Error('NoSuchUpload', 'The specified multipart upload does not exist.');
    }
    return upload;
  }

  remove(id: string | null): void {
    if (id !== null) this.#uploads.delete(id);
  }
}

/** @throws S3Error `InvalidArgument` */
export function addPart(upload: Upload, number: string | null, body: ReceivedBody | Part): void {
  const partNumber = Number(number);
  if (!Number.isInteger(partNumber) || partNumber < 1 || partNumber > MAX_PARTS) {
    throw new S3Error('InvalidArgument', `Part number must be an integer between 1 and ${MAX_PARTS}, inclusive`);
  }
  upload.parts.set(partNumber, { blob: body.blob, md5: body.md5 });
}

/**
 * Joins the parts that the client names.
 *
 * @throws S3Error `InvalidPart`, `InvalidPartOrder`, `MalformedXML`. Small parts are let pass, so that tests stay small.
 */
export function joinParts(
  upload: Upload,
  named: readonly { readonly number: number; readonly etag: string }[],
): ObjectContent {
  if (named.length === 0) throw new S3Error('MalformedXML', 'expected at least one part');
  const digest = createHash('md5');
  const blobs: Blob[] = [];
  let last = 0;
  for (const { number, etag } of named) {
    if (number <= last) throw new S3Error('InvalidPartOrder', 'The list of parts was not in ascending order.');
    const part = upload.parts.get(number);
    if (!part || part.md5 !== etag) {
      throw new S3Error('InvalidPart', `Part ${number} could not be found, or its entity tag did not match.`);
    }
    digest.update(Buffer.from(part.md5, 'hex'));
    blobs.push(part.blob);
    last = number;
  }
  const etag = `${digest.digest('hex')}-${named.length}`;
  return { blob: joinBlobs(blobs), etag, headers: upload.headers, checksums: {} };
}
