import type { PipelineDeps } from '../../lib/pipeline.ts';
import type { MemoryStore } from './memory-store.ts';

/** A pipeline that reads, writes and quarantines in one store. */
export function depsOf(store: MemoryStore): PipelineDeps {
  return { raw: store, clean: store, quarantine: store, cleanBucket: 'clean', quarantineBucket: 'quarantine' };
}
