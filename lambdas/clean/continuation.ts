import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ObjectRef } from '../../lib/io/ports.ts';
import { continuationOf } from '../../lib/io/s3-events.ts';

/** Milliseconds to connect and to wait for an answer. */
const TIMEOUT_MS = 2_000;

/** How shards are gone on with by a further invocation: through the queue that brings the events. */
export function sendContinuations(queueUrl: string | null): ((ref: ObjectRef) => Promise<void>) | null {
  if (queueUrl === null) return null;
  const requestHandler = { connectionTimeout: TIMEOUT_MS, requestTimeout: TIMEOUT_MS, throwOnRequestTimeout: true };
  const client = new SQSClient({ maxAttempts: 6, requestHandler });
  // Lambda ends what looks like a loop after sixteen rounds. This one ends by itself: each round begins at a later part.
  // Nothing else the function calls is exempt.
  client.middlewareStack.remove('recursionDetectionMiddleware');
  return async (ref) => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: continuationOf(ref) }));
  };
}
