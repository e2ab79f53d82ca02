import { type ListedObject, type ListingStore, ObjectTooLargeError } from '../io/ports.ts';
import { parseS3Uri } from '../io/s3-uri.ts';
import { MAX_SNAPSHOT_BYTES } from '../site-memory/snapshot.ts';
import type { Problem } from '../site-rules/problem.ts';
import type { SiteText, SiteTexts } from './site-texts.ts';

/** Bytes of one file of rules above which it is refused; of a snapshot as stored no more than unpacked. */
const MAX_RULES_BYTES = 1024 * 1024;
/** Versions before a broken one that are tried. */
const MAX_OLDER = 5;

/** Where rules and memory lie. */
export interface SitePlaces {
  /** Files directly under the prefix: `.yaml`, `.yml`, and `.txt` of Full-Text RSS. */
  readonly rules: { readonly bucket: string; readonly prefix: string } | null;
  readonly memory: { readonly bucket: string; readonly key: string; readonly minStories: number } | null;
}

/** What became of a look at them. */
export type SiteReport =
  | { readonly kind: 'in-force'; readonly files: number }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unreachable'; readonly error: string };

interface Setup {
  readonly places: SitePlaces;
  readonly store: ListingStore;
  /** Takes texts into force and answers nothing, or refuses them all and says why. */
  readonly use: (texts: SiteTexts) => Promise<readonly Problem[]>;
  readonly tell: (report: SiteReport) => void;
  /** Milliseconds in which a second look is spared. */
  readonly intervalMs: number;
  readonly now: () => number;
}

interface Stored {
  readonly etag: string;
  readonly text: SiteText;
}

/**
 * Rules and memory in buckets, read anew when an ETag has changed. Of a file with a problem the last good version holds: the one in
 * force, or where none is, the newest good one that the bucket still has.
 */
export class WatchedSites {
  /** What is in force, by address. */
  #good: ReadonlyMap<string, Stored> = new Map();
  /** ETags as they were looked at last, of broken files too. */
  #seen = '';
  #looked = Number.NEGATIVE_INFINITY;

  constructor(private readonly setup: Setup) {}

  /**
   * Looks for new versions. Call it between objects, never during one.
   *
   * @throws What the store throws before a first look succeeded: without what is known of sites nothing must be cleaned.
   */
  async refresh(): Promise<void> {
    const { now, intervalMs, tell } = this.setup;
    if (now() - this.#looked < intervalMs) return;
    try {
      await this.#look();
      this.#looked = now();
    } catch (error) {
      if (this.#looked === Number.NEGATIVE_INFINITY) throw error;
      this.#looked = now();
      tell({ kind: 'unreachable', error: error instanceof Error ? error.name : typeof error });
    }
  }

  async #look(): Promise<void> {
    const listed = await this.#list();
    const seen = JSON.stringify(listed.map(({ bucket, key, etag }) => [bucket, key, etag]));
    if (seen === this.#seen) return;
    const candidate = new Map<string, Stored>();
    for (const object of listed) {
      const stored = await this.#read(object);
      if (stored !== null) candidate.set(addressOf(object), stored);
    }
    await this.#settle(candidate);
    this.#seen = seen;
  }

  async #list(): Promise<readonly ListedObject[]> {
    const { rules, memory } = this.setup.places;
    const files = rules === null ? [] : await this.setup.store.list(rules.bucket, rules.prefix);
    const snapshots = memory === null ? [] : await this.setup.store.list(memory.bucket, memory.key);
    return [
      ...files.filter(({ key }) => /\.(?:ya?ml|txt)$/.test(key)),
      ...snapshots.filter(({ key }) => key === memory?.key),
    ];
  }

  /** In place of a file that is too large, what held before; `null` for none. */
  async #read(object: ListedObject): Promise<Stored | null> {
    const file = addressOf(object);
    const known = this.#good.get(file) ?? null;
    if (known?.etag === object.etag) return known;
    try {
      return await this.#fetch(object);
    } catch (error) {
      if (!(error instanceof ObjectTooLargeError)) throw error;
      this.setup.tell({ kind: 'broken', problems: [{ file, line: 1, column: 1, message: error.message }] });
      return known;
    }
  }

  async #fetch({ bucket, key, etag }: ListedObject, versionId?: string): Promise<Stored> {
    const maxBytes = this.#isMemory(bucket, key) ? MAX_SNAPSHOT_BYTES : MAX_RULES_BYTES;
    const ref = { bucket, key, ...(versionId !== undefined && { versionId }) };
    const { body } = await this.setup.store.get(ref, { maxBytes });
    return { etag, text: { file: addressOf({ bucket, key }), body } };
  }

  /** Takes the candidates into force, with an older version in place of each that is broken, or without it. */
  async #settle(looked: ReadonlyMap<string, Stored>): Promise<void> {
    let candidate = new Map(looked);
    const { use, tell } = this.setup;
    const older = new Map<string, Stored[]>();
    for (let isFirst = true, isFallenBack = false; ; isFirst = false) {
      const problems = await use(this.#textsOf(candidate));
      if (problems.length === 0) break;
      if (isFirst) tell({ kind: 'broken', problems });
      // What names no file of ours cannot be taken out alone: all go back to what is in force, or else without any.
      if (problems.some(({ file }) => !candidate.has(file))) {
        candidate = isFallenBack ? new Map() : new Map(this.#good);
        isFallenBack = true;
        continue;
      }
      for (const file of new Set(problems.map((problem) => problem.file))) {
        const fallbacks = older.get(file) ?? (await this.#olderOf(file));
        older.set(file, fallbacks);
        const next = fallbacks.shift();
        if (next !== undefined) candidate.set(file, next);
        else candidate.delete(file);
      }
    }
    this.#good = candidate;
    tell({ kind: 'in-force', files: candidate.size });
  }

  async #olderOf(file: string): Promise<Stored[]> {
    const inForce = this.#good.get(file);
    if (inForce !== undefined) return [inForce];
    const place = parseS3Uri(file);
    if (place === null) return [];
    const { bucket, key } = place;
    const versions = (await this.setup.store.olderVersions(bucket, key)).slice(0, MAX_OLDER);
    return Promise.all(versions.map(({ versionId, etag }) => this.#fetch({ bucket, key, etag }, versionId)));
  }

  #textsOf(stored: ReadonlyMap<string, Stored>): SiteTexts {
    const { memory } = this.setup.places;
    const address = memory === null ? null : addressOf(memory);
    const rules = [...stored].filter(([file]) => file !== address).map(([, { text }]) => text);
    const snapshot = address === null ? undefined : stored.get(address);
    return { rules, memory: snapshot?.text ?? null, minStories: memory?.minStories ?? 0 };
  }

  #isMemory(bucket: string, key: string): boolean {
    const { memory } = this.setup.places;
    return memory !== null && memory.bucket === bucket && memory.key === key;
  }
}

function addressOf({ bucket, key }: { readonly bucket: string; readonly key: string }): string {
  return `s3://${bucket}/${key}`;
}
