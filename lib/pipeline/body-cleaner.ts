import type { CleanOptions, SourceInfo } from '../core/source.ts';
import { containerOf, encodingOf, saysWarc } from '../io/container.ts';
import { decompress } from '../io/decompress.ts';
import { type CleanedBody, cleanBody, type RowWatch } from './clean-body.ts';

/** An object as it was read, and how to clean it. Everything in it can be handed to another thread. */
export interface CleaningTask {
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  readonly key: string;
  /** Names the object in errors. */
  readonly uri: string;
  readonly info: SourceInfo;
  readonly options: CleanOptions;
  /** Bytes after decompression above which it is refused. */
  readonly maxBytes: number;
}

/** What turns objects into records: in this thread, or in one of its own that can be ended. */
export interface BodyCleaner {
  /** @throws CleaningError when the object can never be cleaned. */
  clean(task: CleaningTask): Promise<CleanedBody>;
}

/** Decompresses, tells and cleans the body of one object. @throws CleaningError */
export async function cleanTask(task: CleaningTask, watch?: RowWatch): Promise<CleanedBody> {
  const { contentType, key, uri, maxBytes } = task;
  const encoding = task.contentEncoding ?? encodingOf(key);
  const body = decompress(task.body, encoding, maxBytes, uri, saysWarc(contentType, key));
  const container = containerOf(body, contentType, key, uri);
  return cleanBody(body, container, task.info, { ...task.options, maxBytes }, watch);
}

/** Cleans in this thread: nothing ends a body that takes too long. */
export const inThisThread: BodyCleaner = { clean: (task) => cleanTask(task) };
