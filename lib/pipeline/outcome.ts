import type { Reason } from '../core/errors.ts';
import type { CleanOptions } from '../core/source.ts';
import type { ObjectRef, ObjectStore } from '../io/ports.ts';
import type { BodyCleaner } from './body-cleaner.ts';
import type { CleanedCounts } from './clean-body.ts';

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
  readonly why: 'folder-marker' | 'gone' | 'other-event' | 'other-media' | 'own-output' | 'side-file' | 'test-event';
}
