import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { BackfillProps } from './backfill.ts';
import type { CatalogTableProps } from './catalog-table.ts';
import type { CleanFunctionProps } from './clean-function.ts';
import type { SiteMemoryProps, SiteRulesProps } from './known-sites.ts';

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
  /**
   * What becomes of the output of an object that is removed, or whose newest version cannot be cleaned: it is kept, is
   * deleted, or is written over with a mark. Default `keep`. Both others let the function list, and cost more requests.
   */
  readonly removedObjects?: NonNullable<CleanFunctionProps['removedObjects']>;
  /** Where an event is sent for every output that is written. Default nowhere: it costs. */
  readonly cleanedEvents?: 'event-bridge' | ITopic;
  /** A Glue table over the clean bucket, for Athena. Default none. */
  readonly catalogTable?: CatalogTableProps;
  /** A state machine that cleans what is there already. Default none. */
  readonly backfill?: BackfillProps;
  /** Rules for single sites as YAML files in a bucket, read anew when they change. Default none; `{}` for a bucket of its own. */
  readonly siteRules?: SiteRulesProps;
  /** A snapshot of what the stories of a site share, read anew when it changes. Default none. */
  readonly siteMemory?: SiteMemoryProps;
  /** After which the function looks for changed rules and snapshots. Default one minute. */
  readonly siteRefresh?: Duration;
  /** Roles that may read the quarantine bucket, besides the function; nobody else may then. Default whoever IAM lets. */
  readonly quarantineReaders?: readonly IRole[];
  /** Default true. */
  readonly dashboard?: boolean;
  /** Share of objects (0 to 1) that fail, or are quarantined, in a quarter of an hour, from which an alarm rings. */
  readonly maxErrorShare?: number;
  readonly maxQuarantineShare?: number;
  /** Where the function runs; it needs endpoints for S3 and SQS there. Default outside any. */
  readonly vpc?: IVpc;
  /** Set aside for the function alone: at least `maxConcurrency` and that of the backfill together. Default none. */
  readonly reservedConcurrency?: number;
  /** X-Ray for the function. Default false: it costs. */
  readonly tracing?: boolean;
  /** On everything that can bear tags. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Text and Markdown: how much goes where only a model can tell. Default `normal`. */
  readonly thoroughness?: NonNullable<CleanFunctionProps['thoroughness']>;
}
