import { type App, Stack } from 'aws-cdk-lib';
import { type IVpc, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { ArticleCleaning } from '../../lib/infra/article-cleaning.ts';

/** A cleaning with everything that costs switched on, so that its template has every resource there is. */
export class EveryPropStack extends Stack {
  constructor(app: App, id: string) {
    super(app, id);
    const encryptionKey = new Key(this, 'Key', { enableKeyRotation: true });
    new ArticleCleaning(this, 'Cleaning', {
      encryptionKey,
      accessLogsBucket: new Bucket(this, 'Logs', { enforceSSL: true }) as IBucket,
      alarmTopic: new Topic(this, 'Alarms', { masterKey: encryptionKey, enforceSSL: true }),
      vpc: new Vpc(this, 'Vpc') as IVpc,
      reservedConcurrency: 20,
      tracing: true,
      removedObjects: 'delete',
      cleanedEvents: 'event-bridge',
      backfill: {},
      catalogTable: {},
      siteRules: {},
      siteMemory: { learn: {} },
    });
  }
}
