import { CleaningError } from './core/errors.ts';
import type { SourceInfo } from './core/source.ts';
import { compress } from './io/decompress.ts';
import { givenMetadata } from './io/given.ts';
import { isOtherMedia } from './io/other-media.ts';
import { isFolderMarker, isSideFile, outputKey } from './io/output-key.ts';
import { ObjectNotFoundError, type ObjectRef, ObjectTooLargeError, type StoredObject } from './io/ports.ts';
import { isOwnOutput, writeOnce } from './io/write-once.ts';
import type { BodyCleaner } from './pipeline/body-cleaner.ts';
import type { CleanedBody } from './pipeline/clean-body.ts';
import type { CleanedOutcome, ObjectOutcome, PipelineDeps } from './pipeline/outcome.ts';
import { quarantineObject } from './pipeline/quarantine.ts';
import { isCurrent, uriOf, versionOf } from './pipeline/source.ts';

export type * from './pipeline/outcome.ts';
export { quarantineEvent } from './pipeline/quarantine.ts';

/** Bytes of an object as stored, above which it is refused. */
export const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;

/** Bytes of an object after decompression, above which it is refused. */
export const DEFAULT_MAX_DECOMPRESSED_BYTES = 50 * 1024 * 1024;

/**
 * Reads, cleans and writes one object. Safe to repeat: a second run over the same version changes nothing.
 *
 * @throws Whatever the stores throw, so that the caller retries: nothing is half-written then.
 */
export async function processObject(ref: ObjectRef, deps: PipelineDeps): Promise<ObjectOutcome> {
  if (isFolderMarker(ref.key, ref.size ?? -1)) return { outcome: 'ignored', why: 'folder-marker' };
  if (isSideFile(ref.key)) return { outcome: 'ignored', why: 'side-file' };
  if (isUnderOutput(ref, deps)) return { outcome: 'ignored', why: 'own-output' };
  let object: StoredObject | undefined;
  try {
    object = await readObject(ref, deps);
    if (isFolderMarker(ref.key, object.body.length)) return { outcome: 'ignored', why: 'folder-marker' };
    if (isOwnOutput(object.metadata)) return { outcome: 'ignored', why: 'own-output' };
    if (isOtherMedia(object.body, object.contentType, ref.key)) return { outcome: 'ignored', why: 'other-media' };
    if (ref.key.endsWith('/'))
      throw new CleaningError('invalid-key', `expected a key that names a file (${uriOf(ref, deps)})`);
    const cleaned = await cleanObject(ref, object, deps);
    return await writeCleaned(ref, object, cleaned, deps);
  } catch (error) {
    if (error instanceof GoneError) return { outcome: 'ignored', why: 'gone' };
    if (error instanceof CleaningError) return quarantineObject(ref, object, error, deps);
    throw error;
  }
}

class GoneError extends Error {}

async function readObject(ref: ObjectRef, deps: PipelineDeps): Promise<StoredObject> {
  const maxBytes = deps.options?.maxBytes ?? DEFAULT_MAX_BYTES;
  try {
    return await deps.raw.get(ref, { maxBytes });
  } catch (error) {
    if (error instanceof ObjectNotFoundError) throw new GoneError();
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
  return (deps.cleaner ?? (await inThisThread())).clean(task);
}

async function writeCleaned(
  ref: ObjectRef,
  object: StoredObject,
  { content, suffix, counts }: CleanedBody,
  deps: PipelineDeps,
): Promise<CleanedOutcome> {
  const many = suffix === '.jsonl.gz';
  const output = {
    bucket: deps.cleanBucket,
    key: outputKey(ref.key, suffix, deps.outputPrefix),
    contentType: many ? 'application/x-ndjson' : 'application/json',
    content,
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

/** Loaded only where no cleaner is given: the function's main thread has no use for the core. */
async function inThisThread(): Promise<BodyCleaner> {
  return (await import('./pipeline/body-cleaner.ts')).inThisThread;
}
