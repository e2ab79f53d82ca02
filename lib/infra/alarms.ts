import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { CleanFunction } from './clean-function.ts';
import { counted, shareOf } from './metrics.ts';

export interface AlarmProps {
  readonly queue: IQueue;
  readonly deadLetterQueue: IQueue;
  readonly cleaner: CleanFunction;
  readonly maxMessageAge: Duration;
  readonly maxErrorShare: number;
  readonly maxQuarantineShare: number;
  /** Whether rules or memory of sites are read. */
  readonly knowsSites: boolean;
  readonly topic?: ITopic;
}

const PERIOD = Duration.minutes(5);
const SHARE_PERIOD = Duration.minutes(15);

interface Watch {
  readonly id: string;
  readonly says: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly periods?: number;
}

/** Shows, and tells the topic, when an object was given up, when work piles up, and when items or the function fail. */
export function addAlarms(scope: Construct, props: AlarmProps): readonly Alarm[] {
  const watches = [...queueWatches(props), ...functionWatches(props), ...objectWatches(props), ...siteWatches(props)];
  return watches.map((watch) => {
    const alarm = new Alarm(scope, watch.id, {
      alarmDescription: watch.says,
      metric: watch.metric,
      threshold: watch.threshold,
      evaluationPeriods: watch.periods ?? 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (props.topic) alarm.addAlarmAction(new SnsAction(props.topic));
    return alarm;
  });
}

function queueWatches({ queue, deadLetterQueue, maxMessageAge }: AlarmProps): readonly Watch[] {
  return [
    {
      id: 'DeadLettersAlarm',
      says: 'Objects were given up after all deliveries; they wait in the dead-letter queue',
      metric: deadLetterQueue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' }),
      threshold: 1,
    },
    {
      id: 'OldestMessageAlarm',
      says: 'Objects wait longer than wanted: raise maxConcurrency, or look for failures',
      metric: queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' }),
      threshold: maxMessageAge.toSeconds(),
    },
  ];
}

function functionWatches({ cleaner }: AlarmProps): readonly Watch[] {
  const throttles = {
    lambda: cleaner.function.metricThrottles({ period: PERIOD }),
    s3: counted(cleaner, 'Throttled', PERIOD),
  };
  return [
    {
      id: 'FunctionErrorsAlarm',
      says: 'The function itself fails: it cannot start, runs out of time or memory, or has a bug',
      metric: cleaner.function.metricErrors({ period: PERIOD }),
      threshold: 1,
    },
    {
      id: 'ThrottlesAlarm',
      says: 'Lambda or S3 refuse requests for their number: lower maxConcurrency, or ask for a higher limit',
      metric: new MathExpression({
        expression: 'FILL(lambda, 0) + FILL(s3, 0)',
        usingMetrics: throttles,
        period: PERIOD,
        label: 'throttles',
      }),
      threshold: 1,
      periods: 3,
    },
  ];
}

function objectWatches({ cleaner, maxErrorShare, maxQuarantineShare }: AlarmProps): readonly Watch[] {
  return [
    {
      // Items that fail within a batch are no error of the function, so access denied and the like show only here.
      id: 'FailedItemsAlarm',
      says: 'Items keep failing and are delivered again: access denied, throttling or a bug',
      metric: counted(cleaner, 'Failed', PERIOD),
      threshold: 1,
      periods: 3,
    },
    {
      id: 'ErrorShareAlarm',
      says: 'Too large a share of objects fails',
      metric: shareOf(cleaner, 'Failed', SHARE_PERIOD),
      threshold: maxErrorShare,
    },
    {
      id: 'QuarantineShareAlarm',
      says: 'Too large a share of objects is quarantined: the scraper may send something else than before',
      metric: shareOf(cleaner, 'Quarantined', SHARE_PERIOD),
      threshold: maxQuarantineShare,
    },
  ];
}

function siteWatches({ cleaner, knowsSites }: AlarmProps): readonly Watch[] {
  if (!knowsSites) return [];
  return [
    {
      id: 'SiteConfigAlarm',
      says: 'Rules or memory of sites are broken or cannot be read; the last good ones hold, the log says where',
      metric: counted(cleaner, 'SiteConfigFaults', PERIOD),
      threshold: 1,
    },
  ];
}
