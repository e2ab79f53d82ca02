import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import type { S3EventRecord, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { createBatchHandler } from '../../lambdas/clean/batch-handler.ts';
import { readEnvironment } from '../../lambdas/clean/environment.ts';
import type { ObjectRef } from '../../lib/io/ports.ts';
import { createS3Client, S3Store } from '../../lib/io/s3.ts';
import { CLEAN_BUCKET, QUARANTINE_BUCKET, RAW_BUCKET } from '../../lib/local/code.ts';
import { createBuckets, createClient } from '../../lib/local/local-stack.ts';
import { LocalS3 } from '../../lib/local/s3/server.ts';
import { FaultProxy } from './proxy.ts';

/** Milliseconds that stand for the seconds of the real client, so that a thousand hangs do not take hours. */
const REQUEST_TIMEOUT_MS = 400;
const ATTEMPTS = 5;

/** One version of an object in a bucket, without its body. */
export interface Version {
  readonly key: string;
  readonly versionId: string;
  readonly etag: string;
  readonly isLatest: boolean;
  readonly isDeleteMarker: boolean;
}

export interface HandlerSetUp {
  /** Variables of the function besides its buckets. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly requestTimeoutMs?: number;
  readonly attempts?: number;
  /** Takes up shards; without it they are cleaned in one piece. */
  readonly goOn?: (ref: ObjectRef) => Promise<void>;
}

export interface BenchHandler {
  readonly handle: (event: SQSEvent, remainingMs?: () => number) => Promise<SQSBatchResponse>;
  /** What it logged, one entry a line. */
  readonly lines: unknown[];
  close(): void;
}

/** The embedded S3 with a proxy before it; handlers of this process, and a client of its own that no fault reaches. */
export class Rig {
  /** Every event of the raw bucket, in order. */
  readonly events: S3EventRecord[] = [];
  onEvent: (record: S3EventRecord) => void = () => {};

  private constructor(
    readonly s3: LocalS3,
    readonly proxy: FaultProxy,
    readonly client: S3Client,
  ) {}

  static async start(): Promise<Rig> {
    let rig: Rig | null = null;
    const s3 = await LocalS3.start({ onEvent: (record) => rig?.take(record) });
    const client = createClient(s3.endpoint);
    await createBuckets(client);
    rig = new Rig(s3, await FaultProxy.start(s3.endpoint), client);
    return rig;
  }

  /** The handler as it is deployed, on the real SDK behind the proxy; only its waits are shorter. */
  handler({
    variables = {},
    requestTimeoutMs = REQUEST_TIMEOUT_MS,
    attempts = ATTEMPTS,
    goOn,
  }: HandlerSetUp = {}): BenchHandler {
    const client = createS3Client({
      endpoint: this.proxy.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      forcePathStyle: true,
      requestHandler: { connectionTimeout: 1000, requestTimeout: requestTimeoutMs, throwOnRequestTimeout: true },
      retryStrategy: new ConfiguredRetryStrategy(attempts, () => 2),
    });
    const store = new S3Store(client, requestTimeoutMs);
    const lines: unknown[] = [];
    const log = (...line: unknown[]): void => void lines.push(line);
    const { partRows, ...environment } = readEnvironment({ CLEAN_BUCKET, QUARANTINE_BUCKET, ...variables });
    const handle = createBatchHandler({
      pipeline: ({ signal, hasTime }) => {
        const bound = store.within(signal);
        const stores = { raw: bound, clean: bound, quarantine: bound };
        const shards = goOn && { raw: bound, clean: bound, hasTime, goOn, ...(partRows !== undefined && { partRows }) };
        return { ...stores, ...environment, ...(shards && { shards }) };
      },
      logger: { info: log, warn: log, error: log },
      metrics: { addMetric: () => {}, publishStoredMetrics: () => {} },
    });
    return {
      handle: (event, remainingMs = () => 60_000) => handle(event, { getRemainingTimeInMillis: remainingMs }),
      lines,
      close: () => client.destroy(),
    };
  }

  /** Puts an object past the proxy; gives its event. */
  async upload(
    key: string,
    body: string | Buffer,
    contentType = 'text/plain',
    bucket = RAW_BUCKET,
  ): Promise<S3EventRecord> {
    await this.put(key, body, contentType, bucket);
    return this.#lastEvent(key);
  }

  async put(key: string, body: string | Buffer, contentType = 'text/plain', bucket = RAW_BUCKET): Promise<void> {
    const command = new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType });
    await this.client.send(command);
  }

  /** Deletes as a user does, or one version for good; gives the event. */
  async remove(key: string, versionId?: string): Promise<S3EventRecord> {
    await this.client.send(new DeleteObjectCommand({ Bucket: RAW_BUCKET, Key: key, VersionId: versionId }));
    return this.#lastEvent(key);
  }

  /** All versions under a prefix, delete markers behind the others. */
  async versions(bucket: string, prefix = ''): Promise<readonly Version[]> {
    const found: Version[] = [];
    let KeyMarker: string | undefined;
    do {
      const page = await this.client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix, KeyMarker }));
      const markers = (page.DeleteMarkers ?? []).map((marker) => ({ ...marker, isDeleteMarker: true }));
      for (const one of [...(page.Versions ?? []), ...markers]) {
        const { Key: key = '', VersionId: versionId = '', IsLatest: isLatest = false } = one;
        const etag = 'ETag' in one ? (one.ETag ?? '') : '';
        found.push({ key, versionId, etag, isLatest, isDeleteMarker: 'isDeleteMarker' in one });
      }
      KeyMarker = page.NextKeyMarker;
    } while (KeyMarker !== undefined);
    return found;
  }

  async read(
    bucket: string,
    key: string,
    versionId?: string,
  ): Promise<{ body: Buffer; metadata: Record<string, string> }> {
    const command = new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId });
    const { Body, Metadata = {} } = await this.client.send(command);
    return { body: Buffer.from((await Body?.transformToByteArray()) ?? []), metadata: Metadata };
  }

  async readJson(bucket: string, key: string): Promise<Record<string, unknown>> {
    return JSON.parse((await this.read(bucket, key)).body.toString()) as Record<string, unknown>;
  }

  async close(): Promise<void> {
    this.client.destroy();
    await this.proxy.close();
    await this.s3.close();
  }

  private take(record: S3EventRecord): void {
    if (record.s3.bucket.name !== RAW_BUCKET) return;
    this.events.push(record);
    this.onEvent(record);
  }

  #lastEvent(key: string): S3EventRecord {
    const event = this.events.findLast(
      (record) => decodeURIComponent(record.s3.object.key.replaceAll('+', ' ')) === key,
    );
    if (!event) throw new Error(`expected an event for ${key}`);
    return event;
  }
}
