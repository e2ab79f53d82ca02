import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type Bucket, CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acceptFindings } from './accepted-findings.ts';
import { addAlarms } from './alarms.ts';
import { bucketArnOrAny, notifyQueue, privateBucket } from './buckets.ts';
import { CleanFunction, type CleanFunctionProps } from './clean-function.ts';

export interface ArticleCleaningProps {
  /** Default names are made by CloudFormation; a fixed one also narrows who may send to the queue to that bucket. */
  readonly rawBucketName?: string;
  readonly cleanBucketName?: string;
  readonly quarantineBucketName?: string;
  /** Only objects whose key begins so are cleaned. Default all. */
  readonly keyPrefix?: string;
  /** Only objects whose key ends so are cleaned. Default all. */
  readonly keySuffix?: string;
  /** Put before every output key. Default nothing. */
  readonly outputPrefix?: string;
  /** Default 1024, see `CleanFunctionProps`. */
  readonly memorySizeMb?: number;
  /** Of one batch; the queue hides a message six times as long. Default 90 seconds. */
  readonly timeout?: Duration;
  /** Functions at work at a time, 2 to 1000. Default 10. */
  readonly maxConcurrency?: number;
  /** Messages a batch, 1 to 10. Default 10. */
  readonly batchSize?: number;
  /** Deliveries before a message goes to the dead-letter queue. Default 5. */
  readonly maxReceiveCount?: number;
  /** Of the buckets and the log group. Default RETAIN: what was scraped may not be there a second time. */
  readonly removalPolicy?: RemovalPolicy;
  /** Encrypts the buckets. Default a key that S3 manages. */
  readonly encryptionKey?: IKey;
  /** How long replaced versions of outputs are kept. Default 30 days; those of the raw bucket are never deleted. */
  readonly noncurrentVersionExpiration?: Duration;
  /** Default one month. */
  readonly logRetention?: RetentionDays;
  /** Where S3 writes the access logs of the three buckets. Default nowhere. */
  readonly accessLogsBucket?: IBucket;
  /** Told of every alarm. Default nobody: the alarms only show. */
  readonly alarmTopic?: ITopic;
  /** Age of the oldest message that raises an alarm. Default 15 minutes. */
  readonly maxMessageAge?: Duration;
  /** Adds `markdown` to every record. Default false. */
  readonly markdown?: boolean;
  /** Adds sanitised `html` to every record. Default false. */
  readonly html?: boolean;
  /** Text and Markdown: how much goes where only a model can tell. Default `normal`. */
  readonly thoroughness?: NonNullable<CleanFunctionProps['thoroughness']>;
}

/**
 * Cleans every article put into one bucket into another: raw bucket, queue with dead-letter queue, function, clean and
 * quarantine bucket, alarms.
 */
export class ArticleCleaning extends Construct {
  readonly rawBucket: Bucket;
  readonly cleanBucket: Bucket;
  readonly quarantineBucket: Bucket;
  readonly queue: Queue;
  readonly deadLetterQueue: Queue;
  readonly function: CleanFunction;

  /** @throws Error when a bucket would be its own output. */
  constructor(scope: Construct, id: string, props: ArticleCleaningProps = {}) {
    super(scope, id);
    refuseLoop(props);
    const { removalPolicy = RemovalPolicy.RETAIN, timeout = Duration.seconds(90) } = props;
    const { encryptionKey, accessLogsBucket } = props;
    const bucket = (name: string, bucketName?: string, noncurrentVersionExpiration?: Duration) =>
      privateBucket(this, name, {
        removalPolicy,
        ...(bucketName !== undefined && { bucketName }),
        ...(encryptionKey && { encryptionKey }),
        ...(accessLogsBucket && { accessLogsBucket }),
        ...(noncurrentVersionExpiration && { noncurrentVersionExpiration }),
      });
    const expiration = props.noncurrentVersionExpiration ?? Duration.days(30);
    this.rawBucket = bucket('Raw', props.rawBucketName);
    this.cleanBucket = bucket('Clean', props.cleanBucketName, expiration);
    this.quarantineBucket = bucket('Quarantine', props.quarantineBucketName, expiration);

    this.deadLetterQueue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'Events', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: props.maxReceiveCount ?? 5 },
    });
    this.connectEvents(props);

    this.function = new CleanFunction(this, 'Cleaner', {
      ...props,
      removalPolicy,
      timeout,
      rawBucket: this.rawBucket,
      cleanBucket: this.cleanBucket,
      quarantineBucket: this.quarantineBucket,
    });
    this.function.function.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: props.batchSize ?? 10,
        maxConcurrency: props.maxConcurrency ?? 10,
        reportBatchItemFailures: true,
      }),
    );
    const outputPrefix = props.outputPrefix ?? '';
    acceptFindings(
      this.function,
      [
        { bucket: this.rawBucket, prefix: props.keyPrefix ?? '' },
        { bucket: this.cleanBucket, prefix: outputPrefix },
        { bucket: this.quarantineBucket, prefix: outputPrefix },
      ],
      accessLogsBucket !== undefined,
    );
    addAlarms(this, {
      queue: this.queue,
      deadLetterQueue: this.deadLetterQueue,
      cleaner: this.function,
      maxMessageAge: props.maxMessageAge ?? Duration.minutes(15),
      ...(props.alarmTopic && { topic: props.alarmTopic }),
    });
  }

  /**
   * The bucket names the queue, and S3 tries the queue when the bucket is made, so the queue's policy must be there first
   * and cannot name the bucket: it lets this account's buckets in, or the one bucket whose name is fixed.
   */
  private connectEvents({ rawBucketName, keyPrefix, keySuffix }: ArticleCleaningProps): void {
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnLike: { 'aws:SourceArn': bucketArnOrAny(rawBucketName) },
        },
      }),
    );
    const raw = this.rawBucket.node.defaultChild;
    if (!(raw instanceof CfnBucket)) throw new Error('expected the raw bucket to hold an AWS::S3::Bucket');
    notifyQueue(raw, this.queue, {
      ...(keyPrefix && { prefix: keyPrefix }),
      ...(keySuffix && { suffix: keySuffix }),
    });
    const policy = this.queue.node.tryFindChild('Policy');
    if (policy === undefined) throw new Error('expected the queue to have a policy');
    raw.node.addDependency(policy);
  }
}

/** An output that lands in the raw bucket is an event for itself: a loop that costs until somebody sees it. */
function refuseLoop({ rawBucketName, cleanBucketName, quarantineBucketName }: ArticleCleaningProps): void {
  for (const [name, output] of Object.entries({ cleanBucketName, quarantineBucketName })) {
    if (output !== undefined && output === rawBucketName) {
      throw new Error(
        `expected ${name} to differ from rawBucketName, got "${output}" for both: every output would be cleaned again`,
      );
    }
  }
}
