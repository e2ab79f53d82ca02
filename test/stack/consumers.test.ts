import { Match } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { templateIn, templateOf } from './winnow-app.ts';

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
