import { Aws } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';

/** Lets CloudWatch Logs encrypt with a key, for log groups of this account only. */
export function letLogsUse(key: IKey): void {
  const logs = `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:*`;
  const principal = new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`).withConditions({
    ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logs },
  });
  key.grantEncryptDecrypt(principal);
}
