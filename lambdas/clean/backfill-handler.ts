import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import type { ObjectRef } from '../../lib/io/ports.ts';
import { processObject } from '../../lib/pipeline.ts';
import { type HandlerDeps, MIN_REMAINING_MS, prepareOnce, SHARD_MARGIN_MS } from './batch-handler.ts';
import { OutOfTimeError, withDeadline } from './deadline.ts';
import { limitConcurrency } from './limit.ts';
import { reportOutcome } from './report-outcome.ts';

/** Objects in work at a time, as in a batch of messages. */
const CONCURRENCY = 4;

/** Milliseconds kept for the answer itself. */
const ANSWER_MARGIN_MS = 1_000;

/** What a Distributed Map hands over: objects as S3 lists them, or as an inventory does, whose keys are URL-encoded. */
export interface BackfillEvent {
  readonly Items: readonly { readonly Key: string; readonly Bucket?: string; readonly Size?: number | string }[];
  readonly BatchInput: { readonly bucket: string; readonly keysAreEncoded?: boolean };
}

/** Objects by what became of them; `unchanged` are those of `cleaned` whose output was right already. */
export type BackfillResult = Readonly<Record<string, number>>;

/** Some objects could not be done; those that were are done, so the whole batch may be tried again. */
export class BackfillIncompleteError extends Error {
  override readonly name = 'BackfillIncompleteError';
}

type Time = Pick<Context, 'getRemainingTimeInMillis'>;

/**
 * Makes the handler of a batch of a backfill. It reads the objects as they are now and knows no events.
 *
 * @throws BackfillIncompleteError in the handler, for the state machine to try again.
 */
export function createBackfillHandler({ pipeline, prepare, logger, metrics }: HandlerDeps) {
  return async (event: BackfillEvent, context: Time): Promise<BackfillResult> => {
    const prepared = prepareOnce(prepare);
    const limit = limitConcurrency(CONCURRENCY);
    const result: Record<string, number> = {};
    const count = (name: string): void => {
      result[name] = (result[name] ?? 0) + 1;
    };
    const hasTime = (): boolean => context.getRemainingTimeInMillis() > SHARD_MARGIN_MS;
    const clean = async (ref: ObjectRef): Promise<void> => {
      const remaining = context.getRemainingTimeInMillis();
      if (remaining < MIN_REMAINING_MS) throw new OutOfTimeError('too little time is left');
      await prepared;
      const started = performance.now();
      const outcome = await withDeadline(
        (signal) => processObject(ref, pipeline({ signal, hasTime })),
        remaining - ANSWER_MARGIN_MS,
      );
      count(outcome.outcome === 'cleaned' && !outcome.written ? 'unchanged' : outcome.outcome);
      reportOutcome({ ...ref, outcome }, Math.round(performance.now() - started), logger, metrics);
    };
    const settled = await Promise.allSettled(refsOf(event).map((ref) => limit(() => clean(ref))));
    const failed = settled.filter((one) => one.status === 'rejected');
    if (failed.length > 0) metrics.addMetric('Failed', MetricUnit.Count, failed.length);
    metrics.publishStoredMetrics();
    if (failed.length === 0) return result;
    const [first] = failed;
    const name = first?.reason instanceof Error ? first.reason.name : 'unknown';
    throw new BackfillIncompleteError(`${failed.length} of ${settled.length} objects failed, the first with ${name}`);
  };
}

function refsOf({ Items, BatchInput }: BackfillEvent): readonly ObjectRef[] {
  return Items.map(({ Key, Size }) => ({
    bucket: BatchInput.bucket,
    key: BatchInput.keysAreEncoded === true ? decodeURIComponent(Key.replaceAll('+', ' ')) : Key,
    ...(Size !== undefined && { size: Number(Size) }),
  }));
}
