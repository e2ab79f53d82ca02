import { CleaningError, type Reason } from './core/errors.ts';
import type { CleanOptions, SourceInfo } from './core/source.ts';
import { containerOf, encodingOf } from './io/container.ts';
import { compress, decompress } from './io/decompress.ts';
import { givenMetadata } from './io/given.ts';
import { isFolderMarker, outputKey, quarantinedEventKey, quarantineKey } from './io/output-key.ts';
import {
  ObjectNotFoundError,
  type ObjectRef,
  type ObjectStore,
  ObjectTooLargeError,
  type StoredObject,
} from './io/ports.ts';
import { bareEtag, isOwnOutput, type SourceVersion, writeOnce } from './io/write-once.ts';
import { type CleanedBody, type CleanedCounts, cleanBody } from './pipeline/clean-body.ts';

/** Bytes of an object as stored, above which it is refused. */
export const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;

/** Bytes of an object after decompression, above which it is refused. */
export const DEFAULT_MAX_DECOMPRESSED_BYTES = 50 * 1024 * 1024;

/** Where objects come from and go to; the stores may be one. */
export interface PipelineDeps {
  readonly raw: ObjectStore;
  readonly clean: ObjectStore;
  readonly quarantine: ObjectStore;
  readonly cleanBucket: string;
  readonly quarantineBucket: string;
  /** `maxBytes` bounds the object as stored. */
  readonly options?: CleanOptions & { readonly maxDecompressedBytes?: number };
  /** Put before every output key; keys under it are never read. */
  readonly outputPrefix?: string;
  /** Names an object in records and errors. Default `s3://bucket/key`. */
  readonly uriOf?: (ref: Pick<ObjectRef, 'bucket' | 'key'>) => string;
}

/** What became of one object; exactly one of these for each. */
export type ObjectOutcome = CleanedOutcome | QuarantinedOutcome | IgnoredOutcome;

export interface CleanedOutcome extends CleanedCounts {
  readonly outcome: 'cleaned';
  readonly outputKey: string;
  /** False when the same or a newer output was there already. */
  readonly written: boolean;
}

export interface QuarantinedOutcome {
  readonly outcome: 'quarantined';
  readonly reason: Reason;
  readonly message: string;
  readonly outputKey: string;
}

export interface IgnoredOutcome {
  readonly outcome: 'ignored';
  readonly why: 'folder-marker' | 'gone' | 'own-output' | 'test-event';
}

/**
 * Reads, cleans and writes one object. Safe to repeat: a second run over the same version changes nothing.
 *
 * @throws Whatever the stores throw, so that the caller retries: nothing is half-written then.
 */
export async function processObject(ref: ObjectRef, deps: PipelineDeps): Promise<ObjectOutcome> {
  if (isFolderMarker(ref.key, ref.size ?? -1)) return { outcome: 'ignored', why: 'folder-marker' };
  if (isUnderOutput(ref, deps)) return { outcome: 'ignored', why: 'own-output' };
  let object: StoredObject | undefined;
  try {
    object = await readObject(ref, deps);
    if (isFolderMarker(ref.key, object.body.length)) return { outcome: 'ignored', why: 'folder-marker' };
    if (isOwnOutput(object.metadata)) return { outcome: 'ignored', why: 'own-output' };
    const cleaned = cleanObject(ref, object, deps);
    return await writeCleaned(ref, object, cleaned, deps);
  } catch (error) {
    if (error instanceof GoneError) return { outcome: 'ignored', why: 'gone' };
    if (error instanceof CleaningError) return quarantineObject(ref, object, error, deps);
    throw error;
  }
}

/** Writes a quarantine object for a message that names no object. Safe to repeat. */
export async function quarantineEvent(
  message: string,
  error: CleaningError,
  deps: PipelineDeps,
): Promise<QuarantinedOutcome> {
  const key = quarantinedEventKey(message, deps.outputPrefix);
  const report = { outcome: 'quarantined', reason: error.reason, message: error.message };
  return writeQuarantine(key, report, error, { etag: null, versionId: null, sequencer: null }, deps);
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

function cleanObject(ref: ObjectRef, object: StoredObject, deps: PipelineDeps): CleanedBody {
  const uri = uriOf(ref, deps);
  const maxBytes = deps.options?.maxDecompressedBytes ?? DEFAULT_MAX_DECOMPRESSED_BYTES;
  const body = decompress(object.body, object.contentEncoding ?? encodingOf(ref.key), maxBytes, uri);
  const container = containerOf(body, object.contentType, ref.key, uri);
  const { etag, versionId } = versionOf(ref, object);
  const info: SourceInfo = {
    uri,
    bucket: ref.bucket,
    key: ref.key,
    ...(versionId !== null && { versionId }),
    ...(etag !== null && { etag }),
    ...givenMetadata(object.metadata),
  };
  return cleanBody(body, container, info, { ...deps.options, maxBytes });
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

async function quarantineObject(
  ref: ObjectRef,
  object: StoredObject | undefined,
  error: CleaningError,
  deps: PipelineDeps,
): Promise<QuarantinedOutcome> {
  const source = versionOf(ref, object);
  const report = {
    outcome: 'quarantined',
    reason: error.reason,
    message: error.message,
    uri: uriOf(ref, deps),
    bucket: ref.bucket,
    key: ref.key,
    versionId: source.versionId ?? undefined,
    etag: source.etag ?? undefined,
    size: object?.body.length ?? ref.size,
  };
  return writeQuarantine(quarantineKey(ref.bucket, ref.key, deps.outputPrefix), report, error, source, deps, () =>
    isCurrent(ref, source, deps),
  );
}

async function writeQuarantine(
  key: string,
  report: object,
  error: CleaningError,
  source: SourceVersion,
  deps: PipelineDeps,
  isNewest: () => Promise<boolean> = async () => true,
): Promise<QuarantinedOutcome> {
  const content = Buffer.from(`${JSON.stringify(report)}\n`);
  const output = { bucket: deps.quarantineBucket, key, contentType: 'application/json', content };
  await writeOnce(deps.quarantine, output, source, isNewest);
  return { outcome: 'quarantined', reason: error.reason, message: error.message, outputKey: key };
}

async function isCurrent(ref: ObjectRef, source: SourceVersion, deps: PipelineDeps): Promise<boolean> {
  const newest = await deps.raw.head(ref);
  return newest !== null && bareEtag(newest.etag) === source.etag && newest.versionId === source.versionId;
}

/** The version that was read, or that the event names when nothing was read. */
function versionOf(ref: ObjectRef, object: StoredObject | undefined): SourceVersion {
  return {
    etag: bareEtag(object?.etag ?? ref.etag),
    versionId: object?.versionId ?? ref.versionId ?? null,
    sequencer: ref.sequencer ?? null,
  };
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

function uriOf(ref: ObjectRef, deps: PipelineDeps): string {
  return deps.uriOf?.(ref) ?? `s3://${ref.bucket}/${ref.key}`;
}
