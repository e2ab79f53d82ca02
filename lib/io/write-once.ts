import { type ObjectStore, PreconditionFailedError, type PutOptions } from './ports.ts';
import { sha256 } from './sha256.ts';

/** Which version of the input an output was made from. */
export interface SourceVersion {
  readonly etag: string | null;
  readonly versionId: string | null;
  /** Of the event; orders the versions of one key. */
  readonly sequencer: string | null;
}

export interface Output {
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string;
  /** Uncompressed: compressed bytes differ between machines, so only these are compared. */
  readonly content: Uint8Array;
  readonly encoded?: { readonly body: Uint8Array; readonly contentEncoding: string };
  /** What is compared in place of the content, where parts of that may differ without a need to write again. */
  readonly comparable?: Uint8Array;
  /** Further user metadata; never compared. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Names of the user metadata that every output carries; they also mark it as one, so it is never cleaned again. */
const META = {
  digest: 'winnow-sha256',
  etag: 'winnow-source-etag',
  versionId: 'winnow-source-version',
  sequencer: 'winnow-source-sequencer',
  outcome: 'winnow-outcome',
} as const;

/** Marks an output whose source was removed. */
const REMOVED = 'removed';

/** Rounds of compare-and-swap before the conflict is thrown, so that the queue retries it; each round costs two requests. */
const MAX_ROUNDS = 8;

/** True for metadata that `writeOnce` wrote. */
export function isOwnOutput(metadata: Readonly<Record<string, string>>): boolean {
  return metadata[META.digest] !== undefined;
}

/** True for metadata of a tombstone: the output of a source that was removed. */
export function isTombstone(metadata: Readonly<Record<string, string>>): boolean {
  return metadata[META.outcome] === REMOVED;
}

/** Metadata that makes an output a tombstone. */
export const TOMBSTONE: Readonly<Record<string, string>> = { [META.outcome]: REMOVED };

/** The source version that an output says it was made from. */
export function sourceOf(metadata: Readonly<Record<string, string>>): SourceVersion {
  return {
    etag: metadata[META.etag] ?? null,
    versionId: metadata[META.versionId] ?? null,
    sequencer: metadata[META.sequencer] ?? null,
  };
}

/**
 * Writes an output so that duplicate, late and concurrent events leave exactly one version per change: the newest
 * source version wins, and equal content from the same version is not written again.
 *
 * @param isCurrent Whether the source version is still the newest of its key; asked only where sequencers cannot tell.
 * @returns Whether this call is known to have written; false also when an earlier try wrote and its answer was lost.
 * @throws PreconditionFailedError when other writers won every round.
 */
export async function writeOnce(
  store: ObjectStore,
  output: Output,
  source: SourceVersion,
  isCurrent: () => Promise<boolean>,
): Promise<boolean> {
  const metadata = { ...output.metadata, ...describe(source, sha256(output.comparable ?? output.content)) };
  const body = output.encoded?.body ?? output.content;
  let condition: Pick<PutOptions, 'ifMatch' | 'ifNoneMatch'> = { ifNoneMatch: '*' };
  for (let round = 1; ; round++) {
    try {
      const encoding = output.encoded && { contentEncoding: output.encoded.contentEncoding };
      await store.put(output, body, { contentType: output.contentType, ...encoding, ...condition, metadata });
      return true;
    } catch (error) {
      if (!(error instanceof PreconditionFailedError) || round === MAX_ROUNDS) throw error;
    }
    const existing = await store.head(output);
    if (existing === null) {
      condition = { ifNoneMatch: '*' };
    } else if (existing.etag !== null && (await mustReplace(existing.metadata, metadata, isCurrent))) {
      condition = { ifMatch: existing.etag };
    } else {
      return false;
    }
  }
}

/**
 * Compares two sequencers of one key: negative when `left` is older. Their lengths differ, so the shorter is padded on
 * the right before they are compared as text.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function compareSequencers(left: string, right: string): number {
  const length = Math.max(left.length, right.length);
  const [a, b] = [left, right].map((value) => value.toUpperCase().padEnd(length, '0')) as [string, string];
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The later of two sequencers of one key, as far as they are known. */
export function laterSequencer(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return compareSequencers(left, right) < 0 ? right : left;
}

/** An ETag without the quotes that HTTP puts around it and events leave out. */
export function bareEtag(etag: string | null | undefined): string | null {
  return etag?.replace(/^"|"$/g, '') || null;
}

/** Metadata of an output of a source version with the digest of what is compared. */
export function describe(source: SourceVersion, digest: string): Readonly<Record<string, string>> {
  const etag = bareEtag(source.etag);
  return {
    [META.digest]: digest,
    ...(etag !== null && { [META.etag]: etag }),
    ...(source.versionId !== null && { [META.versionId]: source.versionId }),
    ...(source.sequencer !== null && { [META.sequencer]: source.sequencer }),
  };
}

async function mustReplace(
  existing: Readonly<Record<string, string>>,
  ours: Readonly<Record<string, string>>,
  isCurrent: () => Promise<boolean>,
): Promise<boolean> {
  const sameSource = existing[META.etag] === ours[META.etag] && existing[META.versionId] === ours[META.versionId];
  const sameContent = existing[META.digest] === ours[META.digest];
  const [theirSequencer, ourSequencer] = [existing[META.sequencer], ours[META.sequencer]];
  if (theirSequencer !== undefined && ourSequencer !== undefined) {
    const order = compareSequencers(ourSequencer, theirSequencer);
    // A mark left by the same event: the source was gone then, or could not be cleaned.
    if (order === 0 && isTombstone(existing)) return isCurrent();
    // A newer event with equal content still moves the sequencer on, or a late event in between would win over it.
    return order > 0 || (order === 0 && !(sameSource && sameContent));
  }
  return sameSource ? !sameContent : isCurrent();
}
