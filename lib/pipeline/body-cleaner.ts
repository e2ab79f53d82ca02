import { type LabelVersions, labelVersions } from '../core/label/label.ts';
import type { CleanOptions, SourceInfo } from '../core/source.ts';
import { CLEANER_VERSION } from '../core/version.ts';
import { containerOf, encodingOf, saysWarc } from '../io/container.ts';
import { decompress } from '../io/decompress.ts';
import { sha256 } from '../io/sha256.ts';
import type { SiteVersions } from '../site-config/site-texts.ts';
import { type CleanedBody, cleanBody, type RowWatch } from './clean-body.ts';

/** An object as it was read, and how to clean it. Everything in it can be handed to another thread. */
export interface CleaningTask {
  readonly body: Uint8Array | string;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  readonly key: string;
  /** Names the object in errors. */
  readonly uri: string;
  readonly info: SourceInfo;
  readonly options: CleanOptions;
  /** It is one article, unpacked: a row of a shard. */
  readonly isArticle?: boolean;
  /** Bytes after decompression above which it is refused. */
  readonly maxBytes: number;
}

/** What turns objects into records: in this thread, or in one of its own that can be ended. */
export interface BodyCleaner {
  /** @throws CleaningError when the object can never be cleaned. */
  clean(task: CleaningTask): Promise<CleanedBody>;
  /** Versions of what cleans. */
  versions(): Promise<CleanerVersions>;
}

/** Names what records depend on beside their source. */
export interface CleanerVersions extends LabelVersions, SiteVersions {
  readonly cleaner: string;
}

/** Decompresses, tells and cleans the body of one object. @throws CleaningError */
export async function cleanTask(task: CleaningTask, watch?: RowWatch): Promise<CleanedBody> {
  const { contentType, key, uri, maxBytes } = task;
  if (task.isArticle || typeof task.body === 'string')
    return cleanBody(task.body, { kind: 'article' }, task.info, task.options);
  const encoding = task.contentEncoding ?? encodingOf(key);
  const body = decompress(task.body, encoding, maxBytes, uri, saysWarc(contentType, key));
  const container = containerOf(body, contentType, key, uri);
  return cleanBody(body, container, task.info, { ...task.options, maxBytes }, watch);
}

/** Cleans in this thread: nothing ends a body that takes too long. */
export const inThisThread: BodyCleaner = {
  clean: (task) => cleanTask(task),
  versions: async () => cleanerVersions(),
};

export function cleanerVersions(): CleanerVersions {
  return { cleaner: CLEANER_VERSION, ...labelVersions(sha256) };
}
