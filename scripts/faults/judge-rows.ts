import { gunzipSync } from 'node:zlib';
import { isPartKey } from '../../lib/io/output-key.ts';
import { CLEAN_BUCKET } from '../../lib/local/code.ts';
import type { Expected, Faults } from './judge.ts';
import type { Rig } from './rig.ts';

/** What must be there of a source of many rows. */
export interface ExpectedRows {
  readonly in: number;
  readonly quarantined: number;
}

/** One output that is no tombstone, with the version of the source that it is of. */
export interface LiveOutput {
  readonly key: string;
  readonly versionId: string;
}

/**
 * Counts the rows of the outputs of one key: those that are in none are lost, those that are in two are doubled. A
 * manifest that states other rows or other parts than there are is stale.
 */
export async function judgeRows(
  rig: Rig,
  { versionId }: Extract<Expected, { outcome: 'cleaned' }>,
  rows: ExpectedRows,
  live: readonly LiveOutput[],
): Promise<Faults> {
  const own = live.filter((output) => output.versionId === versionId);
  const files = own.filter(({ key }) => key.endsWith('.gz'));
  const lines = (await Promise.all(files.map(({ key }) => linesOf(rig, key)))).flat();
  const seen = new Map<number, number>();
  for (const line of lines) {
    const index = indexOf(line);
    seen.set(index, (seen.get(index) ?? 0) + 1);
  }
  const wanted = Array.from({ length: rows.in }, (_, index) => index);
  const lost = wanted.filter((index) => !seen.has(index)).length;
  const doubled = wanted.reduce((sum, index) => sum + Math.max(0, (seen.get(index) ?? 0) - 1), 0);
  const strange = [...seen.keys()].filter((index) => index < 0 || index >= rows.in).length;
  const manifest = own.find(({ key }) => key.endsWith('.manifest'));
  const parts = files.map(({ key }) => key).filter(isPartKey);
  const isStated = manifest === undefined ? parts.length === 0 : await isTrue(rig, manifest.key, rows, parts);
  return { lost, doubled, stale: strange + (isStated ? 0 : 1) };
}

/** Lines of a gzip of JSON lines. @throws SyntaxError, or an error of zlib, where it is cut. */
export async function linesOf(rig: Rig, key: string, versionId?: string): Promise<readonly Record<string, unknown>[]> {
  const { body } = await rig.read(CLEAN_BUCKET, key, versionId);
  if (body.length === 0) return [];
  const lines = gunzipSync(body).toString().split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

function indexOf(line: Record<string, unknown>): number {
  const { recordIndex } = (line.provenance ?? line) as { recordIndex?: number };
  return recordIndex ?? -1;
}

async function isTrue(rig: Rig, key: string, rows: ExpectedRows, found: readonly string[]): Promise<boolean> {
  const manifest = (await rig.readJson(CLEAN_BUCKET, key)) as {
    rows?: { in: number; out: number; quarantined: number };
    parts?: readonly { key: string }[];
  };
  const stated = manifest.rows;
  const named = (manifest.parts ?? []).map((part) => part.key);
  return (
    stated?.in === rows.in &&
    stated.quarantined === rows.quarantined &&
    stated.out === rows.in - rows.quarantined &&
    [...named].sort().join() === [...found].sort().join()
  );
}
