import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { type ObjectRef, ObjectTooLargeError } from './ports.ts';

/**
 * Reads the body of an answer whole.
 *
 * @throws ObjectTooLargeError; Error when it is cut, or not read in time.
 */
export async function readBody(
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
  const late = (): unknown => body.destroy(new Error(`the body was not read within ${timeoutMs} ms (${name})`));
  const timer = globalThis.setTimeout(late, timeoutMs);
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
