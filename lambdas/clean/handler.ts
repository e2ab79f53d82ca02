import { cleaner } from './cleaning-thread.ts';

// Apart, since the order counts: the thread starts before the SDK is loaded.

import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import type { Context, SQSEvent } from 'aws-lambda';
import { createS3Client, S3Store } from '../../lib/io/s3.ts';
import { type BackfillEvent, createBackfillHandler } from './backfill-handler.ts';
import { createBatchHandler, type HandlerDeps } from './batch-handler.ts';
import { sendContinuations } from './continuation.ts';
import { readEnvironment } from './environment.ts';
import { prepareSites } from './prepare-sites.ts';

const client = createS3Client();
const store = new S3Store(client);
const { queueUrl, partRows, sites, siteRefreshMs, ...environment } = readEnvironment(process.env);
const goOn = sendContinuations(queueUrl);

const reporters = { logger: new Logger(), metrics: new Metrics() };
const prepare = sites && prepareSites(sites, siteRefreshMs, client, cleaner, reporters);

const deps: HandlerDeps = {
  pipeline: ({ signal, hasTime }) => {
    const bound = store.within(signal);
    const shards = goOn && { raw: bound, clean: bound, hasTime, goOn, ...(partRows !== undefined && { partRows }) };
    return { raw: bound, clean: bound, quarantine: bound, cleaner, ...environment, ...(shards && { shards }) };
  },
  ...(prepare && { prepare }),
  ...reporters,
};
const [handleBatch, handleBackfill] = [createBatchHandler(deps), createBackfillHandler(deps)];

/** Entry of the cleaning function: batches of events, and of backfills. Clients, settings and the thread that cleans are made once per container. */
export async function handler(event: SQSEvent | BackfillEvent, context: Context): Promise<unknown> {
  return 'Items' in event ? handleBackfill(event, context) : handleBatch(event, context);
}
