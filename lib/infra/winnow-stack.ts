import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ArticleCleaning, type ArticleCleaningProps } from './article-cleaning.ts';

export interface WinnowStackProps extends StackProps, ArticleCleaningProps {}

/** One `ArticleCleaning` as a stack of its own, with the names that callers need as outputs. */
export class WinnowStack extends Stack {
  readonly cleaning: ArticleCleaning;

  constructor(scope: Construct, id: string, props: WinnowStackProps = {}) {
    super(scope, id, { description: 'Cleans scraped articles: raw bucket in, clean JSON out', ...props });
    this.cleaning = new ArticleCleaning(this, 'Cleaning', props);
    const outputs = {
      RawBucketName: this.cleaning.rawBucket.bucketName,
      CleanBucketName: this.cleaning.cleanBucket.bucketName,
      QuarantineBucketName: this.cleaning.quarantineBucket.bucketName,
      QueueUrl: this.cleaning.queue.queueUrl,
      DeadLetterQueueUrl: this.cleaning.deadLetterQueue.queueUrl,
      FunctionName: this.cleaning.function.function.functionName,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
