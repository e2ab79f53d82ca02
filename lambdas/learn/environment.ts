import { parseS3Uri } from '../../lib/io/s3-uri.ts';
import type { LearnDeps } from '../../lib/site-memory/learn-steps.ts';

/**
 * Reads the environment variables of the function that learns: `CLEAN_BUCKET`, `RUNS_BUCKET`, `SITE_MEMORY`
 * (`s3://bucket/key`) and `MIN_STORIES` (2 to 16).
 *
 * @throws Error that names every variable that is missing or wrong.
 */
export function readLearnEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Omit<LearnDeps, 'store' | 'list'> {
  const snapshot = parseS3Uri(env.SITE_MEMORY ?? '');
  const minStories = Number(env.MIN_STORIES ?? '3');
  const { CLEAN_BUCKET: cleanBucket, RUNS_BUCKET: runsBucket } = env;
  const isGoodNumber = Number.isInteger(minStories) && minStories >= 2 && minStories <= 16;
  if (!cleanBucket || !runsBucket || !snapshot?.key || !isGoodNumber) {
    const problems = [
      ...(cleanBucket ? [] : ['CLEAN_BUCKET: expected a bucket name, got ""']),
      ...(runsBucket ? [] : ['RUNS_BUCKET: expected a bucket name, got ""']),
      ...(snapshot?.key ? [] : [`SITE_MEMORY: expected s3://bucket/key, got "${env.SITE_MEMORY ?? ''}"`]),
      ...(isGoodNumber ? [] : [`MIN_STORIES: expected a number from 2 to 16, got "${env.MIN_STORIES}"`]),
    ];
    throw new Error(`wrong environment variables: ${problems.join('; ')}`);
  }
  return { cleanBucket, runsBucket, snapshot, minStories };
}
