import type { ObjectRef, StreamingStore } from '../../io/ports.ts';

/** What cleaning a shard needs besides; without it, an object of many rows is cleaned in one piece or refused. */
export interface ShardSettings {
  readonly raw: StreamingStore;
  readonly clean: StreamingStore;
  /**
   * False when the work must come to its end.
   *
   * @param isFirstPart Of this run, which is let end if there is any time, so that every run brings the shard on.
   */
  hasTime(isFirstPart: boolean): boolean;
  /** Has the shard taken up again at `ref.fromPart`, by another invocation. */
  goOn(ref: ObjectRef): Promise<void>;
  /** Default 1,000. */
  readonly partRows?: number;
}

/** Rows of one part: a few seconds of work, which is what a kill can cost, and one PUT. */
export const PART_ROWS = 1000;

/** Bytes of one part as they stand in the shard, whatever the rows: what is held in memory at a time. */
export const PART_BYTES = 8 * 1024 * 1024;

/** The time ended within one part, so there is nothing yet to go on from. */
export class UnfinishedPartError extends Error {
  override readonly name = 'UnfinishedPartError';
}
