import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  SingleValueWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { CleanFunction } from './clean-function.ts';
import { counted, OUTCOMES, shareOf } from './metrics.ts';

export interface DashboardProps {
  readonly queue: IQueue;
  readonly deadLetterQueue: IQueue;
  readonly cleaner: CleanFunction;
  readonly alarms: readonly Alarm[];
  /** Whether rules or memory of sites are read. */
  readonly knowsSites: boolean;
}

/** What goes wrong with rules and memory of sites. */
const SITE_METRICS = ['SiteRulesNotApplied', 'SiteConfigFaults'];

/** What one looks at first, from left to right: is anything wrong, what comes out, what waits, what it takes. */
export function addDashboard(scope: Construct, props: DashboardProps): Dashboard {
  const { queue, deadLetterQueue, cleaner, alarms, knowsSites } = props;
  const graph = (title: string, left: readonly IMetric[], right: readonly IMetric[] = []): GraphWidget =>
    new GraphWidget({ title, width: 12, left: [...left], right: [...right] });
  const count = (name: string): IMetric => counted(cleaner, name);
  const { function: lambda } = cleaner;
  return new Dashboard(scope, 'Dashboard', {
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', width: 24, alarms: [...alarms] })],
      [
        graph('Objects by outcome', OUTCOMES.map(count)),
        graph('Objects that failed, and why', ['AccessDenied', 'Throttled', 'OutOfTime', 'OtherFault'].map(count)),
      ],
      [
        graph('Shares', [shareOf(cleaner, 'Failed'), shareOf(cleaner, 'Quarantined')]),
        graph('Words', ['KeptWords', 'RemovedWords'].map(count), ['Records', 'QuarantinedRecords'].map(count)),
      ],
      [
        graph(
          'Queue',
          [queue.metricApproximateNumberOfMessagesVisible(), queue.metricApproximateNumberOfMessagesNotVisible()],
          [queue.metricApproximateAgeOfOldestMessage()],
        ),
        graph(
          'Function',
          [lambda.metricInvocations(), lambda.metricErrors(), lambda.metricThrottles()],
          [lambda.metricDuration({ statistic: 'p50' }), lambda.metricDuration({ statistic: 'p99' })],
        ),
      ],
      [
        new SingleValueWidget({
          title: 'Dead letters',
          width: 12,
          metrics: [deadLetterQueue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' })],
        }),
        new SingleValueWidget({ title: 'Shards gone on with', width: 12, metrics: [count('Continued')] }),
      ],
      ...(knowsSites
        ? [[graph('Rules for sites: records not cleaned by them, broken files', SITE_METRICS.map(count))]]
        : []),
    ],
  });
}
