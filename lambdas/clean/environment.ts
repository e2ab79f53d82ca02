import { THOROUGHNESS, type Thoroughness } from '../../lib/core/source.ts';
import type { PipelineDeps } from '../../lib/pipeline.ts';

/** Everything the function is told from outside. */
export type Environment = Pick<PipelineDeps, 'cleanBucket' | 'quarantineBucket' | 'outputPrefix' | 'options'>;

/**
 * Reads the environment variables of the function: `CLEAN_BUCKET` and `QUARANTINE_BUCKET`; and, if wanted,
 * `OUTPUT_PREFIX`, `MAX_BYTES`, `MAX_DECOMPRESSED_BYTES`, `WITH_MARKDOWN` and `WITH_HTML` (`true` or `false`), and
 * `THOROUGHNESS` (`careful`, `normal` or `thorough`).
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
  const maxBytes = bytes('MAX_BYTES');
  const maxDecompressedBytes = bytes('MAX_DECOMPRESSED_BYTES');
  const environment: Environment = {
    cleanBucket: bucket('CLEAN_BUCKET'),
    quarantineBucket: bucket('QUARANTINE_BUCKET'),
    outputPrefix: env.OUTPUT_PREFIX ?? '',
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
