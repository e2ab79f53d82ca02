import { Readable } from 'node:stream';
import { CleaningError } from './core/errors.ts';
import type { SourceInfo } from './core/source.ts';
import { compress } from './io/decompress.ts';
import { givenMetadata } from './io/given.ts';
import { isOtherMedia } from './io/other-media.ts';
import { isFolderMarker, isSideFile, outputKey } from './io/output-key.ts';
import { ObjectNotFoundError, type ObjectRef, ObjectTooLargeError, type StoredObject } from './io/ports.ts';
import { isOwnOutput, type SourceVersion, writeOnce } from './io/write-once.ts';
import type { CleanedBody } from './pipeline/clean-body.ts';
import { cleanerOf } from './pipeline/cleaner-of.ts';
import { DEFAULT_MAX_BYTES, DEFAULT_MAX_DECOMPRESSED_BYTES } from './pipeline/limits.ts';
import type { CleanedOutcome, IgnoredOutcome, ObjectOutcome, PipelineDeps } from './pipeline/outcome.ts';
import { quarantineObject } from './pipeline/quarantine.ts';
import { removesOutputs, retireOutputs } from './pipeline/removal.ts';
import { isLargeShard, kindOfShard, shardKind } from './pipeline/shard/kind.ts';
import type { ShardSettings } from './pipeline/shard/settings.ts';
import { cleanShard } from './pipeline/shard/shard.ts';
import { isCurrent, uriOf, versionOf } from './pipeline/source.ts';

export { DEFAULT_MAX_BYTES, DEFAULT_MAX_DECOMPRESSED_BYTES } from './pipeline/limits.ts';
export type * from './pipeline/outcome.ts';
export { REMOVED_OBJECTS } from './pipeline/outcome.ts';
export { quarantineEvent } from './pipeline/quarantine.ts';

/**
 * Reads, cleans and writes one object. Safe to repeat: a second run over the same version changes nothing.
 *
 * @throws Whatever the stores throw, so that the caller retries: nothing is half-written then.
 */
export async function processObject(ref: ObjectRef, deps: PipelineDeps): Promise<ObjectOutcome> {
  const { outcome, source } = await decide(ref, deps);
  // A shard that is gone on with has parts and no manifest yet: nothing of it is stale.
  if (!removesOutputs(deps) || source === null || outcome.outcome === 'continued') return outcome;
  // After every outcome: the source may have been removed since it was read, and a removal that came meanwhile found nothing.
  const kept = outcome.outcome === 'cleaned' ? outcome.outputKey : null;
  const parts = (outcome.outcome === 'cleaned' ? outcome.parts : ref.fromPart) ?? 0;
  const outputs = await retireOutputs(ref, source, kept, deps, parts);
  return outcome.outcome === 'ignored' && outputs > 0 ? { outcome: 'removed', outputs } : outcome;
}

/** Does what the removal of an object asks for. Safe to repeat, also late: an object that is there again is left alone. */
export async function processRemoval(ref: ObjectRef, deps: PipelineDeps): Promise<ObjectOutcome> {
  if (!removesOutputs(deps) || isUnderOutput(ref, deps)) return { outcome: 'ignored', why: 'gone' };
  const outputs = await retireOutputs(ref, null, null, deps);
  return outputs > 0 ? { outcome: 'removed', outputs } : { outcome: 'ignored', why: 'gone' };
}

interface Decision {
  readonly outcome: ObjectOutcome;
  /** The version that the outcome is of; `null` for what is no source at all. */
  readonly source: SourceVersion | null;
}

async function decide(ref: ObjectRef, deps: PipelineDeps): Promise<Decision> {
  const ignored = (why: IgnoredOutcome['why']): Decision => ({ outcome: { outcome: 'ignored', why }, source: null });
  if (isFolderMarker(ref.key, ref.size ?? -1)) return ignored('folder-marker');
  if (isSideFile(ref.key)) return ignored('side-file');
  if (isUnderOutput(ref, deps)) return ignored('own-output');
  let object: StoredObject | undefined;
  try {
    if (deps.shards && ref.fromPart !== undefined) return await streamShard(ref, deps.shards, deps);
    if (deps.shards && isLargeShard(ref, deps)) return await streamShard(ref, deps.shards, deps);
    object = await readObject(ref, deps);
    if (isFolderMarker(ref.key, object.body.length)) return ignored('folder-marker');
    if (isOwnOutput(object.metadata)) return ignored('own-output');
    if (isOtherMedia(object.body, object.contentType, ref.key)) return ignored('other-media');
    if (ref.key.endsWith('/'))
      throw new CleaningError('invalid-key', `expected a key that names a file (${uriOf(ref, deps)})`);
    const kind = deps.shards ? kindOfShard(ref, object, deps) : null;
    if (deps.shards && kind) {
      const { body, ...head } = object;
      const outcome = await cleanShard(ref, { stream: Readable.from([body]), ...head }, kind, deps.shards, deps);
      return { outcome, source: versionOf(ref, object) };
    }
    const cleaned = await cleanObject(ref, object, deps);
    return { outcome: await writeCleaned(ref, object, cleaned, deps), source: versionOf(ref, object) };
  } catch (error) {
    if (error instanceof GoneError) return { ...ignored('gone'), source: versionOf(ref, undefined) };
    if (!(error instanceof CleaningError)) throw error;
    return { outcome: await quarantineObject(ref, object, error, deps), source: versionOf(ref, object) };
  }
}

/** Cleans a shard that is too large to be held, or one that was begun before. */
async function streamShard(ref: ObjectRef, shards: ShardSettings, deps: PipelineDeps): Promise<Decision> {
  const opened = await orGone(shards.raw.open(ref));
  // Without a name or a type it was begun for its first bytes, which only WARC files are known by.
  const kind = shardKind(ref.key, opened.contentType) ?? 'warc';
  const source = versionOf(ref, opened);
  try {
    return { outcome: await cleanShard(ref, opened, kind, shards, deps), source };
  } catch (error) {
    if (!(error instanceof CleaningError)) throw error;
    return { outcome: await quarantineObject({ ...ref, ...named(source) }, undefined, error, deps), source };
  }
}

/** The version that was read, as the event would name it. */
function named({ etag, versionId }: SourceVersion): Pick<ObjectRef, 'etag' | 'versionId'> {
  return { ...(etag !== null && { etag }), ...(versionId !== null && { versionId }) };
}

class GoneError extends Error {}

async function orGone<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((error: unknown) => {
    throw error instanceof ObjectNotFoundError ? new GoneError() : error;
  });
}

async function readObject(ref: ObjectRef, deps: PipelineDeps): Promise<StoredObject> {
  const maxBytes = deps.options?.maxBytes ?? DEFAULT_MAX_BYTES;
  try {
    return await orGone(deps.raw.get(ref, { maxBytes }));
  } catch (error) {
    if (error instanceof ObjectTooLargeError) {
      const size = ref.size === undefined ? 'more' : `${ref.size}`;
      const message = `expected an object of at most ${maxBytes} bytes, got ${size} (${uriOf(ref, deps)})`;
      throw new CleaningError('too-large', message, { cause: error });
    }
    throw error;
  }
}

async function cleanObject(ref: ObjectRef, object: StoredObject, deps: PipelineDeps): Promise<CleanedBody> {
  const uri = uriOf(ref, deps);
  const maxBytes = deps.options?.maxDecompressedBytes ?? DEFAULT_MAX_DECOMPRESSED_BYTES;
  const { etag, versionId } = versionOf(ref, object);
  const info: SourceInfo = {
    uri,
    bucket: ref.bucket,
    key: ref.key,
    ...(versionId !== null && { versionId }),
    ...(etag !== null && { etag }),
    ...givenMetadata(object.metadata),
  };
  const { body, contentType, contentEncoding } = object;
  const { key } = ref;
  const task = { body, contentType, contentEncoding, key, uri, info, options: { ...deps.options }, maxBytes };
  return (await cleanerOf(deps)).clean(task);
}

async function writeCleaned(
  ref: ObjectRef,
  object: StoredObject,
  { content, comparable, suffix, counts }: CleanedBody,
  deps: PipelineDeps,
): Promise<CleanedOutcome> {
  const many = suffix === '.jsonl.gz';
  const output = {
    bucket: deps.cleanBucket,
    key: outputKey(ref.key, suffix, deps.outputPrefix),
    contentType: many ? 'application/x-ndjson' : 'application/json',
    content,
    comparable,
    ...(many && { encoded: { body: compress(content), contentEncoding: 'gzip' } }),
  };
  const source = versionOf(ref, object);
  const written = await writeOnce(deps.clean, output, source, () => isCurrent(ref, source, deps));
  return { outcome: 'cleaned', outputKey: output.key, written, ...counts };
}

function isUnderOutput(ref: ObjectRef, deps: PipelineDeps): boolean {
  const isOutputBucket = ref.bucket === deps.cleanBucket || ref.bucket === deps.quarantineBucket;
  return (
    isOutputBucket &&
    deps.outputPrefix !== undefined &&
    deps.outputPrefix !== '' &&
    ref.key.startsWith(deps.outputPrefix)
  );
}
