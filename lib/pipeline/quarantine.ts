import type { CleaningError } from '../core/errors.ts';
import { toJson } from '../io/json-line.ts';
import { quarantinedEventKey, quarantineKey } from '../io/output-key.ts';
import type { ObjectRef, StoredObject } from '../io/ports.ts';
import { type SourceVersion, writeOnce } from '../io/write-once.ts';
import type { PipelineDeps, QuarantinedOutcome } from './outcome.ts';
import { isCurrent, uriOf, versionOf } from './source.ts';

/** Writes why an object can never be cleaned, in place of its record. Safe to repeat. */
export async function quarantineObject(
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

async function writeQuarantine(
  key: string,
  report: object,
  error: CleaningError,
  source: SourceVersion,
  deps: PipelineDeps,
  isNewest: () => Promise<boolean> = async () => true,
): Promise<QuarantinedOutcome> {
  const content = Buffer.from(`${toJson(report)}\n`);
  const output = { bucket: deps.quarantineBucket, key, contentType: 'application/json', content };
  await writeOnce(deps.quarantine, output, source, isNewest);
  return { outcome: 'quarantined', reason: error.reason, message: error.message, outputKey: key };
}
