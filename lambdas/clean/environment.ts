import { THOROUGHNESS, type Thoroughness } from '../../lib/core/source.ts';
import { type PipelineDeps, REMOVED_OBJECTS, type RemovedObjects } from '../../lib/pipeline.ts';

/** Everything the function is told from outside. */
export interface Environment extends PipelineSettings {
  /** Of the queue that brings the events; `null` when shards are not cleaned in parts. */
  readonly queueUrl: string | null;
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
 * `QUEUE_URL` and `PART_ROWS` for shards.
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
  const maxBytes = bytes('MAX_BYTES');
  const maxDecompressedBytes = bytes('MAX_DECOMPRESSED_BYTES');
  const partRows = bytes('PART_ROWS');
  const environment: Environment = {
    queueUrl: env.QUEUE_URL || null,
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
