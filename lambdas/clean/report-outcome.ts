import type { Logger } from '@aws-lambda-powertools/logger';
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { CleanedCounts } from '../../lib/pipeline/tally.ts';
import type { NamedOutcome } from './process-message.ts';

/** Where outcomes are told. */
export interface Reporters {
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly metrics: {
    addMetric(...metric: Parameters<Metrics['addMetric']>): unknown;
    publishStoredMetrics(): unknown;
  };
}

/** No title, no message, no text: logs and metrics are read by more people than the articles. */
export function reportOutcome(
  named: NamedOutcome,
  ms: number,
  logger: Reporters['logger'],
  metrics: Reporters['metrics'],
): void {
  const { outcome, ...name } = named;
  switch (outcome.outcome) {
    case 'cleaned': {
      const { title: _title, outcome: what, ...rest } = outcome;
      metrics.addMetric('Cleaned', MetricUnit.Count, 1);
      reportCounts(outcome, metrics);
      // Told apart by its level: a rule of a site that has been built anew.
      logger[rest.siteRulesNotApplied === undefined ? 'info' : 'warn'](what, { ...name, ...rest, ms });
      return;
    }
    case 'quarantined':
      metrics.addMetric('Quarantined', MetricUnit.Count, 1);
      logger.warn('quarantined', { ...name, reason: outcome.reason, outputKey: outcome.outputKey, ms });
      return;
    case 'continued':
      metrics.addMetric('Continued', MetricUnit.Count, 1);
      reportCounts(outcome, metrics);
      logger.info('continued', { ...name, part: outcome.part, records: outcome.records, ms });
      return;
    case 'removed':
      metrics.addMetric('Removed', MetricUnit.Count, 1);
      logger.info('removed', { ...name, outputs: outcome.outputs, ms });
      return;
    case 'ignored':
      metrics.addMetric('Ignored', MetricUnit.Count, 1);
      logger.info('ignored', { ...name, why: outcome.why, ms });
      return;
    default:
      outcome satisfies never;
  }
}

function reportCounts(counts: CleanedCounts, metrics: Reporters['metrics']): void {
  const removed = Object.values(counts.removedWords).reduce((sum, words) => sum + words, 0);
  metrics.addMetric('Records', MetricUnit.Count, counts.records);
  metrics.addMetric('QuarantinedRecords', MetricUnit.Count, counts.quarantinedRecords);
  metrics.addMetric('KeptWords', MetricUnit.Count, counts.keptWords);
  metrics.addMetric('RemovedWords', MetricUnit.Count, removed);
  if (counts.siteRulesNotApplied !== undefined)
    metrics.addMetric('SiteRulesNotApplied', MetricUnit.Count, counts.siteRulesNotApplied);
}
