import type { ArticleCleaningProps } from './article-cleaning-props.ts';

/** An output that lands in the raw bucket is an event for itself: a loop that costs until somebody sees it. */
export function refuseLoop({ rawBucketName, cleanBucketName, quarantineBucketName }: ArticleCleaningProps): void {
  for (const [name, output] of Object.entries({ cleanBucketName, quarantineBucketName })) {
    if (output !== undefined && output === rawBucketName) {
      throw new Error(
        `expected ${name} to differ from rawBucketName, got "${output}" for both: every output would be cleaned again`,
      );
    }
  }
}
