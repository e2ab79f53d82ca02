import { type CfnResource, Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ArticleCleaning } from './article-cleaning.ts';
import type { ArticleCleaningProps } from './article-cleaning-props.ts';

/** Rules of cdk-nag that are not kept, whatever the props, and why. */
export const ALWAYS_ACCEPTED = {
  'AwsSolutions-IAM5': {
    reason:
      'Keys are chosen by whoever uploads, and runs get their names when they start; actions are named one by one and ' +
      'prefixes bound the keys. X-Ray, VPCs and the delivery of logs know no narrower resource.',
  },
  'NIST.800.53.R5-IAMNoInlinePolicy': {
    reason: 'A policy that belongs to one role goes with it; a managed one could be attached to others.',
  },
  'NIST.800.53.R5-S3BucketReplicationEnabled': {
    reason: 'Outputs can be made again from the raw bucket; whether that is copied elsewhere is for its owner to say.',
  },
  'Serverless-LambdaEventSourceMappingDestination': {
    reason: 'An event source of SQS has no destination for failures: they wait in the dead-letter queue.',
  },
  'Serverless-SQSRedrivePolicy': {
    reason: 'It is the dead-letter queue itself: what that gives up would have nowhere to go.',
  },
} as const;

/** Rules that a prop would keep. */
const WITHOUT_PROP = {
  'Serverless-LambdaTracing': 'Traces cost; pass tracing for them.',
  'AwsSolutions-S1': 'Access logs need a bucket of the account, and a line for every request; pass accessLogsBucket.',
} as const;

/** Tells cdk-nag, where an app uses it, why what it finds here is meant so. */
export function acceptFindings(cleaning: ArticleCleaning, props: ArticleCleaningProps): void {
  const accept = (id: string, reason: string): void => Validations.of(cleaning).acknowledge({ id, reason });
  for (const [id, { reason }] of Object.entries(ALWAYS_ACCEPTED)) {
    // One for each resource, so that a wildcard that is added later is found.
    const found =
      id === 'AwsSolutions-IAM5' ? wildcards(cleaning, props).map((resource) => `${id}[Resource::${resource}]`) : [id];
    for (const one of found) accept(one, reason);
  }
  if (!props.tracing) accept('Serverless-LambdaTracing', WITHOUT_PROP['Serverless-LambdaTracing']);
  if (!props.accessLogsBucket) accept('AwsSolutions-S1', WITHOUT_PROP['AwsSolutions-S1']);
}

function wildcards(cleaning: ArticleCleaning, props: ArticleCleaningProps): readonly string[] {
  const everything = props.tracing || props.vpc ? ['*'] : [];
  return [
    ...new Set([
      ...keyResources(cleaning, props),
      ...siteResources(cleaning),
      ...backfillResources(cleaning),
      ...learnerResources(cleaning),
      ...everything,
    ]),
  ];
}

function keyResources(
  cleaning: ArticleCleaning,
  { keyPrefix = '', outputPrefix = '' }: ArticleCleaningProps,
): string[] {
  const under = (bucket: Construct, prefix: string): string => `<${logicalId(bucket)}.Arn>/${prefix}*`;
  return [
    under(cleaning.rawBucket, keyPrefix),
    under(cleaning.cleanBucket, outputPrefix),
    under(cleaning.quarantineBucket, outputPrefix),
  ];
}

function siteResources({ sites, function: cleaner }: ArticleCleaning): string[] {
  if (!sites?.rules) return [];
  return [spell(Stack.of(cleaner).resolve(sites.rules.bucket.arnForObjects(`${sites.rules.prefix}*`)))];
}

/** A resolved value as cdk-nag writes it. */
function spell(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': joined } = value as Record<string, unknown>;
  if (Array.isArray(joined)) return (joined[1] as readonly unknown[]).map(spell).join('');
  return Array.isArray(attribute) ? `<${attribute.join('.')}>` : `<${Ref}>`;
}

function backfillResources({ backfill, rawBucket, function: cleaner }: ArticleCleaning): string[] {
  if (!backfill) return [];
  const { stateMachine, resultBucket } = backfill;
  // The bucket that inventories are read from, and the one for results.
  return mapResources(stateMachine, cleaner.function, [rawBucket, resultBucket], ['Prefix', 'Inventory']);
}

function learnerResources({ siteLearner }: ArticleCleaning): string[] {
  if (!siteLearner) return [];
  const { stateMachine, function: learner, runsBucket } = siteLearner;
  return [...mapResources(stateMachine, learner, [runsBucket], ['Count']), `<${logicalId(runsBucket)}.Arn>/runs/*`];
}

/** Of a state machine with Distributed Maps: their runs get names when they start, and versions of the function may be called. */
function mapResources(
  stateMachine: Construct,
  lambda: Construct,
  buckets: readonly Construct[],
  maps: readonly string[],
): string[] {
  const arn = 'arn:<AWS::Partition>';
  const name = `{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"${logicalId(stateMachine)}"}]}]}`;
  const runs = `${arn}:states:<AWS::Region>:<AWS::AccountId>:execution:${name}`;
  return [
    '*',
    `<${logicalId(lambda)}.Arn>:*`,
    ...buckets.map((bucket) => `${arn}:s3:::<${logicalId(bucket)}>/*`),
    ...[...maps.map((map) => `/${map}`), ''].map((map) => `${runs}${map}:*`),
  ];
}

function logicalId(construct: Construct): string {
  return Stack.of(construct).getLogicalId(construct.node.defaultChild as CfnResource);
}
