import { isPartKey } from '../../lib/io/output-key.ts';
import { CLEAN_BUCKET, QUARANTINE_BUCKET } from '../../lib/local/code.ts';
import { type ExpectedRows, judgeRows, type LiveOutput, linesOf } from './judge-rows.ts';
import type { Rig, Version } from './rig.ts';

/** What must be there for one key when all is quiet. */
export type Expected =
  | { readonly key: string; readonly outcome: 'cleaned'; readonly versionId: string; readonly rows?: ExpectedRows }
  | { readonly key: string; readonly outcome: 'quarantined'; readonly versionId: string }
  | { readonly key: string; readonly outcome: 'removed' }
  | { readonly key: string; readonly outcome: 'ignored' };

/** What the function is told to do with the output of an object that is removed. */
export type RemovalMode = 'keep' | 'delete' | 'tombstone';

export interface Faults {
  /** Object versions without an outcome. */
  readonly lost: number;
  /** Outputs written again with the same bytes, and second records of quarantine. */
  readonly doubled: number;
  /** Outputs of another version than the newest, of a removed object, or cut off. */
  readonly stale: number;
}

export const NO_FAULTS: Faults = { lost: 0, doubled: 0, stale: 0 };

export function sumFaults(all: readonly Faults[]): Faults {
  const sum = (name: keyof Faults): number => all.reduce((total, one) => total + one[name], 0);
  return { lost: sum('lost'), doubled: sum('doubled'), stale: sum('stale') };
}

/** Compares the buckets with what is expected of the keys under a prefix. */
export async function judge(
  rig: Rig,
  prefix: string,
  expected: readonly Expected[],
  mode: RemovalMode = 'keep',
): Promise<Faults> {
  const [clean, quarantine] = await Promise.all(
    [CLEAN_BUCKET, QUARANTINE_BUCKET].map((bucket) => rig.versions(bucket, prefix)),
  );
  const outputs = groupByKey(clean ?? []);
  const reports = groupByKey(quarantine ?? []);
  const verdicts = await Promise.all(expected.map((one) => judgeKey(rig, one, outputs, reports, mode)));
  const repeats = await Promise.all([
    ...[...outputs.values()].map((versions) => countRepeats(rig, CLEAN_BUCKET, versions)),
    ...[...reports.values()].map((versions) => countRepeats(rig, QUARANTINE_BUCKET, versions)),
  ]);
  const doubled = repeats.reduce((sum, one) => sum + one, 0);
  return sumFaults([...verdicts, { ...NO_FAULTS, doubled, stale: await countCut(rig, clean ?? []) }]);
}

type ByKey = ReadonlyMap<string, readonly Version[]>;

async function judgeKey(
  rig: Rig,
  expected: Expected,
  outputs: ByKey,
  reports: ByKey,
  mode: RemovalMode,
): Promise<Faults> {
  const live = await liveOutputs(rig, expected.key, outputs);
  const whole = live.filter(({ key }) => !isPartKey(key));
  switch (expected.outcome) {
    case 'ignored':
      return { ...NO_FAULTS, stale: live.length > 0 || newestOf(reports, `${expected.key}.json`) ? 1 : 0 };
    case 'removed':
      return { ...NO_FAULTS, stale: mode === 'keep' ? 0 : live.length };
    case 'cleaned': {
      if (whole.length === 0) return { ...NO_FAULTS, lost: 1 };
      const stale = live.filter(({ versionId }) => versionId !== expected.versionId).length;
      const ofRows = expected.rows ? await judgeRows(rig, expected, expected.rows, live) : NO_FAULTS;
      return sumFaults([{ ...NO_FAULTS, stale }, ofRows]);
    }
    case 'quarantined': {
      const report = newestOf(reports, `${expected.key}.json`);
      if (!report) return { ...NO_FAULTS, lost: 1 };
      const isOld = (await sourceOf(rig, QUARANTINE_BUCKET, report)).versionId !== expected.versionId;
      return { ...NO_FAULTS, stale: isOld || (mode !== 'keep' && live.length > 0) ? 1 : 0 };
    }
    default:
      return expected satisfies never;
  }
}

/** What a reader of the bucket finds of one source: its record, its records, or its parts with their manifest. */
async function liveOutputs(rig: Rig, source: string, outputs: ByKey): Promise<readonly LiveOutput[]> {
  const names = [...outputs.keys()].filter((key) => {
    const suffix = key.startsWith(source) ? key.slice(source.length) : '';
    return suffix === '.json' || suffix === '.jsonl.gz' || suffix === '.manifest' || isPartKey(suffix);
  });
  const newest = names.flatMap((name) => newestOf(outputs, name) ?? []);
  const found = await Promise.all(
    newest.map(async ({ key }) => ({ key, ...(await sourceOf(rig, CLEAN_BUCKET, { key })) })),
  );
  return found.filter(({ isTombstone }) => !isTombstone);
}

async function sourceOf(
  rig: Rig,
  bucket: string,
  { key }: Pick<Version, 'key'>,
): Promise<{ versionId: string; isTombstone: boolean }> {
  const { metadata } = await rig.read(bucket, key);
  return {
    versionId: metadata['winnow-source-version'] ?? '',
    isTombstone: metadata['winnow-outcome'] === 'removed',
  };
}

function newestOf(versions: ByKey, key: string): Version | undefined {
  return versions.get(key)?.find(({ isLatest, isDeleteMarker }) => isLatest && !isDeleteMarker);
}

function groupByKey(versions: readonly Version[]): ByKey {
  const groups = new Map<string, Version[]>();
  for (const version of versions) groups.set(version.key, [...(groups.get(version.key) ?? []), version]);
  return groups;
}

/**
 * The same bytes twice. The mark of a removed object may come back behind another version, as it is the same each time;
 * where something was deleted in between, so may anything, and the list does not tell the order.
 */
async function countRepeats(rig: Rig, bucket: string, versions: readonly Version[]): Promise<number> {
  if (versions.some(({ isDeleteMarker }) => isDeleteMarker)) return 0;
  let repeats = 0;
  for (const [at, { key, versionId, etag }] of versions.entries()) {
    if (versions.findIndex((one) => one.etag === etag) === at) continue;
    const isNext = versions[at - 1]?.etag === etag;
    const { metadata } = await rig.read(bucket, key, versionId);
    if (isNext || metadata['winnow-outcome'] !== 'removed') repeats++;
  }
  return repeats;
}

/** Records, and gzips of records, that end in the middle, in any version. */
async function countCut(rig: Rig, versions: readonly Version[]): Promise<number> {
  const isCut = async ({ key, versionId }: Version): Promise<boolean> => {
    try {
      if (key.endsWith('.gz')) return (await linesOf(rig, key, versionId)).some((line) => typeof line !== 'object');
      const text = (await rig.read(CLEAN_BUCKET, key, versionId)).body.toString();
      return typeof JSON.parse(text) !== 'object' || !text.endsWith('\n');
    } catch {
      return true;
    }
  };
  const whole = versions.filter(({ isDeleteMarker }) => !isDeleteMarker);
  return (await Promise.all(whole.map(isCut))).filter(Boolean).length;
}
