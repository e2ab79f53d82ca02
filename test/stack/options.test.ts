import { Match } from 'aws-cdk-lib/assertions';
import { type IVpc, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { actionsOf, templateIn, templateOf } from './winnow-app.ts';

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
