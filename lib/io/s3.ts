import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import {
  ObjectNotFoundError,
  type ObjectRef,
  type ObjectStore,
  ObjectTooLargeError,
  PreconditionFailedError,
  type PutOptions,
  type StoredObject,
} from './ports.ts';

/** Tries of one request by the SDK, with its backoff and jitter; its default of 3 gives up within a second of throttling. */
const MAX_ATTEMPTS = 5;

/** Milliseconds to connect; within a region it takes a few. */
const CONNECTION_TIMEOUT_MS = 1_000;

/** Milliseconds until the response head, the sending of a body included; the SDK's default is to wait for ever. */
const REQUEST_TIMEOUT_MS = 5_000;

/** Milliseconds to read a body; 10 MiB at 1 MiB a second. */
const READ_TIMEOUT_MS = 10_000;

/** Tries of GET and reading together: the SDK retries a request, but not a body that is cut while it is read. */
const READ_TRIES = 3;

/**
 * An S3 client with bounded time for every try and checksums both ways.
 *
 * @param config Overrides, such as an endpoint; region, credentials and endpoint come from the environment otherwise.
 */
export function createS3Client(config: S3ClientConfig = {}): S3Client {
  return new S3Client({
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
    requestChecksumCalculation: 'WHEN_SUPPORTED',
    responseChecksumValidation: 'WHEN_SUPPORTED',
    ...config,
  });
}

/** An object store on S3. Anything but a missing object, a large one and a lost race is thrown as the SDK throws it. */
export class S3Store implements ObjectStore {
  /** @param readTimeoutMs Milliseconds for the reading of one body. */
  constructor(
    private readonly client: S3Client,
    private readonly readTimeoutMs = READ_TIMEOUT_MS,
  ) {}

  async get(ref: ObjectRef, limits: { readonly maxBytes: number }): Promise<StoredObject> {
    for (let tries = 1; ; tries++) {
      const response = await this.request(ref);
      try {
        return { body: await readBody(response, ref, limits.maxBytes, this.readTimeoutMs), ...describe(response) };
      } catch (error) {
        if (error instanceof ObjectTooLargeError || tries === READ_TRIES) throw error;
      }
    }
  }

  async head(ref: Pick<ObjectRef, 'bucket' | 'key'>): Promise<Omit<StoredObject, 'body'> | null> {
    try {
      return describe(await this.client.send(new HeadObjectCommand({ Bucket: ref.bucket, Key: ref.key })));
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  }

  async put(
    ref: Pick<ObjectRef, 'bucket' | 'key'>,
    body: Uint8Array,
    options: PutOptions,
  ): Promise<{ readonly etag: string | null }> {
    const command = new PutObjectCommand({
      Bucket: ref.bucket,
      Key: ref.key,
      Body: body,
      ContentType: options.contentType,
      ContentEncoding: options.contentEncoding,
      Metadata: { ...options.metadata },
      IfNoneMatch: options.ifNoneMatch,
      IfMatch: options.ifMatch,
    });
    try {
      return { etag: (await this.client.send(command)).ETag ?? null };
    } catch (error) {
      if (isLostRace(error, options)) {
        throw new PreconditionFailedError(`another writer was first (s3://${ref.bucket}/${ref.key})`, { cause: error });
      }
      throw error;
    }
  }

  private async request(ref: ObjectRef): Promise<GetObjectCommandOutput> {
    try {
      const command = new GetObjectCommand({ Bucket: ref.bucket, Key: ref.key, VersionId: ref.versionId });
      return await this.client.send(command);
    } catch (error) {
      if (isMissingObject(error)) {
        throw new ObjectNotFoundError(`no such object (s3://${ref.bucket}/${ref.key})`, { cause: error });
      }
      throw error;
    }
  }
}

async function readBody(
  response: GetObjectCommandOutput,
  ref: ObjectRef,
  maxBytes: number,
  timeoutMs: number,
): Promise<Uint8Array> {
  const body = response.Body as (AsyncIterable<Uint8Array> & { destroy(error?: Error): void }) | undefined;
  if (body === undefined) return new Uint8Array();
  const expected = response.ContentLength;
  const name = `s3://${ref.bucket}/${ref.key}`;
  const tooLarge = () => new ObjectTooLargeError(`expected at most ${maxBytes} bytes (${name})`);
  if (expected !== undefined && expected > maxBytes) {
    body.destroy();
    throw tooLarge();
  }
  const timer = setTimeout(
    () => body.destroy(new Error(`the body was not read within ${timeoutMs} ms (${name})`)),
    timeoutMs,
  );
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge();
      chunks.push(chunk);
    }
    if (expected !== undefined && size !== expected) {
      throw new Error(`expected a body of ${expected} bytes, got ${size} (${name})`);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
  }
}

type Head = Pick<GetObjectCommandOutput, 'ContentType' | 'ContentEncoding' | 'Metadata' | 'ETag' | 'VersionId'>;

function describe(head: Head): Omit<StoredObject, 'body'> {
  const metadata = Object.entries(head.Metadata ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    contentType: head.ContentType ?? null,
    contentEncoding: head.ContentEncoding ?? null,
    metadata: Object.fromEntries(metadata),
    etag: head.ETag ?? null,
    versionId: head.VersionId ?? null,
  };
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

/** 405 is the answer for the version id of a delete marker. A missing bucket is a fault of the set-up, so it is not among these. */
function isMissingObject(error: unknown): boolean {
  const status = statusOf(error);
  return (status === 404 || status === 405) && error instanceof Error && error.name !== 'NoSuchBucket';
}

/** 412: the condition does not hold. 409: another conditional write was under way. 404: what `If-Match` named was deleted. */
function isLostRace(error: unknown, options: PutOptions): boolean {
  const status = statusOf(error);
  const isConflict = status === 409 && error instanceof Error && error.name === 'ConditionalRequestConflict';
  return status === 412 || isConflict || (options.ifMatch !== undefined && isMissingObject(error));
}
