import { Duration } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { PARTITIONS } from '../../lib/site-memory/learn-steps.ts';
import { actionsOf, templateIn, templateOf } from './winnow-app.ts';

/** Buckets of a template whose logical id names them. */
const CONFIG = Match.stringLikeRegexp('Config');

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** What the policies allow on resources whose ARN holds a text: each action with the ARN and the condition. */
function allowedOn(template: Template, text: string): readonly (readonly [string, string, unknown])[] {
  const policies = Object.values(template.findResources('AWS::IAM::Policy'));
  const statements = policies.flatMap(({ Properties }): Statement[] => Properties.PolicyDocument.Statement);
  return statements.flatMap(({ Action, Resource, Condition }) =>
    [Resource].flat().flatMap((resource) => {
      const arn = JSON.stringify(resource);
      return arn.includes(text) ? [Action].flat().map((action) => [action, arn, Condition] as const) : [];
    }),
  );
}

/** Rights to list and read what a pattern names in the bucket of the construct, and no others. */
function expectReads(template: Template, patterns: readonly string[]): void {
  const allowed = allowedOn(template, 'Config');
  const reads = allowed.filter(([, , condition]) => condition === undefined);
  const lists = allowed.filter(([, , condition]) => condition !== undefined);
  expect(reads.map(([action, arn]) => [action, /\/([^"]*)"/.exec(arn)?.[1]]).toSorted()).toEqual(
    ['s3:GetObject', 's3:GetObjectVersion'].flatMap((action) =>
      patterns.toSorted().map((pattern) => [action, pattern]),
    ),
  );
  expect(lists.map(([action, , condition]) => [action, condition])).toEqual(
    patterns.flatMap((pattern) =>
      ['s3:ListBucket', 's3:ListBucketVersions'].map((action) => [action, { StringLike: { 's3:prefix': pattern } }]),
    ),
  );
}

describe('rules for sites', () => {
  it('are none by default: no bucket, no variable, no right to list', () => {
    const template = templateOf();
    template.resourceCountIs('AWS::S3::Bucket', 3);
    expect(actionsOf(template).filter((action) => action.startsWith('s3:List'))).toEqual([]);
    expect(JSON.stringify(template.findResources('AWS::Lambda::Function'))).not.toContain('SITE_');
  });

  it('lie in a bucket of their own, versioned, of which the function may read the prefix and no more', () => {
    const template = templateOf({ siteRules: {} });
    template.resourceCountIs('AWS::S3::Bucket', 4);
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({
          SITE_RULES: { 'Fn::Join': ['', ['s3://', { Ref: CONFIG }, '/site-rules/']] },
          SITE_REFRESH_SECONDS: '60',
        }),
      },
    });
    expectReads(template, ['site-rules/*']);
    template.hasOutput('ConfigBucketName', {});
  });

  it('may lie in a bucket that is given, under another prefix', () => {
    const template = templateIn((stack) => ({
      siteRules: { bucket: Bucket.fromBucketName(stack, 'Given', 'lindmouth-config'), prefix: 'sites/' },
      siteRefresh: Duration.seconds(10),
    }));
    template.resourceCountIs('AWS::S3::Bucket', 3);
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({ SITE_RULES: 's3://lindmouth-config/sites/', SITE_REFRESH_SECONDS: '10' }),
      },
    });
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([Match.objectLike({ Condition: { StringLike: { 's3:prefix': 'sites/*' } } })]),
      },
    });
  });

  it('ring when they are broken', () => {
    const metric = { Namespace: 'Winnow', MetricName: 'SiteConfigFaults' };
    templateOf({ siteRules: {} }).hasResourceProperties('AWS::CloudWatch::Alarm', metric);
    expect(templateOf().findResources('AWS::CloudWatch::Alarm', { Properties: metric })).toEqual({});
  });
});

describe('the memory of sites', () => {
  it('is one key of the same bucket', () => {
    const template = templateOf({ siteRules: {}, siteMemory: { minStories: 4 } });
    template.resourceCountIs('AWS::S3::Bucket', 4);
    const SITE_MEMORY = { 'Fn::Join': ['', ['s3://', { Ref: CONFIG }, '/site-memory/snapshot.jsonl.gz']] };
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ SITE_MEMORY, MIN_STORIES: '4' }) },
    });
    expectReads(template, ['site-rules/*', 'site-memory/snapshot.jsonl.gz']);
  });
});

describe('the learning of sites', () => {
  const template = templateOf({ siteMemory: { learn: { maxConcurrency: 4, batchSize: 100 } }, outputPrefix: 'out/' });
  const definition = (): string =>
    Object.values(template.findResources('AWS::StepFunctions::StateMachine'))
      .flatMap(({ Properties }) => Properties.DefinitionString['Fn::Join'][1] as readonly unknown[])
      .map((part) => (typeof part === 'string' ? part : 'TOKEN'))
      .join('');

  it('is none by default', () => {
    templateOf({ siteMemory: {} }).resourceCountIs('AWS::StepFunctions::StateMachine', 0);
  });

  it('counts the cleaned outputs in a Distributed Map, merges by shares of hosts, and publishes', () => {
    const { StartAt, States } = JSON.parse(definition()) as {
      StartAt: string;
      States: Record<string, Record<string, unknown>>;
    };
    expect([StartAt, States.Count?.Next, States.Merge?.Next]).toEqual(['Count', 'Merge', 'PublishSnapshot']);
    expect(States.Count).toMatchObject({
      Type: 'Map',
      MaxConcurrency: 4,
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' } },
      ItemReader: { Parameters: { Prefix: 'out/' } },
      ItemBatcher: { MaxItemsPerBatch: 100, BatchInput: { 'run.$': '$$.Execution.Name' } },
    });
    expect(States.Merge?.Items).toEqual(Array.from({ length: PARTITIONS }, (_, partition) => partition));
    expect(States.Merge).toMatchObject({
      ItemProcessor: {
        States: {
          MergePartials: {
            Parameters: { step: 'merge', 'run.$': '$$.Execution.Name', 'partition.$': '$' },
          },
        },
      },
    });
    expect(States.PublishSnapshot).toMatchObject({
      Parameters: { step: 'publish', 'run.$': '$$.Execution.Name' },
    });
  });

  it('starts weekly, or as told, and what does not start is a dead letter', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(7 days)',
      Targets: [Match.objectLike({ DeadLetterConfig: { Arn: Match.anyValue() } })],
    });
    templateOf({
      siteMemory: { learn: { schedule: Schedule.cron({ minute: '0', hour: '3' }) } },
    }).hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'cron(0 3 * * ? *)' });
  });

  it('reads the outputs, and writes its runs and the one snapshot', () => {
    const [policy] = Object.entries(template.findResources('AWS::IAM::Policy'))
      .filter(([id]) => /SiteLearnerRole/.test(id))
      .map(([, { Properties }]): Statement[] => Properties.PolicyDocument.Statement);
    const rights = (policy ?? []).flatMap(({ Action, Resource }) =>
      [Resource]
        .flat()
        .map((resource) => [[Action].flat().join(' '), /\/([^"]*)"/.exec(JSON.stringify(resource))?.[1]]),
    );
    expect(rights.filter(([actions]) => actions?.startsWith('s3:')).toSorted()).toEqual([
      ['s3:GetObject s3:PutObject', 'runs/*'],
      ['s3:GetObject', 'out/*'],
      ['s3:ListBucket', undefined],
      ['s3:PutObject', 'site-memory/snapshot.jsonl.gz'],
    ]);
    template.hasOutput('SiteLearnerStateMachineArn', {});
  });
});
