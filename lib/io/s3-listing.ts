import { ListObjectVersionsCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { ListedObject, ListingStore, ObjectRef, StoredObject } from './ports.ts';
import { S3Store } from './s3.ts';

/** Reads objects of S3 by listing. */
export class S3Listing implements ListingStore {
  readonly #store: S3Store;

  constructor(private readonly client: S3Client) {
    this.#store = new S3Store(client);
  }

  get(ref: ObjectRef, limits: { readonly maxBytes: number }): Promise<StoredObject> {
    return this.#store.get(ref, limits);
  }

  async list(bucket: string, prefix: string): Promise<readonly ListedObject[]> {
    const listed: ListedObject[] = [];
    for await (const object of listObjects(this.client, bucket, prefix, '/')) listed.push(object);
    return listed;
  }

  async olderVersions(
    bucket: string,
    key: string,
  ): Promise<readonly { readonly versionId: string; readonly etag: string }[]> {
    // The newest version of a key comes first, and the key before those that only begin like it.
    const command = new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, MaxKeys: 100 });
    const { Versions = [] } = await this.client.send(command);
    return Versions.filter((version) => version.Key === key && version.IsLatest !== true).flatMap(
      ({ VersionId, ETag }) =>
        VersionId === undefined || ETag === undefined ? [] : [{ versionId: VersionId, etag: ETag }],
    );
  }
}

/** Objects under a prefix, by key, page by page; with a delimiter only those without one behind the prefix. */
export async function* listObjects(
  client: S3Client,
  bucket: string,
  prefix: string,
  delimiter?: string,
): AsyncGenerator<ListedObject> {
  for await (const { Contents = [] } of paginateListObjectsV2(
    { client },
    { Bucket: bucket, Prefix: prefix, Delimiter: delimiter },
  )) {
    for (const { Key, ETag } of Contents) {
      if (Key !== undefined && ETag !== undefined) yield { bucket, key: Key, etag: ETag };
    }
  }
}
