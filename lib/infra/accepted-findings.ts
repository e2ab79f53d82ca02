import { Stack, Validations } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { CleanFunction } from './clean-function.ts';

/** Objects of a bucket that the function's role may use: all keys that begin with the prefix. */
export interface GrantedKeys {
  readonly bucket: Bucket;
  readonly prefix: string;
}

/** Tells cdk-nag's AwsSolutions pack, where an app uses it, why what it finds here is meant so. */
export function acceptFindings(cleaner: CleanFunction, granted: readonly GrantedKeys[], hasAccessLogs: boolean): void {
  for (const { bucket, prefix } of granted) {
    const { defaultChild } = bucket.node;
    const logicalId = defaultChild
      ? Stack.of(bucket).getLogicalId(defaultChild as Parameters<Stack['getLogicalId']>[0])
      : '';
    Validations.of(cleaner).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${prefix}*]`,
      reason: 'Keys are chosen by whoever uploads; the actions are named one by one and the prefix bounds the keys.',
    });
    if (hasAccessLogs) continue;
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Access logs need a bucket of the account, and a line for every request; pass accessLogsBucket to have them.',
    });
  }
}
