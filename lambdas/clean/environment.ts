import { THOROUGHNESS, type Thoroughness } from '../../lib/core/source.ts';
import { parseS3Uri } from '../../lib/io/s3-uri.ts';
import { type PipelineDeps, REMOVED_OBJECTS, type RemovedObjects } from '../../lib/pipeline.ts';
import type { SitePlaces } from '../../lib/site-config/watched-sites.ts';

/** Everything the function is told from outside. */
export interface Environment extends PipelineSettings {
  /** Of the queue that brings the events; `null` when shards are not cleaned in parts. */
  readonly queueUrl: string | null;
  /** Where what is known of sites lies; `null` when nothing is. */
  readonly sites: SitePlaces | null;
  /** Milliseconds after which it is looked at again. */
  readonly siteRefreshMs: number;
  /** Rows of a part of a shard. */
  readonly partRows?: number;
}

type PipelineSettings = Pick<
  PipelineDeps,
  'cleanBucket' | 'quarantineBucket' | 'outputPrefix' | 'removedObjects' | 'options'
>;

/**
 * Reads the environment variables of the function: `CLEAN_BUCKET` and `QUARANTINE_BUCKET`; and, if wanted,
 * `OUTPUT_PREFIX`, `MAX_BYTES`, `MAX_DECOMPRESSED_BYTES`, `WITH_MARKDOWN` and `WITH_HTML` (`true` or `false`), and
 * `THOROUGHNESS` (`careful`, `normal` or `thorough`), `REMOVED_OBJECTS` (`keep`, `delete` or `tombstone`),
 * `QUEUE_URL` and `PART_ROWS` for shards; `SITE_RULES` (`s3://bucket/prefix`), `SITE_MEMORY` (`s3://bucket/key`),
 * `MIN_STORIES` (2 to 16) and `SITE_REFRESH_SECONDS`.
 *
 * @throws Error that names every variable that is missing or wrong.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const problems: string[] = [];
  const bucket = (name: string): string => {
    const value = env[name] ?? '';
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value))
      problems.push(`${name}: expected a bucket name, got "${value}"`);
    return value;
  };
  const bytes = (name: string): number | undefined => {
    const value = env[name] || undefined;
    if (value === undefined) return undefined;
    if (!/^[1-9]\d{0,9}$/.test(value)) problems.push(`${name}: expected a number of bytes, got "${value}"`);
    return Number(value);
  };
  const flag = (name: string): boolean => {
    const value = env[name] || 'false';
    if (value !== 'true' && value !== 'false') problems.push(`${name}: expected true or false, got "${value}"`);
    return value === 'true';
  };
  const thoroughness = (): Thoroughness => {
    const value = env.THOROUGHNESS || 'normal';
    const level = THOROUGHNESS.find((one) => one === value);
    if (level === undefined) problems.push(`THOROUGHNESS: expected ${THOROUGHNESS.join(', ')}, got "${value}"`);
    return level ?? 'normal';
  };
  const removedObjects = (): RemovedObjects => {
    const value = env.REMOVED_OBJECTS || 'keep';
    const mode = REMOVED_OBJECTS.find((one) => one === value);
    if (mode === undefined) problems.push(`REMOVED_OBJECTS: expected ${REMOVED_OBJECTS.join(', ')}, got "${value}"`);
    return mode ?? 'keep';
  };
  const address = (name: string): { bucket: string; key: string } | null => {
    const value = env[name] || null;
    const place = parseS3Uri(value ?? '');
    if (value !== null && place === null) problems.push(`${name}: expected s3://bucket/key, got "${value}"`);
    return place;
  };
  const number = (name: string, other: number, from: number, to: number): number => {
    const value = env[name] || String(other);
    const isGood = /^\d{1,6}$/.test(value) && Number(value) >= from && Number(value) <= to;
    if (!isGood) problems.push(`${name}: expected a number from ${from} to ${to}, got "${value}"`);
    return Number(value);
  };
  const [rules, memory] = [address('SITE_RULES'), address('SITE_MEMORY')];
  const minStories = number('MIN_STORIES', 3, 2, 16);
  const siteRefreshMs = 1000 * number('SITE_REFRESH_SECONDS', 60, 0, 86_400);
  const maxBytes = bytes('MAX_BYTES');
  const maxDecompressedBytes = bytes('MAX_DECOMPRESSED_BYTES');
  const partRows = bytes('PART_ROWS');
  const environment: Environment = {
    queueUrl: env.QUEUE_URL || null,
    sites:
      rules === null && memory === null
        ? null
        : { rules: rules && { bucket: rules.bucket, prefix: rules.key }, memory: memory && { ...memory, minStories } },
    siteRefreshMs,
    ...(partRows !== undefined && { partRows }),
    cleanBucket: bucket('CLEAN_BUCKET'),
    quarantineBucket: bucket('QUARANTINE_BUCKET'),
    outputPrefix: env.OUTPUT_PREFIX ?? '',
    removedObjects: removedObjects(),
    options: {
      markdown: flag('WITH_MARKDOWN'),
      html: flag('WITH_HTML'),
      thoroughness: thoroughness(),
      ...(maxBytes !== undefined && { maxBytes }),
      ...(maxDecompressedBytes !== undefined && { maxDecompressedBytes }),
    },
  };
  if (problems.length > 0) throw new Error(`wrong environment variables: ${problems.join('; ')}`);
  return environment;
}
