import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import {
  DistributedMap,
  ItemBatcher,
  JsonPath,
  Map as MapState,
  ProvideItems,
  ResultWriterV2,
  S3ObjectsItemReader,
  type StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { privateBucket } from './buckets.ts';
import { monthOfLogs, repeatableStep, runOf, writeResultsAnew } from './distributed-run.ts';
import { HANDLER_EXPORT, learnerCode } from './handler-code.ts';
import type { KnownSites } from './known-sites.ts';
import { allowNetwork } from './network.ts';

/** Shares of hosts, each merged by an invocation of its own; as `PARTITIONS` of the function. */
const PARTITIONS = 16;
/** How long what a run leaves on its way is kept; the merged snapshots in it can be merged with others. */
const RUN_EXPIRATION = Duration.days(7);

export interface SiteLearnerProps {
  /** When a run starts. Default weekly. */
  readonly schedule?: Schedule;
  /** Functions at work at a time. Default 10. */
  readonly maxConcurrency?: number;
  /** Outputs of one invocation. Default 500. */
  readonly batchSize?: number;
}

interface Source extends SiteLearnerProps {
  readonly cleanBucket: Bucket;
  readonly outputPrefix: string;
  readonly memory: NonNullable<KnownSites['memory']>;
  readonly deadLetterQueue: IQueue;
  readonly removalPolicy: RemovalPolicy;
  /** Common to all buckets. */
  readonly runs: Omit<Parameters<typeof privateBucket>[2], 'removalPolicy'>;
  readonly encryptionKey?: IKey;
  readonly vpc?: IVpc;
  readonly tracing?: boolean;
  /** Sets `maxConcurrency` aside for the function. */
  readonly isReserved: boolean;
}

/**
 * Learns on a schedule what the stories of sites share: a Distributed Map counts the cleaned outputs into partial snapshots,
 * an invocation for each share of hosts merges them, and the last writes the snapshot that the cleaner reads.
 */
export class SiteLearner extends Construct {
  readonly function: LambdaFunction;
  readonly stateMachine: StateMachine;
  /** Partial and merged snapshots of the runs. */
  readonly runsBucket: Bucket;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: Source,
  ) {
    super(scope, id);
    writeResultsAnew(this);
    const { removalPolicy, runs } = props;
    this.runsBucket = privateBucket(this, 'Runs', { ...runs, removalPolicy, expiration: RUN_EXPIRATION });
    this.function = this.#function();
    this.stateMachine = runOf(this, {
      comment: 'Learns from the cleaned outputs what the stories of each site share',
      steps: this.#count().next(this.#merge()).next(this.#publish()),
      timeout: Duration.days(2),
      logGroup: this.#logGroup('RunLogs'),
    });
    new Rule(this, 'Schedule', {
      description: 'Starts a run of the learning of sites',
      schedule: props.schedule ?? Schedule.rate(Duration.days(7)),
      targets: [
        new SfnStateMachine(this.stateMachine, {
          input: RuleTargetInput.fromObject({}),
          deadLetterQueue: props.deadLetterQueue,
        }),
      ],
    });
  }

  #function(): LambdaFunction {
    const { cleanBucket, outputPrefix, memory, maxConcurrency = 10 } = this.props;
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = this.#logGroup('Logs');
    const learner = new LambdaFunction(this, 'Function', {
      description: 'Counts what the stories of sites share',
      code: learnerCode(),
      handler: `index.${HANDLER_EXPORT}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 3008,
      timeout: Duration.minutes(15),
      role,
      logGroup,
      deadLetterQueue: this.props.deadLetterQueue,
      ...(this.props.vpc && { vpc: this.props.vpc }),
      ...(this.props.isReserved && { reservedConcurrentExecutions: maxConcurrency }),
      tracing: this.props.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      environment: {
        CLEAN_BUCKET: cleanBucket.bucketName,
        RUNS_BUCKET: this.runsBucket.bucketName,
        SITE_MEMORY: `s3://${memory.bucket.bucketName}/${memory.key}`,
        MIN_STORIES: String(memory.minStories),
      },
    });
    logGroup.grantWrite(role);
    const allow = (actions: string[], resources: string[]) =>
      role.addToPolicy(new PolicyStatement({ actions, resources }));
    allow(['s3:GetObject'], [cleanBucket.arnForObjects(`${outputPrefix}*`)]);
    allow(['s3:GetObject', 's3:PutObject'], [this.runsBucket.arnForObjects('runs/*')]);
    allow(['s3:ListBucket'], [this.runsBucket.bucketArn]);
    allow(['s3:PutObject'], [memory.bucket.arnForObjects(memory.key)]);
    if (this.props.vpc) allowNetwork(role);
    this.props.encryptionKey?.grant(role, 'kms:Decrypt', 'kms:GenerateDataKey');
    if (memory.bucket.encryptionKey !== this.props.encryptionKey)
      memory.bucket.encryptionKey?.grant(role, 'kms:Decrypt', 'kms:GenerateDataKey');
    return learner;
  }

  #count(): DistributedMap {
    const { cleanBucket, outputPrefix, maxConcurrency = 10, batchSize = 500 } = this.props;
    return new DistributedMap(this, 'Count', {
      label: 'Count',
      itemReader: new S3ObjectsItemReader({ bucket: cleanBucket as IBucket, prefix: outputPrefix }),
      itemBatcher: new ItemBatcher({
        maxItemsPerBatch: batchSize,
        batchInput: { 'run.$': '$$.Execution.Name' },
      }),
      maxConcurrency,
      mapExecutionType: StateMachineType.STANDARD,
      resultWriterV2: new ResultWriterV2({ bucket: this.runsBucket as IBucket, prefix: 'results' }),
      resultPath: JsonPath.DISCARD,
    }).itemProcessor(this.#step('CountOutputs'));
  }

  #merge(): MapState {
    const { maxConcurrency = 10 } = this.props;
    const shares = Array.from({ length: PARTITIONS }, (_, partition) => partition);
    const payload = { step: 'merge', run: JsonPath.executionName, partition: JsonPath.numberAt('$') };
    return new MapState(this, 'Merge', {
      items: ProvideItems.jsonArray(shares),
      maxConcurrency,
      resultPath: JsonPath.DISCARD,
    }).itemProcessor(this.#step('MergePartials', payload));
  }

  #publish(): LambdaInvoke {
    return this.#step('PublishSnapshot', { step: 'publish', run: JsonPath.executionName });
  }

  #step(id: string, payload?: Record<string, unknown>): LambdaInvoke {
    // Every step writes the same under the same keys.
    return repeatableStep(this, id, { lambdaFunction: this.function, maxAttempts: 4, ...(payload && { payload }) });
  }

  #logGroup(id: string): LogGroup {
    return monthOfLogs(this, id, this.props.removalPolicy, this.props.encryptionKey);
  }
}
