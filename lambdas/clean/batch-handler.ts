import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Logger } from '@aws-lambda-powertools/logger';
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { PipelineDeps } from '../../lib/pipeline.ts';
import { OutOfTimeError, withDeadline } from './deadline.ts';
import { limitConcurrency } from './limit.ts';
import { type NamedOutcome, processMessage } from './process-message.ts';

/**
 * Messages in work at a time. Reading and writing overlap; decompressing and cleaning are synchronous, so only one
 * object at a time is unpacked and the rest hold at most their stored bytes.
 */
const CONCURRENCY = 4;

/** Milliseconds of remaining time below which no further message is begun: one bounded read, cleaning and write. */
export const MIN_REMAINING_MS = 10_000;

/** Milliseconds kept for the answer itself; without it the whole batch would come back, the finished messages too. */
const ANSWER_MARGIN_MS = 1_000;

export interface HandlerDeps {
  readonly pipeline: PipelineDeps;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly metrics: {
    addMetric(...metric: Parameters<Metrics['addMetric']>): unknown;
    publishStoredMetrics(): unknown;
  };
}

type BatchHandler = (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>) => Promise<SQSBatchResponse>;

/** Makes the handler of a queue of object events. Messages that could not be finished are returned as failures of their own. */
export function createBatchHandler({ pipeline, logger, metrics }: HandlerDeps): BatchHandler {
  return async (event, context) => {
    const limit = limitConcurrency(CONCURRENCY);
    const work = async (record: SQSRecord): Promise<void> => {
      try {
        const remaining = context.getRemainingTimeInMillis();
        if (remaining < MIN_REMAINING_MS) throw new OutOfTimeError('too little time is left');
        const started = performance.now();
        const outcomes = await withDeadline(processMessage(record.body, pipeline), remaining - ANSWER_MARGIN_MS);
        const ms = Math.round(performance.now() - started);
        for (const named of outcomes) report(named, ms, logger, metrics);
      } catch (error) {
        metrics.addMetric('Failed', MetricUnit.Count, 1);
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

/** No title, no message, no text: logs and metrics are read by more people than the articles. */
function report(named: NamedOutcome, ms: number, logger: HandlerDeps['logger'], metrics: HandlerDeps['metrics']): void {
  const { outcome, ...name } = named;
  switch (outcome.outcome) {
    case 'cleaned': {
      const { title: _title, outcome: what, ...rest } = outcome;
      const removed = Object.values(rest.removedWords).reduce((sum, words) => sum + words, 0);
      metrics.addMetric('Cleaned', MetricUnit.Count, 1);
      metrics.addMetric('QuarantinedRecords', MetricUnit.Count, rest.quarantinedRecords);
      metrics.addMetric('KeptWords', MetricUnit.Count, rest.keptWords);
      metrics.addMetric('RemovedWords', MetricUnit.Count, removed);
      logger.info(what, { ...name, ...rest, ms });
      return;
    }
    case 'quarantined':
      metrics.addMetric('Quarantined', MetricUnit.Count, 1);
      logger.warn('quarantined', { ...name, reason: outcome.reason, outputKey: outcome.outputKey, ms });
      return;
    case 'ignored':
      metrics.addMetric('Ignored', MetricUnit.Count, 1);
      logger.info('ignored', { ...name, why: outcome.why, ms });
      return;
    default:
      outcome satisfies never;
  }
}

/** Where and what kind, but not the message: one thrown by a parser may quote the article. */
function describeFault(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  const aws = '$metadata' in error ? { aws: error.$metadata } : {};
  return { name: error.name, ...aws, stack: frames.slice(0, 8).map((frame) => frame.trim()) };
}
