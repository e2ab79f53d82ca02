import { setTimeout } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import {
  ObjectNotFoundError,
  type ObjectRef,
  type ObjectStore,
  ObjectTooLargeError,
  type OpenedObject,
  PreconditionFailedError,
  type PutOptions,
  type StoredObject,
  type StreamingStore,
} from './ports.ts';
import { describe, isLostRace, isMissingObject, statusOf } from './s3-answers.ts';
import { readBody } from './s3-body.ts';
import { streamBody } from './s3-stream.ts';

/** Tries of one request by the SDK, with its backoff and jitter; its default of 3 gives up within a second of throttling. */
const MAX_ATTEMPTS = 6;

/** Milliseconds to connect; within a region it takes a few. */
const CONNECTION_TIMEOUT_MS = 1_000;

/** Milliseconds until the response head, the sending of a body included; the SDK's default is to wait for ever. */
const REQUEST_TIMEOUT_MS = 5_000;

/** Milliseconds to read a body; 10 MiB at 1 MiB a second. */
const READ_TIMEOUT_MS = 10_000;

/** Tries of GET and reading together: the SDK retries a request, but not a body that is cut while it is read. */
const READ_TRIES = 5;

/** Milliseconds before the second try of a body; doubled for each further one, and drawn between nothing and that. */
const READ_BACKOFF_MS = 50;

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
export class S3Store implements ObjectStore, StreamingStore {
  /**
   * @param readTimeoutMs Milliseconds for the reading of one body.
   * @param signal Ends every request and all trying again.
   */
  constructor(
    private readonly client: S3Client,
    private readonly readTimeoutMs = READ_TIMEOUT_MS,
    private readonly signal?: AbortSignal,
  ) {}

  /** The same store for work that must end with a signal. */
  within(signal: AbortSignal): S3Store {
    return new S3Store(this.client, this.readTimeoutMs, signal);
  }

  async get(ref: ObjectRef, limits: { readonly maxBytes: number }): Promise<StoredObject> {
    for (let tries = 1; ; tries++) {
      const response = await this.request(ref);
      try {
        return { body: await readBody(response, ref, limits.maxBytes, this.readTimeoutMs), ...describe(response) };
      } catch (error) {
        if (error instanceof ObjectTooLargeError || tries === READ_TRIES || this.signal?.aborted) throw error;
      }
      await setTimeout(
        Math.random() * READ_BACKOFF_MS * 2 ** tries,
        undefined,
        this.signal ? { signal: this.signal } : {},
      );
    }
  }

  async open(ref: ObjectRef): Promise<OpenedObject> {
    const response = await this.request(ref);
    return { stream: streamBody(this.client, ref, response, this.signal), ...describe(response) };
  }

  async probe(ref: Pick<ObjectRef, 'bucket' | 'key'>): Promise<Omit<StoredObject, 'body'> | null> {
    try {
      return await this.head(ref);
    } catch (error) {
      // Without the right to list, S3 says of a missing object that it may not be read.
      if (statusOf(error) === 403) return null;
      throw error;
    }
  }

  async head(ref: Pick<ObjectRef, 'bucket' | 'key'>): Promise<Omit<StoredObject, 'body'> | null> {
    try {
      const command = new HeadObjectCommand({ Bucket: ref.bucket, Key: ref.key });
      return describe(await this.client.send(command, this.sending));
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
      return { etag: (await this.client.send(command, this.sending)).ETag ?? null };
    } catch (error) {
      if (isLostRace(error, options)) {
        throw new PreconditionFailedError(`another writer was first (s3://${ref.bucket}/${ref.key})`, { cause: error });
      }
      throw error;
    }
  }

  async remove(ref: Pick<ObjectRef, 'bucket' | 'key'>, { ifMatch }: { readonly ifMatch: string }): Promise<void> {
    try {
      const command = new DeleteObjectCommand({ Bucket: ref.bucket, Key: ref.key, IfMatch: ifMatch });
      await this.client.send(command, this.sending);
    } catch (error) {
      if (isMissingObject(error)) return;
      if (!isLostRace(error, {})) throw error;
      throw new PreconditionFailedError(`it was written meanwhile (s3://${ref.bucket}/${ref.key})`, { cause: error });
    }
  }

  private get sending(): { abortSignal?: AbortSignal } {
    return this.signal ? { abortSignal: this.signal } : {};
  }

  private async request(ref: ObjectRef): Promise<GetObjectCommandOutput> {
    try {
      const command = new GetObjectCommand({ Bucket: ref.bucket, Key: ref.key, VersionId: ref.versionId });
      return await this.client.send(command, this.sending);
    } catch (error) {
      if (isMissingObject(error)) {
        throw new ObjectNotFoundError(`no such object (s3://${ref.bucket}/${ref.key})`, { cause: error });
      }
      throw error;
    }
  }
}
