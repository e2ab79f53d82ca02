import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { createS3Client, S3Store } from '../../lib/io/s3.ts';
import { createBatchHandler } from './batch-handler.ts';
import { readEnvironment } from './environment.ts';

const store = new S3Store(createS3Client());

/** Entry of the cleaning function. Clients and settings are made once per container. */
export const handler = createBatchHandler({
  pipeline: { raw: store, clean: store, quarantine: store, ...readEnvironment(process.env) },
  logger: new Logger(),
  metrics: new Metrics(),
});
