import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import type { S3EventRecord } from 'aws-lambda';
import { synthesizeFunction } from '../../lib/local/code.ts';
import { LocalStack, type LocalStackOptions } from '../../lib/local/local-stack.ts';

// The SDK would warn of Node 20 in every test file.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** Milliseconds in which the function must be through with what a test puts. */
const PATIENCE_MS = 60_000;

jest.setTimeout(PATIENCE_MS + 30_000);

/** Building the bundle and starting. */
export const START_LIMIT_MS = 120_000;

const projectRoot = join(__dirname, '..', '..');

/** The stack with the bundle that is deployed, and what tests ask of it. */
export class StackFixture {
  private constructor(
    readonly stack: LocalStack,
    /** Events of the raw bucket. */
    readonly uploads: readonly S3EventRecord[],
  ) {}

  static async start(options: Partial<LocalStackOptions> = {}): Promise<StackFixture> {
    const code = await synthesizeFunction(projectRoot, join(projectRoot, 'cdk.out', 'integration'));
    const uploads: S3EventRecord[] = [];
    const onEvent = (record: S3EventRecord): void => {
      if (record.s3.bucket.name === 'raw') uploads.push(record);
    };
    return new StackFixture(
      await LocalStack.start({ projectRoot, code, retryDelayMs: 5, onEvent, ...options }),
      uploads,
    );
  }

  close(): Promise<void> {
    return this.stack.close();
  }

  async put(
    Key: string,
    Body: string | Uint8Array,
    more: Partial<PutObjectCommandInput> = {},
  ): Promise<string | undefined> {
    const object = { Bucket: 'raw', Key, Body, ContentLength: Buffer.byteLength(Body), ContentType: 'text/html' };
    return (await this.stack.client.send(new PutObjectCommand({ ...object, ...more }))).VersionId;
  }

  /** Sends events again, each as a message of its own. */
  replay(...events: readonly (S3EventRecord | undefined)[]): void {
    for (const event of events) this.stack.queue.send(JSON.stringify({ Records: [event] }));
  }

  /** Resolves when every message is done with. */
  async idle(): Promise<void> {
    const limit = Date.now() + PATIENCE_MS;
    while (this.stack.queue.size > 0) {
      if (Date.now() > limit) throw new Error(`${this.stack.queue.size} messages were not done in time`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async keys(Bucket: string, Prefix: string): Promise<(string | undefined)[]> {
    const { Contents = [] } = await this.stack.client.send(new ListObjectsV2Command({ Bucket, Prefix }));
    return Contents.map((object) => object.Key);
  }

  async versions(Bucket: string, Prefix: string): Promise<number> {
    const { Versions = [] } = await this.stack.client.send(new ListObjectVersionsCommand({ Bucket, Prefix }));
    return Versions.length;
  }

  async readJson(Bucket: string, Key: string): Promise<Record<string, unknown>> {
    const { Body } = await this.stack.client.send(new GetObjectCommand({ Bucket, Key }));
    return JSON.parse((await Body?.transformToString()) ?? '');
  }

  /** The rows of a part of a shard. */
  async readRows(Bucket: string, Key: string): Promise<readonly unknown[]> {
    const { Body } = await this.stack.client.send(new GetObjectCommand({ Bucket, Key }));
    const lines = gunzipSync((await Body?.transformToByteArray()) ?? '')
      .toString()
      .trim()
      .split('\n');
    return lines.map((line): unknown => JSON.parse(line));
  }
}

/** A page with an article of a few sentences about `subject`. */
export function page(subject: string): string {
  const sentences = [1, 2, 3].map(
    (number) =>
      `<p>The council of Ellerport spoke about ${subject} for ${number} hours on Tuesday and came to no end.</p>`,
  );
  return `<!DOCTYPE html><html lang="en"><head><title>On ${subject}</title></head><body><nav><a href="/">Home</a> <a href="/city">City</a></nav><article><h1>On ${subject}</h1>${sentences.join('')}</article><footer>All rights reserved</footer></body></html>`;
}
