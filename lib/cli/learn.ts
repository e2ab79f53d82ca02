import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isQuarantine } from '../inspector/inspected.ts';
import { gunzipped } from '../io/decompress.ts';
import { readAnswers } from '../io/read-answers.ts';
import { ParagraphCounts } from '../site-memory/counts.ts';
import { MIN_STORIES, memoryOf, readSnapshot, SnapshotError, writeSnapshot } from '../site-memory/snapshot.ts';
import { nameOf } from './input-store.ts';
import { listInputs } from './inputs.ts';
import { isInS3, type LearnInput, listBuckets } from './learn-buckets.ts';
import { LinesFile } from './lines-file.ts';
import { startProgress } from './progress.ts';
import { CommandError, type ExitCode, type Streams } from './streams.ts';

export interface LearnFlags {
  /** The snapshot that is written. */
  readonly out: string;
  readonly quiet?: boolean;
}

/** Runs `winnow learn`: counts the paragraphs of cleaned records, merges snapshots, writes one snapshot. */
export async function runLearn(paths: readonly string[], flags: LearnFlags, streams: Streams): Promise<ExitCode> {
  const buckets = await listBuckets(paths.filter(isInS3));
  const { files, problems } = await listInputs(
    paths.filter((path) => !isInS3(path)),
    null,
  );
  for (const problem of problems) streams.stderr.write(`winnow: ${problem}\n`);
  const counts = new ParagraphCounts();
  let [records, snapshots] = [0, 0];
  const progress = await startProgress(streams, flags.quiet === true ? 0 : files.length + buckets.length);
  try {
    for (const { name, key, read } of [...buckets, ...files.map(fileInput)]) {
      progress.next(name);
      const stored = await read();
      const snapshot = snapshotIn(stored, name);
      if (snapshot !== null) {
        counts.merge(snapshot);
        snapshots++;
        continue;
      }
      for (const answer of readAnswers(key, stored) ?? []) {
        if (isQuarantine(answer)) continue;
        counts.add(answer);
        records++;
      }
    }
  } finally {
    progress.end();
  }
  if (records + snapshots === 0) {
    throw new CommandError(
      1,
      'no cleaned records and no snapshots: run winnow clean DIR --out CLEAN first, then winnow learn CLEAN',
    );
  }
  const file = new LinesFile(flags.out);
  try {
    for (const line of writeSnapshot(counts)) await file.add(line);
    await file.commit();
  } finally {
    await file.discard();
  }
  if (flags.quiet !== true) streams.stderr.write(summarise(counts, records, snapshots, flags.out));
  return problems.length === 0 ? 0 : 1;
}

function fileInput(input: Parameters<typeof nameOf>[0]): LearnInput {
  return { name: nameOf(input), key: input.key, read: () => readFile(join(input.bucket, input.key)) };
}

/** With or without gzip: the stack compresses. */
function snapshotIn(stored: Uint8Array, name: string): ParagraphCounts | null {
  const plain = gunzipped(stored);
  const start = Buffer.from(plain.subarray(0, 32)).toString('latin1');
  return start.startsWith('{"winnow":"site-memory"')
    ? readSnapshot(Buffer.from(plain).toString('utf8'), name, true)
    : null;
}

function summarise(counts: ParagraphCounts, records: number, snapshots: number, out: string): string {
  const memory = memoryOf(counts);
  let shared = 0;
  for (const host of counts.hosts.keys()) shared += memory.stories(host)?.size ?? 0;
  return (
    `${records} records and ${snapshots} snapshots of ${counts.hosts.size} hosts; ${shared} paragraphs are shared by ${MIN_STORIES} stories or more.\n` +
    `Snapshot: ${out}. Next: winnow clean DIR --out CLEAN --memory ${out}\n`
  );
}

/** Reads the memory that `--memory` names. @throws CommandError for a file that is no snapshot */
export async function loadMemory(path: string, minStories: number): Promise<ReturnType<typeof memoryOf>> {
  try {
    return memoryOf(readSnapshot(Buffer.from(gunzipped(await readFile(path))).toString('utf8'), path), minStories);
  } catch (error) {
    if (error instanceof SnapshotError)
      throw new CommandError(1, `${error.message}; make one: winnow learn CLEAN --out FILE`);
    throw error;
  }
}
