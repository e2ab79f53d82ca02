import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { S3Client } from '@aws-sdk/client-s3';
import { S3Listing } from '../../lib/io/s3-listing.ts';
import type { WorkerCleaner } from '../../lib/pipeline/worker-cleaner.ts';
import { type SitePlaces, type SiteReport, WatchedSites } from '../../lib/site-config/watched-sites.ts';
import type { Reporters } from './report-outcome.ts';

/** Keeps the cleaner's thread at the newest good rules and memory of sites; to be called before every batch. */
export function prepareSites(
  places: SitePlaces,
  intervalMs: number,
  client: S3Client,
  cleaner: WorkerCleaner,
  { logger, metrics }: Reporters,
): () => Promise<void> {
  const tell = (report: SiteReport): void => {
    if (report.kind === 'in-force') {
      logger.info('site-config', { ...report });
      return;
    }
    metrics.addMetric('SiteConfigFaults', MetricUnit.Count, 1);
    logger.warn('site-config', { ...report });
  };
  const watched = new WatchedSites({
    places,
    store: new S3Listing(client),
    use: (texts) => cleaner.useSites(texts),
    tell,
    intervalMs,
    now: () => performance.now(),
  });
  return () => watched.refresh();
}
