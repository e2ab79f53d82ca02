import { createHash } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import type { LocalQueue, ReceivedMessage } from './queue.ts';
import { REGION } from './s3/events.ts';

/** How long one look into the queue waits for a message. */
const POLL_MS = 10_000;

export interface EventSourceOptions {
  readonly queue: LocalQueue;
  /** Runs the function; rejects when the function fails as a whole. */
  readonly invoke: (event: SQSEvent) => Promise<unknown>;
  readonly batchSize: number;
  /** Batches under way at once. */
  readonly concurrency: number;
  /** Milliseconds until failed messages come back; SQS would wait for the rest of their visibility timeout. */
  readonly retryDelayMs: number;
  /** Told why the function failed as a whole. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Brings the messages of a queue to a function as Lambda does for SQS: in batches, deleting those that the function
 * did not name as failed.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export class EventSource {
  readonly #stopping = new AbortController();
  readonly #loops: Promise<void>[] = [];

  constructor(private readonly options: EventSourceOptions) {}

  start(): void {
    for (let index = 0; index < this.options.concurrency; index++) this.#loops.push(this.#poll());
  }

  /** Takes no more batches and waits for those under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#loops);
  }

  async #poll(): Promise<void> {
    const { queue, batchSize } = this.options;
    while (!this.#stopping.signal.aborted) {
      const batch = await queue.receive(batchSize, POLL_MS, this.#stopping.signal);
      if (batch.length > 0) await this.#bring(batch);
    }
  }

  async #bring(batch: readonly ReceivedMessage[]): Promise<void> {
    const { queue, invoke, retryDelayMs, onError } = this.options;
    const failed = await invoke({ Records: batch.map(sqsRecord) }).then(
      (response) => readFailures(response, batch),
      (error: unknown) => {
        onError?.(error);
        return batch.map((message) => message.messageId);
      },
    );
    for (const { messageId, receiptHandle } of batch) {
      if (failed.includes(messageId)) queue.changeVisibility(receiptHandle, retryDelayMs);
      else queue.delete(receiptHandle);
    }
  }
}

/** Ids of the messages that failed: all of them when the answer names one that is not in the batch. */
export function readFailures(response: unknown, batch: readonly { readonly messageId: string }[]): readonly string[] {
  const all = batch.map((message) => message.messageId);
  if (typeof response !== 'object' || response === null || !('batchItemFailures' in response)) return [];
  const failures: unknown = response.batchItemFailures;
  if (failures === null) return [];
  if (!Array.isArray(failures)) return all;
  const ids = failures.map((failure: unknown) =>
    typeof failure === 'object' && failure !== null && 'itemIdentifier' in failure ? failure.itemIdentifier : null,
  );
  return ids.every((id): id is string => typeof id === 'string' && all.includes(id)) ? ids : all;
}

function sqsRecord(message: ReceivedMessage): SQSEvent['Records'][number] {
  return {
    messageId: message.messageId,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      SentTimestamp: String(message.sentAt),
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: String(message.sentAt),
    },
    messageAttributes: {},
    md5OfBody: createHash('md5').update(message.body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${REGION}:000000000000:local`,
    awsRegion: REGION,
  };
}
