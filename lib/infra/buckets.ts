import { Aws, Duration, type RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
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
        ...(props.noncurrentVersionExpiration && { noncurrentVersionExpiration: props.noncurrentVersionExpiration }),
      },
    ],
  });
}

/**
 * Sends the bucket's ObjectCreated events to the queue, through the bucket's own property: the L2 `addEventNotification`
 * deploys a custom-resource function for it.
 */
export function notifyQueue(bucket: CfnBucket, queue: IQueue, filter: { prefix?: string; suffix?: string }): void {
  const rules = Object.entries(filter).map(([name, value]) => ({ name, value }));
  bucket.notificationConfiguration = {
    queueConfigurations: [
      {
        event: 's3:ObjectCreated:*',
        queue: queue.queueArn,
        ...(rules.length > 0 && { filter: { s3Key: { rules } } }),
      },
    ],
  };
}

/** ARN of a bucket that has a fixed name; otherwise of any bucket. */
export function bucketArnOrAny(bucketName: string | undefined): string {
  return `arn:${Aws.PARTITION}:s3:::${bucketName ?? '*'}`;
}
