import { CleaningError } from '../../core/errors.ts';
import type { ScrapedRecord } from '../../core/read/records.ts';
import type { SourceInfo } from '../../core/source.ts';

/** One row of a shard: a line of JSON, or a record of a WARC file that holds a page. */
export interface Row {
  /** As they stand in the shard, unpacked. */
  readonly bytes: number;
  /** @throws CleaningError when the row can never be read. */
  read(base: SourceInfo): ScrapedRecord;
}

/** A row of which is only known why it cannot be read. */
export function unreadable(reason: CleaningError['reason'], message: string, bytes = 0, cause?: unknown): Row {
  return {
    bytes,
    read: () => {
      throw new CleaningError(reason, message, { cause });
    },
  };
}

/**
 * Rows up to where a shard breaks off for good, then one that says why: what stands before it is not lost for it.
 *
 * @throws Whatever is no `CleaningError`: a fault of the platform.
 */
export async function* untilBroken(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  try {
    yield* rows;
  } catch (error) {
    if (!(error instanceof CleaningError)) throw error;
    yield unreadable(error.reason, error.message, 0, error);
  }
}
