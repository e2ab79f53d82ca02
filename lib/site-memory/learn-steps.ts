import { compress, decompress } from '../io/decompress.ts';
import { type ListedObject, ObjectNotFoundError, type ObjectStore } from '../io/ports.ts';
import { isAnswerKey, readAnswers } from '../io/read-answers.ts';
import { sha256 } from '../io/sha256.ts';
import { ParagraphCounts } from './counts.ts';
import {
  MAX_SNAPSHOT_BYTES,
  readSnapshot,
  SnapshotError,
  snapshotHeader,
  snapshotLines,
  writeSnapshot,
} from './snapshot.ts';

/** Hosts are dealt out among so many merges, each of which holds its share alone. */
export const PARTITIONS = 16;

/** Objects read at a time. */
const READS_AT_A_TIME = 16;
/** Bytes of an output, as stored; outputs of many records are parts of some megabytes. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/** Bytes of a partial or merged snapshot, unpacked. */
const MAX_PARTIAL_BYTES = 256 * 1024 * 1024;

/** Where learning reads and writes. */
export interface LearnDeps {
  readonly store: Pick<ObjectStore, 'get' | 'put'>;
  /** All objects under a prefix, by key. */
  readonly list: (bucket: string, prefix: string) => AsyncIterable<ListedObject>;
  readonly cleanBucket: string;
  /** Holds what the runs leave on their way. */
  readonly runsBucket: string;
  readonly snapshot: { readonly bucket: string; readonly key: string };
  readonly minStories: number;
}

/** What one step did; numbers for whoever looks at a run. */
export type StepCounts = Readonly<Record<string, number>>;

/** Counts the records of some outputs, and writes a partial snapshot for each share of hosts. Safe to repeat. */
export async function countOutputs(run: string, keys: readonly string[], deps: LearnDeps): Promise<StepCounts> {
  const shares = Array.from({ length: PARTITIONS }, () => new ParagraphCounts());
  const whole = new ParagraphCounts();
  let records = 0;
  for (let start = 0; start < keys.length; start += READS_AT_A_TIME) {
    const some = keys.slice(start, start + READS_AT_A_TIME);
    for (const answers of await Promise.all(some.map((key) => readOutput(key, deps)))) {
      for (const answer of answers) {
        if ('outcome' in answer) continue;
        whole.add(answer);
        records++;
      }
    }
  }
  for (const [host, paragraphs] of whole.hosts) shares[partitionOf(host)]?.hosts.set(host, paragraphs);
  const name = sha256(JSON.stringify(keys)).slice(0, 32);
  for (const [partition, counts] of shares.entries()) {
    if (counts.hosts.size === 0) continue;
    await putSnapshot(
      { bucket: deps.runsBucket, key: `${partialsOf(run, partition)}${name}.jsonl.gz` },
      [...writeSnapshot(counts)],
      deps,
    );
  }
  return { objects: keys.length, records, hosts: whole.hosts.size };
}

/** Merges the partial snapshots of one share of hosts. */
export async function mergePartials(run: string, partition: number, deps: LearnDeps): Promise<StepCounts> {
  const counts = new ParagraphCounts();
  let partials = 0;
  for await (const { bucket, key } of deps.list(deps.runsBucket, partialsOf(run, partition))) {
    counts.merge(await getSnapshot({ bucket, key }, deps));
    partials++;
  }
  await putSnapshot({ bucket: deps.runsBucket, key: mergedOf(run, partition) }, [...writeSnapshot(counts)], deps);
  return { partials, hosts: counts.hosts.size };
}

/**
 * Writes the snapshot for the cleaner: what so many stories share, of all hosts.
 *
 * @throws SnapshotError for one that is too large for the cleaner.
 */
export async function publishSnapshot(run: string, deps: LearnDeps): Promise<StepCounts> {
  const lines: string[] = [];
  let bytes = 0;
  for (let partition = 0; partition < PARTITIONS; partition++) {
    const counts = await getSnapshot({ bucket: deps.runsBucket, key: mergedOf(run, partition) }, deps);
    for (const line of snapshotLines(counts, deps.minStories)) {
      bytes += Buffer.byteLength(line);
      if (bytes > MAX_SNAPSHOT_BYTES) {
        const { bucket, key } = deps.snapshot;
        throw new SnapshotError(
          `expected at most ${MAX_SNAPSHOT_BYTES} bytes, got more: raise minStories (s3://${bucket}/${key})`,
        );
      }
      lines.push(line);
    }
  }
  // A line begins with its host, so this is the order of one snapshot of all.
  lines.sort();
  await putSnapshot(deps.snapshot, [snapshotHeader(deps.minStories), ...lines], deps);
  return { hosts: lines.length, bytes };
}

async function readOutput(key: string, { store, cleanBucket }: LearnDeps) {
  if (!isAnswerKey(key)) return [];
  try {
    const { body } = await store.get({ bucket: cleanBucket, key }, { maxBytes: MAX_OUTPUT_BYTES });
    return readAnswers(key, body) ?? [];
  } catch (error) {
    // Removed since it was listed.
    if (error instanceof ObjectNotFoundError) return [];
    throw error;
  }
}

function partitionOf(host: string): number {
  return Number.parseInt(sha256(host).slice(0, 8), 16) % PARTITIONS;
}

function partialsOf(run: string, partition: number): string {
  return `runs/${run}/partial/${partition}/`;
}

function mergedOf(run: string, partition: number): string {
  return `runs/${run}/merged/${partition}.jsonl.gz`;
}

async function getSnapshot(ref: { bucket: string; key: string }, { store }: LearnDeps): Promise<ParagraphCounts> {
  const { body } = await store.get(ref, { maxBytes: MAX_PARTIAL_BYTES });
  const file = `s3://${ref.bucket}/${ref.key}`;
  return readSnapshot(new TextDecoder().decode(decompress(body, null, MAX_PARTIAL_BYTES, file)), file, true);
}

async function putSnapshot(
  ref: { bucket: string; key: string },
  lines: readonly string[],
  { store }: LearnDeps,
): Promise<void> {
  const body = compress(Buffer.from(lines.join('')));
  await store.put(ref, body, { contentType: 'application/gzip', metadata: {} });
}
