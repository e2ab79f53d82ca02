import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import {
  Choice,
  Condition,
  DistributedMap,
  type IItemReader,
  ItemBatcher,
  JsonPath,
  ResultWriterV2,
  S3ManifestItemReader,
  S3ObjectsItemReader,
  type StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { privateBucket } from './buckets.ts';
import { monthOfLogs, repeatableStep, runOf, writeResultsAnew } from './distributed-run.ts';

export interface BackfillProps {
  /** Default `<stack>-backfill`, which is what `winnow backfill --stack` looks for. */
  readonly stateMachineName?: string;
  /** Functions at work at a time, besides those of the queue. Default 10. */
  readonly maxConcurrency?: number;
  /** Objects of one invocation. Default 25. */
  readonly batchSize?: number;
  /** Batches of a hundred that may fail for good before the whole run does. Default 1. */
  readonly toleratedFailurePercentage?: number;
  /** Where S3 writes inventories of the raw bucket. Default the raw bucket itself. */
  readonly inventoryBucket?: IBucket;
  /** How long the manifests and results of a run are kept. Default 90 days. */
  readonly resultExpiration?: Duration;
  /** Default RETAIN. */
  readonly removalPolicy?: RemovalPolicy;
}

interface Source extends BackfillProps {
  readonly function: IFunction;
  readonly rawBucket: Bucket;
  readonly name: string;
  /** Where the access logs of the bucket for results go. */
  readonly results: Omit<Parameters<typeof privateBucket>[2], 'removalPolicy'>;
}

/**
 * Cleans what is already in the raw bucket, or cleans it again: a Distributed Map over a prefix (`{"prefix": "a/"}`) or
 * over an S3 inventory (`{"inventoryKey": ".../manifest.json"}`). Only records whose content
 * changes are written.
 */
export class Backfill extends Construct {
  readonly stateMachine: StateMachine;
  /** Holds a manifest, the successes and the failures of every run. */
  readonly resultBucket: Bucket;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: Source,
  ) {
    super(scope, id);
    writeResultsAnew(this);
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.RETAIN;
    this.resultBucket = privateBucket(this, 'Results', {
      ...props.results,
      removalPolicy,
      expiration: props.resultExpiration ?? Duration.days(90),
    });
    // The class says `isWebsite` may be undefined, the interface does not.
    const raw = { bucket: props.rawBucket as IBucket };
    const overPrefix = this.#map(
      'Prefix',
      new S3ObjectsItemReader({ ...raw, prefix: JsonPath.stringAt('$.prefix') }),
      false,
    );
    const inventory = { bucket: props.inventoryBucket ?? raw.bucket, key: JsonPath.stringAt('$.inventoryKey') };
    const overInventory = this.#map('Inventory', new S3ManifestItemReader(inventory), true);
    const start = new Choice(this, 'PrefixOrInventory')
      .when(Condition.isPresent('$.inventoryKey'), overInventory)
      .otherwise(overPrefix);
    this.stateMachine = runOf(this, {
      name: props.name,
      comment: 'Cleans what is under a prefix, or in an inventory, of the raw bucket',
      steps: start,
      timeout: Duration.days(30),
      logGroup: monthOfLogs(this, 'Logs', removalPolicy, props.results.encryptionKey),
    });
  }

  #map(id: string, itemReader: IItemReader, keysAreEncoded: boolean): DistributedMap {
    const { maxConcurrency = 10, batchSize = 25, toleratedFailurePercentage = 1 } = this.props;
    const results = { bucket: this.resultBucket as IBucket, prefix: 'runs' };
    const batchInput = { bucket: this.props.rawBucket.bucketName, keysAreEncoded };
    // What was done is done.
    const clean = repeatableStep(this, `Clean${id}`, { lambdaFunction: this.props.function, maxAttempts: 5 });
    return new DistributedMap(this, `Over${id}`, {
      label: id,
      itemReader,
      itemBatcher: new ItemBatcher({ maxItemsPerBatch: batchSize, batchInput }),
      maxConcurrency,
      toleratedFailurePercentage,
      mapExecutionType: StateMachineType.STANDARD,
      resultWriterV2: new ResultWriterV2(results),
    }).itemProcessor(clean);
  }
}
