import { Aws, Duration, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { type Bucket, CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acceptFindings } from './accepted-findings.ts';
import { addAlarms } from './alarms.ts';
import type { ArticleCleaningProps } from './article-cleaning-props.ts';
import { Backfill, type BackfillProps } from './backfill.ts';
import { announceObjects, bucketArnOrAny, notifyQueue, onlyReadableBy, privateBucket } from './buckets.ts';
import { CatalogTable } from './catalog-table.ts';
import { CleanFunction } from './clean-function.ts';
import { addDashboard } from './dashboard.ts';
import { type KnownSites, knownSites, needsConfigBucket } from './known-sites.ts';
import { refuseLoop } from './refuse-loop.ts';
import { SiteLearner } from './site-learner.ts';

export type { ArticleCleaningProps } from './article-cleaning-props.ts';

/** Of one batch of messages. */
const DEFAULT_TIMEOUT = Duration.seconds(90);

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
  /** Where asked for. */
  readonly backfill: Backfill | null;
  readonly catalogTable: CatalogTable | null;
  /** Holds rules and memory of sites where one of them was asked for without a bucket. */
  readonly configBucket: Bucket | null;
  readonly sites: KnownSites | null;
  readonly siteLearner: SiteLearner | null;

  /** @throws Error when a bucket would be its own output. */
  constructor(scope: Construct, id: string, props: ArticleCleaningProps = {}) {
    super(scope, id);
    refuseLoop(props);
    for (const [name, value] of Object.entries(props.tags ?? {})) Tags.of(this).add(name, value);
    const expiration = props.noncurrentVersionExpiration ?? Duration.days(30);
    this.rawBucket = this.#bucket('Raw', props, props.rawBucketName);
    this.cleanBucket = this.#bucket('Clean', props, props.cleanBucketName, expiration);
    this.quarantineBucket = this.#bucket('Quarantine', props, props.quarantineBucketName, expiration);
    const { timeout = DEFAULT_TIMEOUT, maxReceiveCount = 5 } = props;
    const queue = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
    this.deadLetterQueue = new Queue(this, 'DeadLetters', { ...queue, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Events', {
      ...queue,
      retentionPeriod: Duration.days(4),
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount },
    });
    this.connectEvents(props);
    this.configBucket = needsConfigBucket(props) ? this.#bucket('Config', props) : null;
    this.sites = knownSites(props, this.configBucket as IBucket);
    this.function = this.#cleaner(props, timeout);
    this.#serveConsumers(props);
    this.backfill = props.backfill ? this.#backfill(props, props.backfill) : null;
    this.siteLearner = this.#learner(props);
    this.catalogTable = props.catalogTable
      ? new CatalogTable(this, 'Catalog', this.cleanBucket, props.outputPrefix ?? '', props.catalogTable)
      : null;
    acceptFindings(this, props);
    this.#watch(props);
  }

  #bucket(
    id: string,
    props: ArticleCleaningProps,
    bucketName?: string,
    noncurrentVersionExpiration?: Duration,
  ): Bucket {
    return privateBucket(this, id, {
      ...bucketSettings(props),
      removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN,
      ...(bucketName !== undefined && { bucketName }),
      ...(noncurrentVersionExpiration && { noncurrentVersionExpiration }),
    });
  }

  #cleaner(props: ArticleCleaningProps, timeout: Duration): CleanFunction {
    const { queue, deadLetterQueue, rawBucket, cleanBucket, quarantineBucket } = this;
    const cleaner = new CleanFunction(this, 'Cleaner', {
      ...props,
      removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN,
      timeout,
      queue,
      deadLetterQueue,
      rawBucket,
      cleanBucket,
      quarantineBucket,
      ...(this.sites && { sites: this.sites }),
    });
    const { batchSize = 10, maxConcurrency = 10 } = props;
    const source = new SqsEventSource(queue, { batchSize, maxConcurrency, reportBatchItemFailures: true });
    cleaner.function.addEventSource(source);
    return cleaner;
  }

  #backfill(props: ArticleCleaningProps, backfill: BackfillProps): Backfill {
    return new Backfill(this, 'Backfill', {
      removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN,
      ...backfill,
      name: backfill.stateMachineName ?? `${Stack.of(this).stackName}-backfill`,
      function: this.function.function,
      rawBucket: this.rawBucket,
      results: bucketSettings(props),
    });
  }

  #learner(props: ArticleCleaningProps): SiteLearner | null {
    const learn = props.siteMemory?.learn;
    const memory = this.sites?.memory;
    if (!learn || !memory) return null;
    const { cleanBucket, deadLetterQueue } = this;
    return new SiteLearner(this, 'SiteLearner', {
      removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN,
      ...learn,
      ...(props.encryptionKey && { encryptionKey: props.encryptionKey }),
      ...(props.vpc && { vpc: props.vpc }),
      tracing: props.tracing ?? false,
      isReserved: props.reservedConcurrency !== undefined,
      outputPrefix: props.outputPrefix ?? '',
      runs: bucketSettings(props),
      cleanBucket,
      deadLetterQueue,
      memory,
    });
  }

  #serveConsumers({ cleanedEvents, quarantineReaders }: ArticleCleaningProps): void {
    if (cleanedEvents) announceObjects(this.#cfnBucket(this.cleanBucket), cleanedEvents);
    const { role } = this.function.function;
    if (quarantineReaders && role) onlyReadableBy(this.quarantineBucket, [role, ...quarantineReaders]);
  }

  #watch(props: ArticleCleaningProps): void {
    const { queue, deadLetterQueue, function: cleaner } = this;
    const watched = { queue, deadLetterQueue, cleaner, knowsSites: this.sites !== null };
    const alarms = addAlarms(this, {
      ...watched,
      maxMessageAge: props.maxMessageAge ?? Duration.minutes(15),
      maxErrorShare: props.maxErrorShare ?? 0.05,
      maxQuarantineShare: props.maxQuarantineShare ?? 0.2,
      ...(props.alarmTopic && { topic: props.alarmTopic }),
    });
    if (props.dashboard !== false) addDashboard(this, { ...watched, alarms });
  }

  #cfnBucket(bucket: Bucket): CfnBucket {
    const { defaultChild } = bucket.node;
    if (!(defaultChild instanceof CfnBucket)) throw new Error('expected the bucket to hold an AWS::S3::Bucket');
    return defaultChild;
  }

  /**
   * The bucket names the queue, and S3 tries the queue when the bucket is made, so the queue's policy must be there first
   * and cannot name the bucket: it lets this account's buckets in, or the one bucket whose name is fixed.
   */
  private connectEvents({ rawBucketName, keyPrefix, keySuffix, removedObjects }: ArticleCleaningProps): void {
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
    const raw = this.#cfnBucket(this.rawBucket);
    const filter = { ...(keyPrefix && { prefix: keyPrefix }), ...(keySuffix && { suffix: keySuffix }) };
    notifyQueue(raw, this.queue, filter, removedObjects !== undefined && removedObjects !== 'keep');
    const policy = this.queue.node.tryFindChild('Policy');
    if (policy === undefined) throw new Error('expected the queue to have a policy');
    raw.node.addDependency(policy);
  }
}

/** What all buckets have in common. */
function bucketSettings({ encryptionKey, accessLogsBucket }: ArticleCleaningProps) {
  return { ...(encryptionKey && { encryptionKey }), ...(accessLogsBucket && { accessLogsBucket }) };
}
