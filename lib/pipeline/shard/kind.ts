import { CleaningError } from '../../core/errors.ts';
import { decompress } from '../../io/decompress.ts';
import type { ObjectRef, StoredObject } from '../../io/ports.ts';
import { DEFAULT_MAX_BYTES, DEFAULT_MAX_DECOMPRESSED_BYTES } from '../limits.ts';
import type { PipelineDeps } from '../outcome.ts';
import { PART_BYTES, PART_ROWS } from './settings.ts';
import { unstreamedEncoding } from './unpack.ts';

/** Shards that are read row by row. */
export type ShardKind = 'lines' | 'warc';

const LINES = /^application\/(?:x-ndjson|ndjson|jsonl|x-jsonlines|json-lines)\b/i;

/** What kind of shard an object is by its key and its Content-Type; `null` for none. */
export function shardKind(key: string, contentType: string | null): ShardKind | null {
  const name = key.replace(/\.(?:gz|gzip)$/i, '');
  if (/\.warc$/i.test(name) || /^application\/warc\b/i.test(contentType ?? '')) return 'warc';
  return /\.(?:jsonl|ndjson)$/i.test(name) || LINES.test(contentType ?? '') ? 'lines' : null;
}

/** Whether an object is a shard, by its key alone, that is too large to be read whole. */
export function isLargeShard(ref: ObjectRef, deps: PipelineDeps): boolean {
  return (ref.size ?? 0) > (deps.options?.maxBytes ?? DEFAULT_MAX_BYTES) && shardKind(ref.key, null) !== null;
}

/** What kind of shard an object is that was read whole; `null` for what is cleaned in one piece. */
export function kindOfShard(ref: ObjectRef, object: StoredObject, deps: PipelineDeps): ShardKind | null {
  if (unstreamedEncoding(object.contentEncoding) !== undefined) return null;
  const isWarc = /^WARC\/\d/.test(Buffer.from(object.body.subarray(0, 8)).toString('latin1'));
  const kind = isWarc ? 'warc' : shardKind(ref.key, object.contentType);
  return kind !== null && hasManyParts(object, deps, kind) ? kind : null;
}

function hasManyParts(object: StoredObject, deps: PipelineDeps, kind: ShardKind): boolean {
  const maxBytes = deps.options?.maxDecompressedBytes ?? DEFAULT_MAX_DECOMPRESSED_BYTES;
  try {
    const body = decompress(object.body, object.contentEncoding, maxBytes, '');
    const isMore = kind === 'lines' && hasMoreLines(body, deps.shards?.partRows ?? PART_ROWS);
    return isMore || body.length > PART_BYTES;
  } catch (error) {
    if (!(error instanceof CleaningError)) throw error;
    return error.reason === 'decompression-limit';
  }
}

function hasMoreLines(body: Uint8Array, most: number): boolean {
  let lines = 0;
  for (let feed = body.indexOf(0x0a); feed >= 0; feed = body.indexOf(0x0a, feed + 1)) if (++lines > most) return true;
  return false;
}
