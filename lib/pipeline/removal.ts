import { isPartKey, outputKey, partSuffix } from '../io/output-key.ts';
import { type ObjectRef, PreconditionFailedError, type StoredObject } from '../io/ports.ts';
import { sha256 } from '../io/sha256.ts';
import {
  bareEtag,
  describe,
  isTombstone,
  laterSequencer,
  type SourceVersion,
  sourceOf,
  TOMBSTONE,
} from '../io/write-once.ts';
import type { PipelineDeps } from './outcome.ts';
import { uriOf } from './source.ts';

/** Rounds before a conflict is thrown, so that the queue retries it. */
const MAX_ROUNDS = 8;

interface Output {
  readonly bucket: string;
  readonly key: string;
  readonly etag: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Whether outputs may be taken back at all. */
export function removesOutputs(deps: PipelineDeps): boolean {
  return deps.removedObjects === 'delete' || deps.removedObjects === 'tombstone';
}

/**
 * Takes back every output of an object that is not of its newest version. Safe to repeat.
 *
 * What is taken back is the very output that was seen *before* the source was looked at, by its ETag: so an output that
 * a newer version has written meanwhile stays.
 *
 * @param source The version that was just handled; `null` when the object was removed.
 * @param kept The output that this version has; `null` when it has none.
 * @param parts How many parts there may be, also behind one that is missing: this version was cut into so many.
 * @returns How many outputs were taken back.
 * @throws PreconditionFailedError when other writers won every round.
 */
export async function retireOutputs(
  ref: ObjectRef,
  source: SourceVersion | null,
  kept: string | null,
  deps: PipelineDeps,
  parts = 0,
): Promise<number> {
  let retired = 0;
  for (let round = 1; ; round++) {
    const outputs = await findOutputs(ref.key, parts, deps);
    const newest = await deps.raw.head(ref);
    const isOurs = newest !== null && source !== null && isSame(newest, source);
    // An output of another version than the newest goes even if it is of this very run: the event of the newest may have
    // been handled before, and found nothing to take back.
    const stale = outputs.filter(({ key, metadata }) =>
      isOurs ? !belongsTo(key, kept) : newest === null || !isSame(newest, sourceOf(metadata)),
    );
    try {
      // Parts are found up to the first gap, so the last goes first: what a cut run leaves is found by the next.
      for (const output of stale.toReversed()) {
        await retire(output, ref, deps);
        retired++;
      }
      return retired;
    } catch (error) {
      if (!(error instanceof PreconditionFailedError) || round === MAX_ROUNDS) throw error;
    }
  }
}

function isSame(newest: Pick<StoredObject, 'etag' | 'versionId'>, source: SourceVersion): boolean {
  return bareEtag(newest.etag) === source.etag && newest.versionId === source.versionId;
}

/** The parts of a shard belong to its manifest. */
function belongsTo(key: string, kept: string | null): boolean {
  if (kept === null) return false;
  return key === kept || (kept.endsWith('.manifest') && isPartKey(key));
}

async function findOutputs(key: string, parts: number, deps: PipelineDeps): Promise<readonly Output[]> {
  const found: Output[] = [];
  const look = async (suffix: Parameters<typeof outputKey>[1]): Promise<boolean> => {
    const output = { bucket: deps.cleanBucket, key: outputKey(key, suffix, deps.outputPrefix) };
    const head = await deps.clean.head(output);
    if (head?.etag && !isTombstone(head.metadata)) found.push({ ...output, etag: head.etag, metadata: head.metadata });
    return head !== null;
  };
  await Promise.all([look('.json'), look('.jsonl.gz'), look('.manifest')]);
  for (let part = 0; (await look(partSuffix(part))) || part < parts; part++);
  return found;
}

async function retire(output: Output, ref: ObjectRef, deps: PipelineDeps): Promise<void> {
  if (deps.removedObjects === 'delete') return deps.clean.remove(output, { ifMatch: output.etag });
  // One JSON line, or nothing at all where a table would read it as a row of many.
  const { versionId } = ref;
  // The mark stands for the version it was written over too, or a late event of that one would write its output again.
  const sequencer = laterSequencer(sourceOf(output.metadata).sequencer, ref.sequencer ?? null);
  const mark = { outcome: 'removed', uri: uriOf(ref, deps), versionId };
  const body = output.key.endsWith('.gz') ? Buffer.alloc(0) : Buffer.from(`${JSON.stringify(mark)}\n`);
  const source = { etag: null, versionId: versionId ?? null, sequencer };
  await deps.clean.put(output, body, {
    contentType: 'application/json',
    metadata: { ...describe(source, sha256(body)), ...TOMBSTONE },
    ifMatch: output.etag,
  });
}
