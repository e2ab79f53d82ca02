import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { GetObjectCommand, type GetObjectCommandOutput, type S3Client } from '@aws-sdk/client-s3';
import type { ObjectRef } from './ports.ts';

/** Tries in a row that bring not one byte. */
const MAX_TRIES = 5;

/** Milliseconds before the second try; doubled for each further one, and drawn between nothing and that. */
const BACKOFF_MS = 50;

/** Milliseconds without a byte after which a connection is given up. */
const STALL_MS = 10_000;

/**
 * Reads the body of an answer as it comes; where it breaks, asks for the rest of the very same bytes. A connection that
 * breaks before the reading begins is found by it, and until then is nobody's.
 *
 * @throws What the SDK throws after five tries in a row without a byte, and at once when the object has changed.
 */
export function streamBody(
  client: S3Client,
  ref: ObjectRef,
  first: GetObjectCommandOutput,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  // Without a listener an error of a stream that nobody reads yet ends the process.
  bodyOf(first)?.on('error', () => {});
  return readOn(client, ref, first, signal);
}

async function* readOn(
  client: S3Client,
  ref: ObjectRef,
  first: GetObjectCommandOutput,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let offset = 0;
  let tries = 0;
  for (let response = first; ; ) {
    try {
      for await (const chunk of withoutStalls(response)) {
        offset += chunk.length;
        tries = 0;
        yield chunk;
      }
      if (offset === (first.ContentLength ?? offset)) return;
      throw new Error(`expected ${first.ContentLength} bytes, got ${offset} (s3://${ref.bucket}/${ref.key})`);
    } catch (error) {
      if (++tries === MAX_TRIES || signal?.aborted) throw error;
    }
    await setTimeout(Math.random() * BACKOFF_MS * 2 ** tries, undefined, signal ? { signal } : {});
    const place = { Bucket: ref.bucket, Key: ref.key, VersionId: first.VersionId ?? ref.versionId };
    const rest = new GetObjectCommand({ ...place, Range: `bytes=${offset}-`, IfMatch: first.ETag });
    response = await client.send(rest, signal ? { abortSignal: signal } : {});
  }
}

function bodyOf({ Body }: GetObjectCommandOutput): Readable | undefined {
  return Body as Readable | undefined;
}

async function* withoutStalls(response: GetObjectCommandOutput): AsyncGenerator<Uint8Array> {
  const body = bodyOf(response);
  if (body === undefined) return;
  let timer: NodeJS.Timeout | undefined;
  const watch = (): void => {
    clearTimeout(timer);
    timer = globalThis.setTimeout(() => body.destroy(new Error(`no byte within ${STALL_MS} ms`)), STALL_MS);
  };
  try {
    watch();
    for await (const chunk of body) {
      // Not while the reader works on the chunk.
      clearTimeout(timer);
      yield chunk;
      watch();
    }
  } finally {
    clearTimeout(timer);
    body.destroy();
  }
}
