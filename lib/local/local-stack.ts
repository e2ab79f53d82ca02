import { setTimeout } from 'node:timers/promises';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3EventRecord } from 'aws-lambda';
import { CLEAN_BUCKET, CONFIG_BUCKET, type LocalFunction, QUARANTINE_BUCKET, RAW_BUCKET } from './code.ts';
import { EventSource } from './event-source.ts';
import { type DeadLetter, LocalQueue } from './queue.ts';
import { QueueEndpoint } from './queue-endpoint.ts';
import { LocalLambda } from './runtime/lambda.ts';
import { REGION } from './s3/events.ts';
import { LocalS3 } from './s3/server.ts';

/** Milliseconds for an invocation to end by itself when everything is stopped. */
const GRACE_MS = 1000;

export interface LocalStackOptions {
  readonly projectRoot: string;
  readonly code: LocalFunction;
  /** Of the S3 endpoint; default 0: any free port. */
  readonly port?: number;
  /** Objects a batch; default 10. With 1, the times that the function logs are those of one object alone. */
  readonly batchSize?: number;
  /** Processes of the function; default 1. */
  readonly concurrency?: number;
  readonly maxReceiveCount?: number;
  readonly retryDelayMs?: number;
  /** Gets what the function writes to its output, and why it failed where it could not say so itself. */
  readonly onOutput?: (chunk: Buffer) => void;
  /** Gets every change of every bucket, besides the queue. */
  readonly onEvent?: (record: S3EventRecord) => void;
  readonly onDeadLetter?: (message: DeadLetter) => void;
  /** What the function looks for in the bucket for what is known of sites, before every batch. Default nothing. */
  readonly sites?: { readonly rules?: boolean; readonly memory?: boolean };
}

/** Where it lies there, as in the stack. */
export const SITE_RULES_PREFIX = 'site-rules/';
export const SITE_MEMORY_KEY = 'site-memory/snapshot.jsonl.gz';

/** The stack in this machine: versioned buckets, the queue between them, and the function. */
export class LocalStack {
  private constructor(
    readonly client: S3Client,
    readonly queue: LocalQueue,
    readonly lambda: LocalLambda,
    readonly s3: LocalS3,
    private readonly eventSource: EventSource,
    private readonly endpoint: QueueEndpoint,
  ) {}

  /** Call `close` in the end. */
  static async start(options: LocalStackOptions): Promise<LocalStack> {
    const { projectRoot, batchSize = 10, concurrency = 1, onDeadLetter, onEvent, onOutput = () => {} } = options;
    const queue = new LocalQueue({
      // As in the stack, six times the time limit of the function.
      visibilityTimeoutMs: 6 * options.code.timeoutMs,
      maxReceiveCount: options.maxReceiveCount ?? 5,
      ...(onDeadLetter && { onDeadLetter }),
    });
    const s3 = await LocalS3.start({
      port: options.port ?? 0,
      onEvent: (record) => {
        onEvent?.(record);
        if (isUpload(record)) queue.send(JSON.stringify({ Records: [record] }));
      },
    });
    const client = createClient(s3.endpoint);
    await createBuckets(client);
    const endpoint = await QueueEndpoint.start(queue);
    const { timeoutMs, memoryMb } = options.code;
    const environment = { ...options.code.environment, QUEUE_URL: endpoint.queueUrl, ...siteVariables(options) };
    const code = { ...options.code, environment };
    const settings = { code, timeoutMs, memoryMb, s3Endpoint: s3.endpoint, projectRoot, concurrency, onOutput };
    const lambda = await LocalLambda.start(settings);
    const retryDelayMs = options.retryDelayMs ?? 1000;
    const invoke = (event: unknown): Promise<unknown> => lambda.invoke(event);
    const onError = (error: unknown): void => onOutput(Buffer.from(`${String(error)}\n`));
    const eventSource = new EventSource({ queue, invoke, batchSize, concurrency, retryDelayMs, onError });
    eventSource.start();
    // S3 sends this to every queue that it is told of.
    queue.send(JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: RAW_BUCKET }));
    return new LocalStack(client, queue, lambda, s3, eventSource, endpoint);
  }

  /** Stops everything; what is under way is given a moment, then cut off. */
  async close(): Promise<void> {
    const stopped = this.eventSource.stop();
    const waiting = new AbortController();
    await Promise.race([stopped, setTimeout(GRACE_MS, null, { signal: waiting.signal }).catch(() => {})]);
    waiting.abort();
    await this.lambda.close();
    await stopped;
    this.client.destroy();
    await this.endpoint.close();
    await this.s3.close();
  }
}

function siteVariables({ sites }: LocalStackOptions): Readonly<Record<string, string>> {
  return {
    ...(sites?.rules && { SITE_RULES: `s3://${CONFIG_BUCKET}/${SITE_RULES_PREFIX}` }),
    ...(sites?.memory && { SITE_MEMORY: `s3://${CONFIG_BUCKET}/${SITE_MEMORY_KEY}` }),
    SITE_REFRESH_SECONDS: '0',
  };
}

function isUpload(record: S3EventRecord): boolean {
  return record.s3.bucket.name === RAW_BUCKET && record.eventName.startsWith('ObjectCreated:');
}

export function createClient(endpoint: string): S3Client {
  return new S3Client({
    endpoint,
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    forcePathStyle: true,
  });
}

export async function createBuckets(client: S3Client): Promise<void> {
  for (const Bucket of [RAW_BUCKET, CLEAN_BUCKET, QUARANTINE_BUCKET, CONFIG_BUCKET]) {
    await client.send(new CreateBucketCommand({ Bucket }));
    const versioning = { Bucket, VersioningConfiguration: { Status: 'Enabled' as const } };
    await client.send(new PutBucketVersioningCommand(versioning));
  }
}
