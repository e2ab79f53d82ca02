import { Duration, Names, type RemovalPolicy } from 'aws-cdk-lib';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { HANDLER_EXPORT, handlerCode } from './handler-code.ts';
import { grantKeys, type KnownSites, siteStatements, siteVariables } from './known-sites.ts';
import { letLogsUse } from './log-key.ts';
import { allowNetwork } from './network.ts';

export interface CleanFunctionProps {
  readonly rawBucket: Bucket;
  readonly cleanBucket: Bucket;
  readonly quarantineBucket: Bucket;
  /** Keys that may be read. Default all. */
  readonly keyPrefix?: string;
  /** Put before every output key. Default nothing. */
  readonly outputPrefix?: string;
  /**
   * Default 1024: the largest accepted object is 50 MiB unpacked, 100 MiB as text, and its record lies beside it, while
   * three more wait with up to 10 MiB each. CPU grows with memory, so less costs the same and takes longer.
   */
  readonly memorySizeMb?: number;
  /** Default 90 seconds. */
  readonly timeout?: Duration;
  readonly logRetention?: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
  /** Key that the buckets are encrypted with. */
  readonly encryptionKey?: IKey;
  /** Views added to every record. Default neither. */
  readonly markdown?: boolean;
  readonly html?: boolean;
  readonly thoroughness?: 'careful' | 'normal' | 'thorough';
  /** Brings the events; shards are gone on with through it. */
  readonly queue: IQueue;
  /** Keeps what is sent to the function without the queue and fails. */
  readonly deadLetterQueue: IQueue;
  /** Of the output of a removed object. Default `keep`. */
  readonly removedObjects?: 'keep' | 'delete' | 'tombstone';
  readonly vpc?: IVpc;
  readonly reservedConcurrency?: number;
  /** X-Ray. Default false. */
  readonly tracing?: boolean;
  /** Where what is known of sites lies. Default nowhere. */
  readonly sites?: KnownSites;
}

/** CloudWatch namespace of the metrics that the function counts. */
export const METRICS_NAMESPACE = 'Winnow';

/** The function that cleans the objects of a queue's messages, with its own role and log group and nothing wider. */
export class CleanFunction extends Construct {
  readonly function: LambdaFunction;
  /** Value of the dimension `service` on the metrics. */
  readonly serviceName: string;

  constructor(scope: Construct, id: string, props: CleanFunctionProps) {
    super(scope, id);
    this.serviceName = Names.uniqueResourceName(this, { maxLength: 64, separator: '-' });
    if (props.encryptionKey) letLogsUse(props.encryptionKey);
    const logGroup = new LogGroup(this, 'Logs', {
      ...(props.encryptionKey && { encryptionKey: props.encryptionKey }),
      retention: props.logRetention ?? RetentionDays.ONE_MONTH,
      removalPolicy: props.removalPolicy,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.function = new LambdaFunction(this, 'Function', {
      description: 'Cleans scraped articles and writes them as JSON',
      code: handlerCode(),
      handler: `index.${HANDLER_EXPORT}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memorySizeMb ?? 1024,
      timeout: props.timeout ?? Duration.seconds(90),
      role,
      logGroup,
      deadLetterQueue: props.deadLetterQueue,
      ...(props.vpc && { vpc: props.vpc }),
      ...(props.reservedConcurrency && { reservedConcurrentExecutions: props.reservedConcurrency }),
      tracing: props.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      environment: {
        CLEAN_BUCKET: props.cleanBucket.bucketName,
        QUARANTINE_BUCKET: props.quarantineBucket.bucketName,
        OUTPUT_PREFIX: props.outputPrefix ?? '',
        WITH_MARKDOWN: String(props.markdown ?? false),
        WITH_HTML: String(props.html ?? false),
        THOROUGHNESS: props.thoroughness ?? 'normal',
        REMOVED_OBJECTS: props.removedObjects ?? 'keep',
        QUEUE_URL: props.queue.queueUrl,
        POWERTOOLS_SERVICE_NAME: this.serviceName,
        POWERTOOLS_METRICS_NAMESPACE: METRICS_NAMESPACE,
        ...(props.sites && siteVariables(props.sites)),
      },
    });
    logGroup.grantWrite(role);
    for (const statement of statements(props)) role.addToPolicy(statement);
    if (props.vpc) allowNetwork(role);
    if (props.sites) grantKeys(props.sites, role);
    props.encryptionKey?.grant(role, 'kms:Decrypt', 'kms:GenerateDataKey');
  }
}

/** What the pipeline calls, and no more: nothing is listed or deleted unless outputs are taken back. */
function statements(props: CleanFunctionProps): readonly PolicyStatement[] {
  const { rawBucket, cleanBucket, quarantineBucket, keyPrefix = '', outputPrefix = '' } = props;
  return [
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:GetObjectVersion'],
      resources: [rawBucket.arnForObjects(`${keyPrefix}*`)],
    }),
    // GetObject: a conditional write that meets another reads back what is there.
    ...[cleanBucket, quarantineBucket].map(
      (bucket) =>
        new PolicyStatement({
          actions: ['s3:PutObject', 's3:GetObject'],
          resources: [bucket.arnForObjects(`${outputPrefix}*`)],
        }),
    ),
    new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [props.queue.queueArn] }),
    ...removalStatements(props),
    ...(props.sites ? siteStatements(props.sites) : []),
  ];
}

/** To tell an object that is gone from one that may not be read, S3 asks for the right to list. */
function removalStatements(props: CleanFunctionProps): readonly PolicyStatement[] {
  const { rawBucket, cleanBucket, outputPrefix = '', removedObjects = 'keep' } = props;
  if (removedObjects === 'keep') return [];
  const list = new PolicyStatement({
    actions: ['s3:ListBucket'],
    resources: [rawBucket.bucketArn, cleanBucket.bucketArn],
  });
  if (removedObjects === 'tombstone') return [list];
  const resources = [cleanBucket.arnForObjects(`${outputPrefix}*`)];
  return [list, new PolicyStatement({ actions: ['s3:DeleteObject'], resources })];
}
