import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { UnfinishedPartError } from '../../lib/pipeline/shard/settings.ts';
import type { PipelineDeps } from '../../lib/pipeline.ts';
import { OutOfTimeError, withDeadline } from './deadline.ts';
import { limitConcurrency } from './limit.ts';
import { processMessage } from './process-message.ts';
import { type Reporters, reportOutcome } from './report-outcome.ts';

/**
 * Messages in work at a time. Reading and writing overlap; decompressing and cleaning are synchronous, so only one
 * object at a time is unpacked and the rest hold at most their stored bytes.
 */
const CONCURRENCY = 4;

/** Milliseconds of remaining time below which no further message is begun: one bounded read, cleaning and write. */
export const MIN_REMAINING_MS = 10_000;

/** Milliseconds of remaining time at which a shard stops: its next part is left to a further invocation. */
export const SHARD_MARGIN_MS = 8_000;

/** Milliseconds kept for the answer itself; without it the whole batch would come back, the finished messages too. */
const ANSWER_MARGIN_MS = 1_000;

export interface HandlerDeps extends Reporters {
  /** The pipeline for one message. */
  readonly pipeline: (time: MessageTime) => PipelineDeps;
  /** Done before the first object of a batch; what it throws fails every object, to be tried again. */
  readonly prepare?: () => Promise<void>;
}

/** The time that one message has. */
export interface MessageTime {
  /** Ends its requests when the time is over. */
  readonly signal: AbortSignal;
  /** False when a shard must come to its end; after its first part also so that the others of its batch have their turn. */
  hasTime(isFirstPart: boolean): boolean;
}

type BatchHandler = (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>) => Promise<SQSBatchResponse>;

/** Makes the handler of a queue of object events. Messages that could not be finished are returned as failures of their own. */
export function createBatchHandler({ pipeline, prepare, logger, metrics }: HandlerDeps): BatchHandler {
  return async (event, context) => {
    const prepared = prepareOnce(prepare);
    const limit = limitConcurrency(CONCURRENCY);
    const whole = context.getRemainingTimeInMillis();
    const kept = event.Records.length === 1 ? SHARD_MARGIN_MS : Math.max(SHARD_MARGIN_MS, whole / 2);
    const hasTime: MessageTime['hasTime'] = (isFirstPart) =>
      context.getRemainingTimeInMillis() > (isFirstPart ? SHARD_MARGIN_MS : kept);
    const work = async (record: SQSRecord): Promise<void> => {
      try {
        const remaining = context.getRemainingTimeInMillis();
        if (remaining < MIN_REMAINING_MS) throw new OutOfTimeError('too little time is left');
        await prepared;
        const started = performance.now();
        const outcomes = await withDeadline(
          (signal) => processMessage(record.body, pipeline({ signal, hasTime })),
          remaining - ANSWER_MARGIN_MS,
        );
        const ms = Math.round(performance.now() - started);
        for (const named of outcomes) reportOutcome(named, ms, logger, metrics);
      } catch (error) {
        metrics.addMetric('Failed', MetricUnit.Count, 1);
        metrics.addMetric(kindOfFault(error), MetricUnit.Count, 1);
        logger.warn('failed', { messageId: record.messageId, error: describeFault(error) });
        throw error;
      }
    };
    try {
      // A processor of its own for every batch: its state must not be shared.
      const processor = new BatchProcessor(EventType.SQS);
      return await processPartialResponse(event, (record: SQSRecord) => limit(() => work(record)), processor, {
        throwOnFullBatchFailure: false,
      });
    } finally {
      metrics.publishStoredMetrics();
    }
  };
}

/** One preparation for all objects of a batch; each of them fails with what it throws. */
export function prepareOnce(prepare: HandlerDeps['prepare']): Promise<void> {
  const prepared = prepare?.() ?? Promise.resolve();
  prepared.catch(() => {});
  return prepared;
}

/** Name of the metric that tells operators what to look at. */
function kindOfFault(error: unknown): 'AccessDenied' | 'Throttled' | 'OutOfTime' | 'OtherFault' {
  const status = statusOf(error);
  if (error instanceof OutOfTimeError || error instanceof UnfinishedPartError) return 'OutOfTime';
  if (status === 401 || status === 403) return 'AccessDenied';
  return status === 429 || status === 503 ? 'Throttled' : 'OtherFault';
}

function statusOf(error: unknown): number | undefined {
  const metadata = error instanceof Error && '$metadata' in error ? error.$metadata : undefined;
  return (metadata as { httpStatusCode?: number } | undefined)?.httpStatusCode;
}

/** Where and what kind, but not the message: one thrown by a parser may quote the article. */
function describeFault(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  const aws = '$metadata' in error ? { aws: error.$metadata } : {};
  return { name: error.name, ...aws, stack: frames.slice(0, 8).map((frame) => frame.trim()) };
}
