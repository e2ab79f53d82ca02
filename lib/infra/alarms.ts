import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type CleanFunction, METRICS_NAMESPACE } from './clean-function.ts';

export interface AlarmProps {
  readonly queue: IQueue;
  readonly deadLetterQueue: IQueue;
  readonly cleaner: CleanFunction;
  readonly maxMessageAge: Duration;
  readonly topic?: ITopic;
}

const PERIOD = Duration.minutes(5);

/** Shows, and tells the topic, when an object was given up, when work piles up, and when items or the function fail. */
export function addAlarms(scope: Construct, props: AlarmProps): void {
  const { queue, deadLetterQueue, cleaner, maxMessageAge, topic } = props;
  const alarm = (id: string, alarmDescription: string, metric: IMetric, threshold: number, evaluationPeriods = 1) => {
    const made = new Alarm(scope, id, {
      alarmDescription,
      metric,
      threshold,
      evaluationPeriods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (topic) made.addAlarmAction(new SnsAction(topic));
  };
  alarm(
    'DeadLettersAlarm',
    'Objects were given up after all deliveries; they wait in the dead-letter queue',
    deadLetterQueue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' }),
    1,
  );
  alarm(
    'OldestMessageAlarm',
    'Objects wait longer than wanted: raise maxConcurrency, or look for failures',
    queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' }),
    maxMessageAge.toSeconds(),
  );
  alarm(
    'FunctionErrorsAlarm',
    'The function itself fails: it cannot start, runs out of time or memory, or has a bug',
    cleaner.function.metricErrors({ period: PERIOD }),
    1,
  );
  // Items that fail within a batch are no error of the function, so access denied and the like show only here.
  alarm(
    'FailedItemsAlarm',
    'Items keep failing and are delivered again: access denied, throttling or a bug',
    new Metric({
      namespace: METRICS_NAMESPACE,
      metricName: 'Failed',
      dimensionsMap: { service: cleaner.serviceName },
      period: PERIOD,
      statistic: 'Sum',
    }),
    1,
    3,
  );
}
