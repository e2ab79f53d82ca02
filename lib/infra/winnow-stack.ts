import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ArticleCleaning, type ArticleCleaningProps } from './article-cleaning.ts';

export interface WinnowStackProps extends Omit<StackProps, 'tags'>, ArticleCleaningProps {}

/** One `ArticleCleaning` as a stack of its own, with the names that callers need as outputs. */
export class WinnowStack extends Stack {
  readonly cleaning: ArticleCleaning;

  constructor(scope: Construct, id: string, props: WinnowStackProps = {}) {
    const description = 'Cleans scraped articles: raw bucket in, clean JSON out';
    super(scope, id, { description, ...props } as StackProps);
    this.cleaning = new ArticleCleaning(this, 'Cleaning', props);
    const outputs = {
      RawBucketName: this.cleaning.rawBucket.bucketName,
      CleanBucketName: this.cleaning.cleanBucket.bucketName,
      QuarantineBucketName: this.cleaning.quarantineBucket.bucketName,
      QueueUrl: this.cleaning.queue.queueUrl,
      DeadLetterQueueUrl: this.cleaning.deadLetterQueue.queueUrl,
      FunctionName: this.cleaning.function.function.functionName,
    };
    const { backfill, catalogTable, configBucket, siteLearner } = this.cleaning;
    if (configBucket) new CfnOutput(this, 'ConfigBucketName', { value: configBucket.bucketName });
    if (siteLearner) {
      new CfnOutput(this, 'SiteLearnerStateMachineArn', { value: siteLearner.stateMachine.stateMachineArn });
    }
    if (backfill) {
      new CfnOutput(this, 'BackfillStateMachineArn', { value: backfill.stateMachine.stateMachineArn });
      new CfnOutput(this, 'BackfillResultBucketName', { value: backfill.resultBucket.bucketName });
    }
    if (catalogTable) {
      new CfnOutput(this, 'TableName', { value: `${catalogTable.databaseName}.${catalogTable.tableName}` });
    }
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
