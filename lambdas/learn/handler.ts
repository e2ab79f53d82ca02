import { Logger } from '@aws-lambda-powertools/logger';
import { createS3Client, S3Store } from '../../lib/io/s3.ts';
import { listObjects } from '../../lib/io/s3-listing.ts';
import {
  countOutputs,
  type LearnDeps,
  mergePartials,
  publishSnapshot,
  type StepCounts,
} from '../../lib/site-memory/learn-steps.ts';
import { readLearnEnvironment } from './environment.ts';

/** A step of a run, as the state machine asks for it. */
export type LearnEvent =
  | { readonly Items: readonly { readonly Key: string }[]; readonly BatchInput: { readonly run: string } }
  | { readonly step: 'merge'; readonly run: string; readonly partition: number }
  | { readonly step: 'publish'; readonly run: string };

const client = createS3Client();
const logger = new Logger();
const deps: LearnDeps = {
  ...readLearnEnvironment(process.env),
  store: new S3Store(client),
  list: (bucket, prefix) => listObjects(client, bucket, prefix),
};

/** Entry of the function that learns what the stories of sites share: one step of a run. Every step may be repeated. */
export async function handler(event: LearnEvent): Promise<StepCounts> {
  const counts = await runStep(event);
  logger.info('Items' in event ? 'count' : event.step, { ...counts });
  return counts;
}

function runStep(event: LearnEvent): Promise<StepCounts> {
  if ('Items' in event) {
    const keys = event.Items.map(({ Key }) => Key);
    return countOutputs(event.BatchInput.run, keys, deps);
  }
  return event.step === 'merge' ? mergePartials(event.run, event.partition, deps) : publishSnapshot(event.run, deps);
}
