import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { type IVpc, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { ArticleCleaning, type ArticleCleaningProps } from '../../lib/infra/article-cleaning.ts';
import { appWithoutBundle, templateOf } from './winnow-app.ts';

/** The template of a cleaning whose props need constructs of the same stack. */
function templateIn(propsOf: (stack: Stack) => ArticleCleaningProps): Template {
  const stack = new Stack(appWithoutBundle(), 'Other');
  new ArticleCleaning(stack, 'Cleaning', propsOf(stack));
  return Template.fromStack(stack);
}

function actionsOf(template: Template): string[] {
  return Object.values(template.findResources('AWS::IAM::Policy')).flatMap((policy) =>
    policy.Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
  );
}

describe('removed objects', () => {
  it.each([
    ['keep', [], ['s3:ObjectCreated:*']],
    ['tombstone', ['s3:ListBucket'], ['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:LifecycleExpiration:*']],
    [
      'delete',
      ['s3:DeleteObject', 's3:ListBucket'],
      ['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:LifecycleExpiration:*'],
    ],
  ] as const)('%s: the function may %j besides, and the queue gets %j', (removedObjects, actions, events) => {
    const template = templateOf({ removedObjects });
    expect(
      actionsOf(template)
        .filter((action) => /List|Delete(?!Message)/.test(action))
        .toSorted(),
    ).toEqual(actions);
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ REMOVED_OBJECTS: removedObjects }) },
    });
    template.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { QueueConfigurations: events.map((Event) => Match.objectLike({ Event })) },
    });
  });

  it('are deleted under the output prefix of the clean bucket and nowhere else', () => {
    templateOf({ removedObjects: 'delete', outputPrefix: 'out/' }).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          {
            Effect: 'Allow',
            Action: 's3:DeleteObject',
            Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [Match.stringLikeRegexp('Clean'), 'Arn'] }, '/out/*']] },
          },
        ]),
      },
    });
  });
});

describe('shards', () => {
  it('are gone on with through the queue that brings the events, and no other', () => {
    const template = templateOf();
    const [queue] = Object.keys(
      template.findResources('AWS::SQS::Queue', { Properties: { RedrivePolicy: Match.anyValue() } }),
    );
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ QUEUE_URL: { Ref: queue } }) },
    });
    const sends = Object.values(template.findResources('AWS::IAM::Policy')).flatMap((policy) =>
      policy.Properties.PolicyDocument.Statement.filter(({ Action }: { Action: unknown }) =>
        [Action].flat().includes('sqs:SendMessage'),
      ),
    );
    const targets = sends.flatMap(({ Resource }: { Resource: unknown }) => Resource);
    expect(targets).toHaveLength(2);
    expect(targets).toContainEqual({ 'Fn::GetAtt': [queue, 'Arn'] });
    expect(targets).toContainEqual({ 'Fn::GetAtt': [expect.stringContaining('DeadLetters'), 'Arn'] });
  });
});

describe('events of cleaned objects', () => {
  it('are not sent by default', () => {
    const notifying = templateOf().findResources('AWS::S3::Bucket', {
      Properties: { NotificationConfiguration: Match.anyValue() },
    });
    expect(Object.keys(notifying)).toEqual([expect.stringContaining('Raw')]);
  });

  it('go to EventBridge, without a function for it', () => {
    const template = templateOf({ cleanedEvents: 'event-bridge' });
    template.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    template.resourceCountIs('AWS::Lambda::Function', 1);
  });

  it('go to a topic that lets the bucket publish, before the bucket is made', () => {
    const template = templateIn((stack) => ({ cleanedEvents: new Topic(stack, 'Cleaned') }));
    template.hasResource('AWS::S3::Bucket', {
      Properties: {
        NotificationConfiguration: {
          TopicConfigurations: [{ Event: 's3:ObjectCreated:*', Topic: { Ref: Match.stringLikeRegexp('Cleaned') } }],
        },
      },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('CleanedPolicy')]),
    });
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'sns:Publish',
            Principal: { Service: 's3.amazonaws.com' },
            Condition: Match.objectLike({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } }),
          }),
        ]),
      },
    });
  });
});

describe('the table', () => {
  it('reads the clean bucket with partitions that Athena computes', () => {
    const template = templateOf({
      outputPrefix: 'out/',
      catalogTable: {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: Athena fills it in.
        layout: 'news/${site}/${day}/',
        partitions: {
          site: { type: 'enum', values: ['herald', 'gazette'] },
          day: { type: 'date', format: 'yyyy-MM-dd', range: '2025-01-01,NOW' },
        },
      },
    });
    template.hasResourceProperties('AWS::Glue::Table', {
      TableInput: {
        Name: 'articles',
        PartitionKeys: [
          { Name: 'site', Type: 'string' },
          { Name: 'day', Type: 'string' },
        ],
        Parameters: Match.objectLike({
          'projection.enabled': 'true',
          'projection.site.type': 'enum',
          'projection.site.values': 'herald,gazette',
          'projection.day.type': 'date',
          'projection.day.range': '2025-01-01,NOW',
          'projection.day.interval.unit': 'DAYS',
          'storage.location.template': {
            // biome-ignore lint/suspicious/noTemplateCurlyInString: Athena fills it in.
            'Fn::Join': ['', ['s3://', { Ref: Match.stringLikeRegexp('Clean') }, '/out/news/${site}/${day}/']],
          },
        }),
        StorageDescriptor: Match.objectLike({
          Columns: Match.arrayWith([{ Name: 'text', Type: 'string' }]),
          SerdeInfo: Match.objectLike({ SerializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' }),
        }),
      },
    });
    template.resourceCountIs('AWS::Glue::Database', 1);
  });

  it('refuses a layout that does not name its partitions', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Athena fills it in.
    expect(() => templateOf({ catalogTable: { layout: '${month}/' } })).toThrow(
      'to name the partitions day, got month',
    );
  });

  it('is not there by default', () => {
    templateOf().resourceCountIs('AWS::Glue::Table', 0);
  });
});

describe('the backfill', () => {
  const template = templateOf({ backfill: { maxConcurrency: 7, batchSize: 50, toleratedFailurePercentage: 3 } });
  const [machine] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
  const parts: unknown[] = machine?.Properties.DefinitionString['Fn::Join'][1];
  const definition = JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'x')).join(''));

  it('maps over a prefix, or over an inventory, with the function and nothing else', () => {
    expect(machine?.Properties).toMatchObject({
      StateMachineName: 'Winnow-backfill',
      TracingConfiguration: { Enabled: true },
    });
    const { OverPrefix, OverInventory } = definition.States;
    expect(OverPrefix.ItemReader.Parameters).toMatchObject({ 'Prefix.$': '$.prefix' });
    expect(OverInventory.ItemReader).toMatchObject({ ReaderConfig: { InputType: 'MANIFEST' } });
    for (const map of [OverPrefix, OverInventory]) {
      expect(map).toMatchObject({
        Type: 'Map',
        MaxConcurrency: 7,
        ToleratedFailurePercentage: 3,
        ItemBatcher: { MaxItemsPerBatch: 50 },
        ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' } },
        ResultWriter: { Parameters: { Prefix: 'runs' } },
      });
      const [task] = Object.values(map.ItemProcessor.States) as [Record<string, unknown>];
      // Without parameters, the function gets the batch as it is.
      expect(task).toMatchObject({ Type: 'Task', Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 5 }] });
      expect(task).not.toHaveProperty('Parameters');
    }
  });

  it('keeps results for 90 days in a private bucket, and gives out what starts it', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 90 })] },
    });
    expect(Object.keys(template.findOutputs('*'))).toEqual(
      expect.arrayContaining(['BackfillStateMachineArn', 'BackfillResultBucketName']),
    );
  });

  it('is not there by default', () => {
    templateOf().resourceCountIs('AWS::StepFunctions::StateMachine', 0);
  });
});

describe('what is watched', () => {
  const template = templateOf({ maxErrorShare: 0.1, maxQuarantineShare: 0.3 });

  it.each([
    ['errors', 'failed', 0.1],
    ['quarantined objects', 'quarantined', 0.3],
  ])('rings for too large a share of %s', (_what, name, Threshold) => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Threshold,
      Metrics: Match.arrayWith([Match.objectLike({ Expression: Match.stringLikeRegexp(`FILL\\(${name}, 0\\) / `) })]),
    });
  });

  it('rings when Lambda or S3 throttle', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Metrics: Match.arrayWith([
        Match.objectLike({
          MetricStat: Match.objectLike({
            Metric: Match.objectLike({ MetricName: 'Throttles', Namespace: 'AWS/Lambda' }),
          }),
        }),
        Match.objectLike({
          MetricStat: Match.objectLike({ Metric: Match.objectLike({ MetricName: 'Throttled', Namespace: 'Winnow' }) }),
        }),
      ]),
    });
  });

  it('has a dashboard unless it is not wanted', () => {
    const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
    const body = JSON.stringify(dashboard?.Properties.DashboardBody);
    for (const shown of [
      'Alarms',
      'Objects by outcome',
      'AccessDenied',
      'KeptWords',
      'Dead letters',
      'ApproximateAgeOfOldestMessage',
    ]) {
      expect(body).toContain(shown);
    }
    templateOf({ dashboard: false }).resourceCountIs('AWS::CloudWatch::Dashboard', 0);
  });
});

describe('security', () => {
  it('lets only the function and the roles named read the quarantine bucket', () => {
    const template = templateIn((stack) => ({
      quarantineReaders: [new Role(stack, 'Reader', { assumedBy: new ServicePrincipal('ec2.amazonaws.com') })],
    }));
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: Match.stringLikeRegexp('Quarantine') },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: ['s3:GetObject', 's3:GetObjectVersion'],
            Condition: {
              ArnNotEquals: {
                'aws:PrincipalArn': [
                  { 'Fn::GetAtt': [Match.stringLikeRegexp('CleanerRole'), 'Arn'] },
                  { 'Fn::GetAtt': [Match.stringLikeRegexp('Reader'), 'Arn'] },
                ],
              },
            },
          }),
        ]),
      },
    });
  });

  it('traces, and sets concurrency aside, when asked', () => {
    const template = templateOf({ tracing: true, reservedConcurrency: 20 });
    template.hasResourceProperties('AWS::Lambda::Function', {
      TracingConfig: { Mode: 'Active' },
      ReservedConcurrentExecutions: 20,
    });
    templateOf().hasResourceProperties('AWS::Lambda::Function', {
      TracingConfig: Match.absent(),
      ReservedConcurrentExecutions: Match.absent(),
    });
  });

  it('runs in a VPC when one is given', () => {
    templateIn((stack) => ({ vpc: new Vpc(stack, 'Vpc') as IVpc })).hasResourceProperties('AWS::Lambda::Function', {
      Description: 'Cleans scraped articles and writes them as JSON',
      VpcConfig: Match.objectLike({ SubnetIds: Match.anyValue() }),
    });
  });

  it('tags what can bear tags', () => {
    const template = templateOf({ tags: { team: 'archive' } });
    for (const type of ['AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::Lambda::Function']) {
      template.allResourcesProperties(type, { Tags: Match.arrayWith([{ Key: 'team', Value: 'archive' }]) });
    }
  });
});
