import type { ObjectRef, StoredObject } from '../io/ports.ts';
import { bareEtag, type SourceVersion } from '../io/write-once.ts';
import type { PipelineDeps } from './outcome.ts';

/** Whether the version that was read is still the newest of its key. */
export async function isCurrent(ref: ObjectRef, source: SourceVersion, deps: PipelineDeps): Promise<boolean> {
  const newest = await deps.raw.head(ref);
  return newest !== null && bareEtag(newest.etag) === source.etag && newest.versionId === source.versionId;
}

/** The version that was read, or that the event names when nothing was read. */
export function versionOf(ref: ObjectRef, object: Pick<StoredObject, 'etag' | 'versionId'> | undefined): SourceVersion {
  return {
    etag: bareEtag(object?.etag ?? ref.etag),
    versionId: object?.versionId ?? ref.versionId ?? null,
    sequencer: ref.sequencer ?? null,
  };
}

/** Names an object in records and errors; control characters of its key percent-encoded. */
export function uriOf(ref: ObjectRef, deps: PipelineDeps): string {
  return deps.uriOf?.(ref) ?? `s3://${ref.bucket}/${ref.key.replace(/\p{Cc}/gu, encodeURIComponent)}`;
}
