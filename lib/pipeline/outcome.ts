import type { Reason } from '../core/errors.ts';
import type { CleanOptions } from '../core/source.ts';
import type { ObjectRef, ObjectStore } from '../io/ports.ts';
import type { BodyCleaner } from './body-cleaner.ts';
import type { RowCounts } from './shard/parts.ts';
import type { ShardSettings } from './shard/settings.ts';
import type { CleanedCounts } from './tally.ts';

/** Where objects come from and go to; the stores may be one. */
export interface PipelineDeps {
  readonly raw: ObjectStore;
  readonly clean: ObjectStore;
  readonly quarantine: ObjectStore;
  readonly cleanBucket: string;
  readonly quarantineBucket: string;
  /** `maxBytes` bounds the object as stored. */
  readonly options?: CleanOptions & { readonly maxDecompressedBytes?: number };
  /** Where bodies are cleaned. Default in this thread, without a bound on its time. */
  readonly cleaner?: BodyCleaner;
  /**
   * What becomes of the output of an object that is removed, or whose newest version is quarantined. Default `keep`;
   * `tombstone` writes a mark over it. Both others cost four to five more requests for each object.
   */
  readonly removedObjects?: RemovedObjects;
  /** With it, objects of many rows are cleaned in parts, however large they are. */
  readonly shards?: ShardSettings;
  /** Put before every output key; keys under it are never read. */
  readonly outputPrefix?: string;
  /** Names an object in records and errors. Default `s3://bucket/key`. */
  readonly uriOf?: (ref: Pick<ObjectRef, 'bucket' | 'key'>) => string;
}

/** What became of one object; exactly one of these for each. */
export type ObjectOutcome = CleanedOutcome | QuarantinedOutcome | RemovedOutcome | ContinuedOutcome | IgnoredOutcome;

export const REMOVED_OBJECTS = ['keep', 'delete', 'tombstone'] as const;
export type RemovedObjects = (typeof REMOVED_OBJECTS)[number];

export interface CleanedOutcome extends CleanedCounts {
  readonly outcome: 'cleaned';
  readonly outputKey: string;
  /** False when the same or a newer output was there already. */
  readonly written: boolean;
  /** Of a whole shard; the other counts are of this run alone. */
  readonly rows?: RowCounts;
  /** Parts of a whole shard. */
  readonly parts?: number;
}

/** A shard of which parts are done and others are left to a further run. Not the last word on the object. */
export interface ContinuedOutcome extends CleanedCounts {
  readonly outcome: 'continued';
  /** The first part that is left, from 0. */
  readonly part: number;
}

export interface QuarantinedOutcome {
  readonly outcome: 'quarantined';
  readonly reason: Reason;
  readonly message: string;
  readonly outputKey: string;
}

/** The object is no more, and neither are its outputs. */
export interface RemovedOutcome {
  readonly outcome: 'removed';
  /** That this call deleted or wrote a tombstone over. */
  readonly outputs: number;
}

export interface IgnoredOutcome {
  readonly outcome: 'ignored';
  readonly why: 'folder-marker' | 'gone' | 'other-event' | 'other-media' | 'own-output' | 'side-file' | 'test-event';
}
