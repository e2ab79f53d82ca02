import { setImmediate } from 'node:timers/promises';
import { CleaningError } from '../../core/errors.ts';
import type { SourceInfo } from '../../core/source.ts';
import { outputKey } from '../../io/output-key.ts';
import type { ObjectRef, OpenedObject } from '../../io/ports.ts';
import { sha256 } from '../../io/sha256.ts';
import { type SourceVersion, sourceOf, writeOnce } from '../../io/write-once.ts';
import type { BodyCleaner, CleanerVersions } from '../body-cleaner.ts';
import { cleanerOf } from '../cleaner-of.ts';
import { DEFAULT_MAX_BYTES } from '../limits.ts';
import type { CleanedOutcome, ContinuedOutcome, PipelineDeps } from '../outcome.ts';
import { isCurrent, uriOf, versionOf } from '../source.ts';
import { Tally, withoutProcessing } from '../tally.ts';
import { cleanRow } from './clean-row.ts';
import { jsonRows } from './json-rows.ts';
import type { ShardKind } from './kind.ts';
import { groupRows, Parts, type RowCounts } from './parts.ts';
import { type Row, untilBroken } from './row.ts';
import { PART_ROWS, type ShardSettings, UnfinishedPartError } from './settings.ts';
import { unpack } from './unpack.ts';
import { warcRows } from './warc-rows.ts';

/** Parts asked for at a time when the manifest is made. */
const HEADS_AT_A_TIME = 16;

/**
 * Cleans a shard row by row into parts, and states them in a manifest. The parts that are there are the progress: a run
 * that is killed at any row is taken up at the part it was in, of which nothing was written.
 *
 * @throws UnfinishedPartError when not one part could be finished; CleaningError for a shard without a row.
 */
export async function cleanShard(
  ref: ObjectRef,
  opened: OpenedObject,
  kind: ShardKind,
  settings: ShardSettings,
  deps: PipelineDeps,
): Promise<CleanedOutcome | ContinuedOutcome> {
  const cleaner = await cleanerOf(deps);
  const shard = new Shard(ref, versionOf(ref, opened), settings, deps, cleaner, await cleaner.versions());
  const name = uriOf(ref, deps);
  const maxBytes = deps.options?.maxBytes ?? DEFAULT_MAX_BYTES;
  const stream = unpack(opened.stream, opened.contentEncoding, name);
  const rows = kind === 'warc' ? warcRows(stream, maxBytes, name) : jsonRows(stream, maxBytes, name);
  return shard.clean(untilBroken(rows));
}

class Shard {
  readonly #parts: Parts;
  readonly #info: SourceInfo;
  readonly #cleanerName: string;
  readonly #tally = new Tally();
  #part = 0;
  /** Whether this run has written no part yet. */
  #isFirst = true;
  #rows = 0;

  constructor(
    private readonly ref: ObjectRef,
    private readonly source: SourceVersion,
    private readonly settings: ShardSettings,
    private readonly deps: PipelineDeps,
    private readonly cleaner: BodyCleaner,
    private readonly versions: CleanerVersions,
  ) {
    this.#info = {
      uri: uriOf(ref, deps),
      bucket: ref.bucket,
      key: ref.key,
      ...(source.versionId !== null && { versionId: source.versionId }),
      ...(source.etag !== null && { etag: source.etag }),
    };
    const probe = (key: string) => settings.clean.probe({ bucket: deps.cleanBucket, key });
    this.#cleanerName = nameCleaner(deps, versions);
    this.#parts = new Parts(ref, source, this.#cleanerName, deps, probe);
  }

  async clean(rows: AsyncIterable<Row>): Promise<CleanedOutcome | ContinuedOutcome> {
    // A deployment between two runs: the parts before are looked at, and those of the other cleaner made anew.
    const from = this.ref.cleaner === this.#cleanerName ? (this.ref.fromPart ?? 0) : 0;
    for await (const group of groupRows(rows, this.settings.partRows ?? PART_ROWS)) {
      const isDone = this.#part < from || (await this.#parts.isDone(this.#part));
      const isBegun = isDone || this.settings.hasTime(this.#isFirst);
      if (!isBegun || (!isDone && !(await this.#cleanPart(group)))) {
        // A run that comes too late to begin is no failure; a part that a whole run is too short for is one.
        if (isBegun && this.#part === from)
          throw new UnfinishedPartError(`part ${from} needs more time (${this.#info.uri})`);
        await this.settings.goOn({ ...this.ref, ...this.#version, fromPart: this.#part, cleaner: this.#cleanerName });
        return { outcome: 'continued', part: this.#part, ...this.#tally.counts() };
      }
      this.#part++;
      this.#rows += group.length;
    }
    if (this.#rows === 0) throw new CleaningError('empty', `expected a row, got none (${this.#info.uri})`);
    return this.#state();
  }

  /** A listing names no version; the parts that are left must be of the one that the others are of. */
  get #version(): Pick<ObjectRef, 'versionId' | 'etag'> {
    const { versionId, etag } = this.source;
    return { ...(versionId !== null && { versionId }), ...(etag !== null && { etag }) };
  }

  /** False when the time came to its end within the part. */
  async #cleanPart(group: readonly Row[]): Promise<boolean> {
    const lines: string[] = [];
    let quarantined = 0;
    for (const row of group) {
      if (!this.settings.hasTime(this.#isFirst)) return false;
      const base = { ...this.#info, recordIndex: this.#rows + lines.length };
      const { line, counts } = await cleanRow(row, base, this.cleaner, this.deps);
      if (counts.quarantinedRecords > 0) quarantined++;
      this.#tally.add(counts);
      lines.push(line);
      // Requests and timers of the other objects have their turn between two rows.
      await setImmediate();
    }
    const counts = { in: lines.length, out: lines.length - quarantined, quarantined };
    await this.#parts.write(this.#part, lines, counts);
    this.#isFirst = false;
    return true;
  }

  /** Writes the manifest, if all parts are still of this version of the shard. */
  async #state(): Promise<CleanedOutcome> {
    const count = this.#part;
    const counts: RowCounts[] = [];
    for (let start = 0; start < count; start += HEADS_AT_A_TIME) {
      const size = Math.min(HEADS_AT_A_TIME, count - start);
      const found = await Promise.all(Array.from({ length: size }, (_, offset) => this.#parts.counts(start + offset)));
      counts.push(...found.filter((one) => one !== null));
    }
    const manifest = outputKey(this.ref.key, '.manifest', this.deps.outputPrefix);
    const rows = sum(counts);
    const outcome = { outcome: 'cleaned', outputKey: manifest, rows, parts: count, ...this.#tally.counts() } as const;
    if (counts.length < count) {
      if (await isCurrent(this.ref, this.source, this.deps))
        throw new Error(`expected ${count} parts, got ${counts.length}: others were taken away (${this.#info.uri})`);
      // A newer version is being written over the parts, and states them itself; what is too much of ours goes here.
      await this.#emptyBehindManifest(manifest);
      return { ...outcome, written: false };
    }
    if (rows.in !== this.#rows) {
      throw new Error(`expected ${this.#rows} rows in ${count} parts, got ${rows.in} (${this.#info.uri})`);
    }
    const written = await this.#writeManifest(manifest, rows, counts);
    await this.#emptyBehindManifest(manifest);
    return { ...outcome, written };
  }

  #writeManifest(key: string, rows: RowCounts, counts: readonly RowCounts[]): Promise<boolean> {
    const { uri, ...place } = this.#info;
    const parts = counts.map((one, part) => ({ key: this.#parts.key(part), rows: one }));
    const line = JSON.stringify({ outcome: 'cleaned', uri, ...place, rows, parts, processing: this.versions });
    const output = {
      bucket: this.deps.cleanBucket,
      key,
      contentType: 'application/json',
      content: Buffer.from(`${line}\n`),
      comparable: Buffer.from(withoutProcessing(line)),
      metadata: { [PARTS]: String(counts.length) },
    };
    return writeOnce(this.deps.clean, output, this.source, () => isCurrent(this.ref, this.source, this.deps));
  }

  async #emptyBehindManifest(key: string): Promise<void> {
    const manifest = await this.settings.clean.probe({ bucket: this.deps.cleanBucket, key });
    const parts = manifest?.metadata[PARTS];
    if (manifest && parts !== undefined) await this.#parts.emptyFrom(Number(parts), sourceOf(manifest.metadata));
  }
}

/** Metadata of a manifest: the number of parts. */
const PARTS = 'winnow-parts';

function sum(counts: readonly RowCounts[]): RowCounts {
  const total = (name: keyof RowCounts): number => counts.reduce((all, one) => all + one[name], 0);
  return { in: total('in'), out: total('out'), quarantined: total('quarantined') };
}

/** Differs when the same row might become another record. */
function nameCleaner({ options }: PipelineDeps, versions: CleanerVersions): string {
  return sha256(JSON.stringify([versions, options ?? {}])).slice(0, 16);
}
