import type { BodyCleaner } from './body-cleaner.ts';
import type { PipelineDeps } from './outcome.ts';

/** What cleans; loaded only where none is given: the function's main thread has no use for the core. */
export async function cleanerOf({ cleaner }: PipelineDeps): Promise<BodyCleaner> {
  return cleaner ?? (await import('./body-cleaner.ts')).inThisThread;
}
