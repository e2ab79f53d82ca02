import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type CleanFunction, METRICS_NAMESPACE } from './clean-function.ts';

const PERIOD = Duration.minutes(5);

/** Outcomes of objects, as the function counts them. */
export const OUTCOMES = ['Cleaned', 'Quarantined', 'Ignored', 'Removed'] as const;

/** Sum of something that the function counts. */
export function counted(cleaner: CleanFunction, metricName: string, period = PERIOD): Metric {
  const dimensionsMap = { service: cleaner.serviceName };
  return new Metric({ namespace: METRICS_NAMESPACE, metricName, dimensionsMap, period, statistic: 'Sum' });
}

/** Share (0 to 1) of what the function counts under one name among all objects, failures included. */
export function shareOf(cleaner: CleanFunction, name: 'Failed' | 'Quarantined', period = PERIOD): IMetric {
  const names = [...OUTCOMES, 'Failed'];
  const usingMetrics = Object.fromEntries(names.map((one) => [one.toLowerCase(), counted(cleaner, one, period)]));
  const all = names.map((one) => `FILL(${one.toLowerCase()}, 0)`).join(' + ');
  const part = `FILL(${name.toLowerCase()}, 0)`;
  // A handful of objects is no share.
  return new MathExpression({
    expression: `IF((${all}) >= 20, ${part} / (${all}), 0)`,
    usingMetrics,
    period,
    label: `share ${name}`,
  });
}
