import { Duration, Names, type RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { HANDLER_EXPORT, handlerCode } from './handler-code.ts';

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
    const logGroup = new LogGroup(this, 'Logs', {
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
      environment: {
        CLEAN_BUCKET: props.cleanBucket.bucketName,
        QUARANTINE_BUCKET: props.quarantineBucket.bucketName,
        OUTPUT_PREFIX: props.outputPrefix ?? '',
        WITH_MARKDOWN: String(props.markdown ?? false),
        WITH_HTML: String(props.html ?? false),
        THOROUGHNESS: props.thoroughness ?? 'normal',
        POWERTOOLS_SERVICE_NAME: this.serviceName,
        POWERTOOLS_METRICS_NAMESPACE: METRICS_NAMESPACE,
      },
    });
    logGroup.grantWrite(role);
    for (const statement of statements(props)) role.addToPolicy(statement);
    props.encryptionKey?.grant(role, 'kms:Decrypt', 'kms:GenerateDataKey');
  }
}

/** What the pipeline calls, and no more: nothing is listed but for the reason below, nothing is ever deleted. */
function statements(props: CleanFunctionProps): readonly PolicyStatement[] {
  const { rawBucket, cleanBucket, quarantineBucket, keyPrefix = '', outputPrefix = '' } = props;
  return [
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:GetObjectVersion'],
      resources: [rawBucket.arnForObjects(`${keyPrefix}*`)],
    }),
    // Without it S3 answers 403 for an object that is gone, which would look like a fault and end in the dead-letter queue.
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [rawBucket.bucketArn] }),
    // GetObject: a conditional write that meets another reads back what is there.
    ...[cleanBucket, quarantineBucket].map(
      (bucket) =>
        new PolicyStatement({
          actions: ['s3:PutObject', 's3:GetObject'],
          resources: [bucket.arnForObjects(`${outputPrefix}*`)],
        }),
    ),
  ];
}
