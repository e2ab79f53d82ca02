import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { createS3Client, S3Store } from '../../lib/io/s3.ts';
import { WorkerCleaner } from '../../lib/pipeline/worker-cleaner.ts';
import { createBatchHandler } from './batch-handler.ts';
import { readEnvironment } from './environment.ts';

const store = new S3Store(createS3Client());
const cleaner = new WorkerCleaner(new URL('./worker.mjs', import.meta.url));
cleaner.warm();

/** Entry of the cleaning function. Clients, settings and the thread that cleans are made once per container. */
export const handler = createBatchHandler({
  pipeline: { raw: store, clean: store, quarantine: store, cleaner, ...readEnvironment(process.env) },
  logger: new Logger(),
  metrics: new Metrics(),
});
