// Over 200 lines: every promise of one template, which is made once.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { ArticleCleaning } from '../../lib/infra/article-cleaning.ts';
import { HANDLER_EXPORT } from '../../lib/infra/handler-code.ts';
import { WinnowStack } from '../../lib/infra/winnow-stack.ts';
import { appWithoutBundle, templateOf } from './winnow-app.ts';

interface Statement {
  readonly Action: string | readonly string[];
  readonly Effect: string;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const template = templateOf();

function statementsOfRole(from = template): readonly Statement[] {
  return Object.values(from.findResources('AWS::IAM::Policy')).flatMap(
    (policy) => policy.Properties.PolicyDocument.Statement as Statement[],
  );
}

describe('the buckets', () => {
  it('are private, versioned and encrypted, all three, and are kept when the stack goes', () => {
    const buckets = Object.values(template.findResources('AWS::S3::Bucket'));
    expect(buckets).toHaveLength(3);
    for (const bucket of buckets) {
      expect(bucket.DeletionPolicy).toBe('Retain');
      expect(bucket.Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      });
    }
  });

  it('are reached over TLS only', () => {
    const policies = template.findResources('AWS::S3::BucketPolicy', {
      Properties: {
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({
              Effect: 'Deny',
              Action: 's3:*',
              Principal: { AWS: '*' },
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            }),
          ]),
        },
      },
    });
    expect(Object.keys(policies)).toHaveLength(3);
  });

  it('take a key, names, an access log bucket and a removal policy', () => {
    const stack = new Stack(appWithoutBundle(), 'Other');
    new ArticleCleaning(stack, 'Cleaning', {
      encryptionKey: new Key(stack, 'Key'),
      rawBucketName: 'lindmouth-raw',
      accessLogsBucket: new Bucket(stack, 'Logs') as IBucket,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Template.fromStack(stack).hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Delete',
      Properties: {
        BucketName: 'lindmouth-raw',
        LoggingConfiguration: { LogFilePrefix: 'Raw/' },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { BucketKeyEnabled: true, ServerSideEncryptionByDefault: Match.objectLike({ SSEAlgorithm: 'aws:kms' }) },
          ],
        },
      },
    });
  });

  it.each(['cleanBucketName', 'quarantineBucketName'] as const)('refuse to be their own output: %s', (name) => {
    expect(() => templateOf({ rawBucketName: 'one-bucket', [name]: 'one-bucket' })).toThrow(
      `expected ${name} to differ from rawBucketName, got "one-bucket" for both`,
    );
  });
});

describe('the events', () => {
  it('go from the raw bucket, and no other, to the queue, without a custom resource', () => {
    const notifying = template.findResources('AWS::S3::Bucket', {
      Properties: { NotificationConfiguration: Match.anyValue() },
    });
    const [raw] = Object.values(notifying);
    expect(Object.keys(notifying)).toEqual([expect.stringContaining('Raw')]);
    const [queue] = Object.keys(
      template.findResources('AWS::SQS::Queue', { Properties: { RedrivePolicy: Match.anyValue() } }),
    );
    expect(raw?.Properties.NotificationConfiguration).toEqual({
      QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: { 'Fn::GetAtt': [queue, 'Arn'] } }],
    });
    template.resourceCountIs('AWS::Lambda::Function', 1);
    expect(JSON.stringify(template.toJSON())).not.toContain('Custom::');
  });

  it('may be sent by buckets of this account only, and the policy is there before the bucket', () => {
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sqs:SendMessage',
            Principal: { Service: 's3.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
              ArnLike: { 'aws:SourceArn': { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::*']] } },
            },
          }),
        ]),
      },
    });
    const [policy] = Object.keys(template.findResources('AWS::SQS::QueuePolicy')).filter((id) => id.includes('Events'));
    template.hasResource('AWS::S3::Bucket', {
      Properties: { NotificationConfiguration: Match.anyValue() },
      DependsOn: Match.arrayWith([policy]),
    });
  });

  it('may be sent by one bucket only when its name is fixed', () => {
    templateOf({ rawBucketName: 'lindmouth-raw' }).hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Condition: Match.objectLike({
              ArnLike: {
                'aws:SourceArn': { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::lindmouth-raw']] },
              },
            }),
          }),
        ]),
      },
    });
  });

  it('are filtered by prefix and suffix of the key', () => {
    templateOf({ keyPrefix: 'in/', keySuffix: '.html' }).hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: {
        QueueConfigurations: [
          {
            Filter: {
              S3Key: {
                Rules: [
                  { Name: 'prefix', Value: 'in/' },
                  { Name: 'suffix', Value: '.html' },
                ],
              },
            },
          },
        ],
      },
    });
  });
});

describe('the queues', () => {
  it('hide a message six times as long as the function may run, and give it up after five deliveries', () => {
    template.hasResourceProperties('AWS::Lambda::Function', { Timeout: 90 });
    template.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: 540,
      RedrivePolicy: { maxReceiveCount: 5, deadLetterTargetArn: Match.anyValue() },
    });
    const other = templateOf({ timeout: Duration.seconds(30), maxReceiveCount: 3 });
    other.hasResourceProperties('AWS::Lambda::Function', { Timeout: 30 });
    other.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: 180,
      RedrivePolicy: { maxReceiveCount: 3, deadLetterTargetArn: Match.anyValue() },
    });
  });

  it('are encrypted and reached over TLS only, both', () => {
    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    template.resourceCountIs('AWS::SQS::Queue', 2);
    const policies = template.findResources('AWS::SQS::QueuePolicy', {
      Properties: {
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          ]),
        },
      },
    });
    expect(Object.keys(policies)).toHaveLength(2);
  });
});

describe('the function', () => {
  it('runs on Node 24 on arm64 with memory for the largest object', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 1024,
      Handler: `index.${HANDLER_EXPORT}`,
    });
    templateOf({ memorySizeMb: 512 }).hasResourceProperties('AWS::Lambda::Function', { MemorySize: 512 });
  });

  it('takes batches of ten, answers for each message, and never runs wider than asked', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 10 },
    });
    templateOf({ maxConcurrency: 2 }).hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });

  it('logs into its own group, which forgets after a month', () => {
    const [group] = Object.keys(template.findResources('AWS::Logs::LogGroup', { Properties: { RetentionInDays: 30 } }));
    template.hasResourceProperties('AWS::Lambda::Function', { LoggingConfig: { LogGroup: { Ref: group } } });
    template.resourceCountIs('AWS::Logs::LogGroup', 1);
  });

  it('exports the handler that the stack declares', () => {
    // In a process of its own: the module starts a thread and sets flags of V8, which would hold for all tests behind it.
    const script = `const entry = await import('./lambdas/clean/handler.ts');
      process.stdout.write(typeof entry.${HANDLER_EXPORT}, () => process.exit());`;
    const exported = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      cwd: join(__dirname, '..', '..'),
      encoding: 'utf8',
      env: { ...process.env, CLEAN_BUCKET: 'clean-bucket', QUARANTINE_BUCKET: 'quarantine-bucket' },
    });
    expect(exported).toBe('function');
  });

  it('is told where to write, and the views that are asked for', () => {
    templateOf({ markdown: true, outputPrefix: 'out/', thoroughness: 'careful' }).hasResourceProperties(
      'AWS::Lambda::Function',
      {
        Environment: {
          Variables: Match.objectLike({
            CLEAN_BUCKET: { Ref: Match.stringLikeRegexp('Clean') },
            QUARANTINE_BUCKET: { Ref: Match.stringLikeRegexp('Quarantine') },
            OUTPUT_PREFIX: 'out/',
            WITH_MARKDOWN: 'true',
            WITH_HTML: 'false',
            THOROUGHNESS: 'careful',
          }),
        },
      },
    );
  });
});

describe('the role', () => {
  it('has no managed policy and no action with a wildcard', () => {
    template.allResourcesProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
    const actions = statementsOfRole().flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    expect(actions.filter((action) => action.startsWith('s3:')).toSorted()).toEqual([
      's3:GetObject',
      's3:GetObject',
      's3:GetObjectVersion',
      's3:PutObject',
    ]);
  });

  it('reads under the key prefix, writes under the output prefix, and touches nothing else', () => {
    const statements = statementsOfRole(templateOf({ keyPrefix: 'in/', outputPrefix: 'out/' }));
    const arn = (bucket: string, keys: string) => ({
      'Fn::Join': ['', [{ 'Fn::GetAtt': [expect.stringContaining(bucket), 'Arn'] }, keys]],
    });
    const s3 = statements.filter(({ Action }) => [Action].flat().some((action) => action.startsWith('s3:')));
    expect(s3).toHaveLength(2);
    expect(s3).toEqual(
      expect.arrayContaining([
        { Effect: 'Allow', Action: ['s3:GetObject', 's3:GetObjectVersion'], Resource: arn('Raw', '/in/*') },
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:PutObject'],
          Resource: expect.arrayContaining([arn('Clean', '/out/*'), arn('Quarantine', '/out/*')]),
        },
      ]),
    );
    expect(statements.map(({ Resource }) => Resource)).not.toContain('*');
  });

  it('may use the encryption key, and only to read and write objects', () => {
    const stack = new Stack(appWithoutBundle(), 'Other');
    new ArticleCleaning(stack, 'Cleaning', { encryptionKey: new Key(stack, 'Key') });
    const kms = statementsOfRole(Template.fromStack(stack)).filter(({ Action }) =>
      [Action].flat().join().includes('kms:'),
    );
    expect(kms).toEqual([
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: { 'Fn::GetAtt': [expect.stringContaining('Key'), 'Arn'] },
      },
    ]);
  });
});

describe('the alarms', () => {
  it.each([
    ['the dead-letter queue holds a message', 'AWS/SQS', 'ApproximateNumberOfMessagesVisible', 1],
    ['the oldest message is old', 'AWS/SQS', 'ApproximateAgeOfOldestMessage', 900],
    ['the function fails', 'AWS/Lambda', 'Errors', 1],
    ['items of a batch keep failing', 'Winnow', 'Failed', 1],
  ])('ring when %s', (_when, Namespace, MetricName, Threshold) => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace,
      MetricName,
      Threshold,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  it('watch the metric under the name that the function reports', () => {
    const [cleaner] = Object.values(template.findResources('AWS::Lambda::Function'));
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: cleaner?.Properties.Environment.Variables.POWERTOOLS_METRICS_NAMESPACE,
      Dimensions: [{ Name: 'service', Value: cleaner?.Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME }],
    });
  });

  it('tell the topic that is given', () => {
    const stack = new Stack(appWithoutBundle(), 'Other');
    const alarmTopic = new Topic(stack, 'Alarms');
    new ArticleCleaning(stack, 'Cleaning', { alarmTopic, maxMessageAge: Duration.hours(1) });
    const alarms = Template.fromStack(stack);
    alarms.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: Match.stringLikeRegexp('Alarms') }],
    });
    alarms.hasResourceProperties('AWS::CloudWatch::Alarm', { Threshold: 3600 });
  });
});

describe('the stack', () => {
  it('gives out the names that callers need', () => {
    const names = [
      'CleanBucketName',
      'DeadLetterQueueUrl',
      'FunctionName',
      'QuarantineBucketName',
      'QueueUrl',
      'RawBucketName',
    ];
    expect(Object.keys(template.findOutputs('*')).toSorted()).toEqual(names);
  });

  it('holds two cleanings side by side', () => {
    const app: App = appWithoutBundle();
    const stack = new Stack(app, 'Two');
    const services = ['One', 'Other'].map((id) => new ArticleCleaning(stack, id).function.serviceName);
    expect(new Set(services).size).toBe(2);
    expect(() => app.synth()).not.toThrow();
  });

  it('passes the template rules that cdk synth applies', () => {
    const app = appWithoutBundle(true);
    new WinnowStack(app, 'Winnow');
    expect(() => app.synth()).not.toThrow();
  });
});
