import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { CLEAN_BUCKET, QUARANTINE_BUCKET } from './code.ts';
import type { LoggedOutcome } from './outcomes.ts';

/** A result as it was found in its bucket and written to the folder. */
export interface Result {
  /** Of the file; relative to the folder. */
  readonly path: string;
  /** Of the record, or of the first of many; `null` where it has none. */
  readonly title: string | null;
  /** Of a quarantined object's report. */
  readonly message: string | null;
  /** Number of keys of the record: how much was found. */
  readonly keys: number;
}

/** Copies a result from its bucket to the same place in the folder; `null` for an ignored object, which has none. */
export async function mirrorResult(client: S3Client, outcome: LoggedOutcome, folder: string): Promise<Result | null> {
  if (outcome.outputKey === null) return null;
  const bucket = outcome.outcome === 'cleaned' ? CLEAN_BUCKET : QUARANTINE_BUCKET;
  const { Body, ContentEncoding } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: outcome.outputKey }));
  const stored = Buffer.from((await Body?.transformToByteArray()) ?? []);
  const path = join(bucket, fileNameOf(outcome.outputKey));
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), stored);
  // An earlier run may have ended the other way.
  if (bucket === CLEAN_BUCKET)
    rmSync(join(folder, QUARANTINE_BUCKET, fileNameOf(`${outcome.key}.json`)), { force: true });
  if (outcome.outputKey.endsWith('.manifest')) await mirrorParts(client, JSON.parse(stored.toString('utf8')), folder);
  const text = (ContentEncoding === 'gzip' ? gunzipSync(stored) : stored).toString('utf8');
  const [first = '{}'] = text.split('\n', 1);
  const record = JSON.parse(first) as Record<string, unknown>;
  return { path, title: textOf(record.title), message: textOf(record.message), keys: Object.keys(record).length };
}

/** Copies the parts that a manifest names. */
async function mirrorParts(
  client: S3Client,
  manifest: { parts: readonly { key: string }[] },
  folder: string,
): Promise<void> {
  for (const { key } of manifest.parts) {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: CLEAN_BUCKET, Key: key }));
    writeFileSync(join(folder, CLEAN_BUCKET, fileNameOf(key)), (await Body?.transformToByteArray()) ?? '');
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A relative path for any key, another one for another key: what a file name cannot hold is percent-encoded. */
export function fileNameOf(key: string): string {
  return key.split('/').map(encodeSegment).join('/');
}

function encodeSegment(segment: string): string {
  if (segment === '') return '%2F';
  if (segment === '.' || segment === '..') return segment.replaceAll('.', '%2E');
  return segment.replace(/[\p{Cc}\\]|%(?=[0-9A-Fa-f]{2})/gu, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}
