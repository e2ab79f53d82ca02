import { compress } from '../../io/decompress.ts';
import { outputKey, partSuffix } from '../../io/output-key.ts';
import { type ObjectRef, PreconditionFailedError, type StoredObject } from '../../io/ports.ts';
import { sha256 } from '../../io/sha256.ts';
import {
  compareSequencers,
  describe,
  isTombstone,
  laterSequencer,
  type SourceVersion,
  sourceOf,
  TOMBSTONE,
  writeOnce,
} from '../../io/write-once.ts';
import type { PipelineDeps } from '../outcome.ts';
import { isCurrent } from '../source.ts';
import { withoutProcessing } from '../tally.ts';
import type { Row } from './row.ts';
import { PART_BYTES } from './settings.ts';

/** Names of the user metadata of a part. */
const META = { rows: 'winnow-rows', quarantined: 'winnow-quarantined-rows', cleaner: 'winnow-cleaner' } as const;

/** `in` is the sum of the others. */
export interface RowCounts {
  readonly in: number;
  readonly out: number;
  readonly quarantined: number;
}

/** Rows in the groups that become parts; the same bytes give the same groups whenever they are read. */
export async function* groupRows(rows: AsyncIterable<Row>, partRows: number): AsyncGenerator<readonly Row[]> {
  let group: Row[] = [];
  let bytes = 0;
  for await (const row of rows) {
    group.push(row);
    bytes += row.bytes;
    if (group.length < partRows && bytes < PART_BYTES) continue;
    yield group;
    group = [];
    bytes = 0;
  }
  if (group.length > 0) yield group;
}

/** The parts of one version of one shard. */
export class Parts {
  /** @param cleaner Names the cleaner with its rules and options: a part of another one is not done. */
  constructor(
    private readonly ref: ObjectRef,
    private readonly source: SourceVersion,
    private readonly cleaner: string,
    private readonly deps: PipelineDeps,
    private readonly probe: (key: string) => Promise<Omit<StoredObject, 'body'> | null>,
  ) {}

  key(part: number): string {
    return outputKey(this.ref.key, partSuffix(part), this.deps.outputPrefix);
  }

  /** Whether a run before this one wrote the part. */
  async isDone(part: number): Promise<boolean> {
    const head = await this.probe(this.key(part));
    return head !== null && this.#isOurs(head.metadata) && head.metadata[META.cleaner] === this.cleaner;
  }

  /** @param lines JSON of each row. */
  async write(part: number, lines: readonly string[], counts: RowCounts): Promise<boolean> {
    const content = Buffer.from(`${lines.join('\n')}\n`);
    const output = {
      bucket: this.deps.cleanBucket,
      key: this.key(part),
      contentType: 'application/x-ndjson',
      content,
      encoded: { body: compress(content), contentEncoding: 'gzip' },
      comparable: Buffer.from(lines.map(withoutProcessing).join('\n')),
      metadata: {
        [META.rows]: String(counts.in),
        [META.quarantined]: String(counts.quarantined),
        [META.cleaner]: this.cleaner,
      },
    };
    return writeOnce(this.deps.clean, output, this.source, () => isCurrent(this.ref, this.source, this.deps));
  }

  /** What a part holds; `null` when it is missing or of another version of the shard. */
  async counts(part: number): Promise<RowCounts | null> {
    const head = await this.probe(this.key(part));
    if (head === null || !this.#isOurs(head.metadata)) return null;
    const [rows, quarantined] = [Number(head.metadata[META.rows]), Number(head.metadata[META.quarantined])];
    return { in: rows, out: rows - quarantined, quarantined };
  }

  /**
   * Empties the parts behind the last of a manifest: an older version of the shard may have had more. Those of a newer
   * one stay, which is being written.
   *
   * @param stated The version that the manifest is of.
   */
  async emptyFrom(part: number, stated: SourceVersion): Promise<void> {
    for (let at = part; ; at++) {
      const head = await this.probe(this.key(at));
      if (head === null) return;
      if (head.etag === null || isTombstone(head.metadata)) continue;
      // In this order: a part that a newer version writes meanwhile has another ETag than the one seen.
      const part = sourceOf(head.metadata);
      if (await this.#isOlder(part, stated)) await this.#empty(at, head.etag, part, stated);
    }
  }

  async #isOlder(part: SourceVersion, stated: SourceVersion): Promise<boolean> {
    if (part.sequencer !== null && stated.sequencer !== null)
      return compareSequencers(part.sequencer, stated.sequencer) <= 0;
    return isCurrent(this.ref, stated, this.deps);
  }

  /** In the name of the version that the manifest is of, whoever does it: so no late run of an older one fills it again. */
  async #empty(at: number, etag: string, part: SourceVersion, stated: SourceVersion): Promise<void> {
    const output = { bucket: this.deps.cleanBucket, key: this.key(at) };
    const nothing = Buffer.alloc(0);
    const source = { ...stated, sequencer: laterSequencer(part.sequencer, stated.sequencer) };
    const metadata = { ...describe(source, sha256(nothing)), ...TOMBSTONE };
    try {
      await this.deps.clean.put(output, nothing, { contentType: 'application/x-ndjson', metadata, ifMatch: etag });
    } catch (error) {
      // Whoever wrote it meanwhile empties what is too much itself.
      if (!(error instanceof PreconditionFailedError)) throw error;
    }
  }

  #isOurs(metadata: Readonly<Record<string, string>>): boolean {
    const { etag, versionId } = sourceOf(metadata);
    return !isTombstone(metadata) && etag === this.source.etag && versionId === this.source.versionId;
  }
}
