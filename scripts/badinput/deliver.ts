import { createBatchHandler } from '../../lambdas/clean/batch-handler.ts';
import type { PipelineDeps } from '../../lib/pipeline.ts';
import { batchOf } from '../queue-batch.ts';
import type { CaseStore } from './case-store.ts';
import type { OutcomeName } from './cases.ts';

export const RAW_BUCKET = 'in';
export const CLEAN_BUCKET = 'clean';
export const QUARANTINE_BUCKET = 'quarantine';
export const OUTPUT_PREFIX = 'articles/';

/** What the function said of one object. */
export interface LoggedOutcome {
  readonly outcome: OutcomeName;
  readonly key?: string;
  readonly outputKey?: string;
  readonly reason?: string;
}

/** What one batch left behind, besides its outputs. */
export interface Delivery {
  readonly outcomes: readonly LoggedOutcome[];
  /** Ids of the messages that would be delivered again. */
  readonly failed: readonly string[];
  /** Everything logged, as text. */
  readonly log: string;
  readonly ms: number;
}

/** Gives a batch of message bodies to the real handler over a store. */
export async function deliver(
  bodies: readonly string[],
  store: CaseStore,
  options: Partial<PipelineDeps> = {},
): Promise<Delivery> {
  const lines: (readonly [string, unknown])[] = [];
  const log = (message: unknown, ...extra: readonly unknown[]) => void lines.push([String(message), extra[0]]);
  const handler = createBatchHandler({
    pipeline: () => ({
      raw: store,
      clean: store,
      quarantine: store,
      cleanBucket: CLEAN_BUCKET,
      quarantineBucket: QUARANTINE_BUCKET,
      outputPrefix: OUTPUT_PREFIX,
      options: { markdown: true, html: true },
      ...options,
    }),
    logger: { info: log, warn: log, error: log },
    metrics: { addMetric: () => undefined, publishStoredMetrics: () => undefined },
  });
  const started = performance.now();
  const answer = await handler(batchOf(bodies), { getRemainingTimeInMillis: () => 600_000 });
  return {
    outcomes: lines.flatMap(([outcome, extra]) =>
      /^(?:cleaned|quarantined|ignored)$/.test(outcome) ? [{ outcome, ...(extra as object) } as LoggedOutcome] : [],
    ),
    failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier),
    log: JSON.stringify(lines),
    ms: performance.now() - started,
  };
}

/** The notification that S3 sends for an upload; the key URL-encoded as it would be. */
export function notification(eventKey: string, size: number): string {
  const object = { key: eventKey, size, sequencer: '0055AED6DCD90281E5' };
  const s3 = { bucket: { name: RAW_BUCKET, arn: `arn:aws:s3:::${RAW_BUCKET}` }, object };
  return JSON.stringify({ Records: [{ eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', s3 }] });
}
