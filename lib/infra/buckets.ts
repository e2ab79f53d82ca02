import { Aws, Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, type IRole, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export interface PrivateBucketProps {
  readonly bucketName?: string;
  readonly encryptionKey?: IKey;
  readonly removalPolicy: RemovalPolicy;
  /** Where S3 writes its access logs. Default nowhere. */
  readonly accessLogsBucket?: IBucket;
  /** How long a version is kept after a newer one took its place. Default for ever. */
  readonly noncurrentVersionExpiration?: Duration;
  /** How long an object is kept. Default for ever. */
  readonly expiration?: Duration;
}

/** A bucket that is private, versioned, encrypted and reached over TLS only. */
export function privateBucket(scope: Construct, id: string, props: PrivateBucketProps): Bucket {
  const encryption = props.encryptionKey
    ? { encryption: BucketEncryption.KMS, encryptionKey: props.encryptionKey, bucketKeyEnabled: true }
    : { encryption: BucketEncryption.S3_MANAGED };
  return new Bucket(scope, id, {
    ...encryption,
    ...(props.bucketName !== undefined && { bucketName: props.bucketName }),
    ...(props.accessLogsBucket && { serverAccessLogsBucket: props.accessLogsBucket, serverAccessLogsPrefix: `${id}/` }),
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    removalPolicy: props.removalPolicy,
    lifecycleRules: [
      {
        abortIncompleteMultipartUploadAfter: Duration.days(7),
        ...(props.expiration && { expiration: props.expiration, noncurrentVersionExpiration: Duration.days(1) }),
        ...(props.noncurrentVersionExpiration && { noncurrentVersionExpiration: props.noncurrentVersionExpiration }),
      },
    ],
  });
}

/** Events that say an object, or a version of it, is gone. */
const REMOVALS = ['s3:ObjectRemoved:*', 's3:LifecycleExpiration:*'];

/**
 * Sends the bucket's ObjectCreated events to the queue, through the bucket's own property: the L2 `addEventNotification`
 * deploys a custom-resource function for it.
 */
export function notifyQueue(bucket: CfnBucket, queue: IQueue, filter: KeyFilter, withRemovals: boolean): void {
  const rules = Object.entries(filter).map(([name, value]) => ({ name, value }));
  const events = ['s3:ObjectCreated:*', ...(withRemovals ? REMOVALS : [])];
  bucket.notificationConfiguration = {
    queueConfigurations: events.map((event) => ({
      event,
      queue: queue.queueArn,
      ...(rules.length > 0 && { filter: { s3Key: { rules } } }),
    })),
  };
}

/** Which keys events are sent for. */
export interface KeyFilter {
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Sends an event for every object that is written, to EventBridge or to a topic; without a function of its own. */
export function announceObjects(bucket: CfnBucket, to: 'event-bridge' | ITopic): void {
  if (to === 'event-bridge') {
    bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    return;
  }
  bucket.notificationConfiguration = { topicConfigurations: [{ event: 's3:ObjectCreated:*', topic: to.topicArn }] };
  // As with the queue: S3 tries the topic when the bucket is made, and the bucket has no name before.
  const { policyDependable } = to.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [to.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  if (policyDependable) bucket.node.addDependency(policyDependable);
}

/** Lets nobody read a bucket but the roles given, whatever other policies allow. */
export function onlyReadableBy(bucket: Bucket, roles: readonly IRole[]): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:GetObject', 's3:GetObjectVersion'],
      resources: [bucket.arnForObjects('*')],
      conditions: { ArnNotEquals: { 'aws:PrincipalArn': roles.map((role) => role.roleArn) } },
    }),
  );
}

/** ARN of a bucket that has a fixed name; otherwise of any bucket. */
export function bucketArnOrAny(bucketName: string | undefined): string {
  return `arn:${Aws.PARTITION}:s3:::${bucketName ?? '*'}`;
}
