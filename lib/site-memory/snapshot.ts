import type { SiteMemory } from '../core/site/site-memory.ts';
import { sha256 } from '../io/sha256.ts';
import { ParagraphCounts } from './counts.ts';

/** First line of a snapshot. */
interface Header {
  readonly winnow: 'site-memory';
  readonly schemaVersion: '1.0';
  /** Paragraphs of fewer stories are left out: enough for the cleaner, too little to be merged. */
  readonly minStories?: number;
}

/** Bytes of a snapshot for the cleaner, unpacked, above which it is neither written nor read: some hundred thousand shared paragraphs. */
export const MAX_SNAPSHOT_BYTES = 32 * 1024 * 1024;

const HEADER: Header = { winnow: 'site-memory', schemaVersion: '1.0' };

/** A file that is no snapshot; the message says what was expected. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

/**
 * A snapshot as JSON lines: the header, then a line a host, all sorted, so that equal counts are equal bytes.
 *
 * @param minStories Leaves out what fewer stories share.
 */
export function* writeSnapshot(counts: ParagraphCounts, minStories?: number): Generator<string> {
  yield snapshotHeader(minStories);
  yield* snapshotLines(counts, minStories);
}

export function snapshotHeader(minStories?: number): string {
  return `${JSON.stringify({ ...HEADER, ...(minStories !== undefined && { minStories }) })}\n`;
}

/** A snapshot without its header. */
export function* snapshotLines(counts: ParagraphCounts, minStories = 1): Generator<string> {
  for (const host of [...counts.hosts.keys()].sort()) {
    const paragraphs = [...(counts.hosts.get(host) ?? [])]
      .filter(([, stories]) => stories.length >= minStories)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    if (paragraphs.length > 0) yield `${JSON.stringify({ host, paragraphs: Object.fromEntries(paragraphs) })}\n`;
  }
}

/**
 * @param isMerged Whether it is to be merged with others, for which one without the rarer paragraphs will not do.
 * @throws SnapshotError
 */
export function readSnapshot(text: string, file: string, isMerged = false): ParagraphCounts {
  const [first = '', ...lines] = text.split('\n');
  const minStories = minStoriesOf(first);
  if (minStories === null)
    throw new SnapshotError(`expected a snapshot of version 1.0, as winnow learn writes it (${file})`);
  if (isMerged && minStories > 1) {
    const got = `one of paragraphs that ${minStories} stories share`;
    throw new SnapshotError(`expected a snapshot of all paragraphs to merge, got ${got} (${file})`);
  }
  const counts = new ParagraphCounts();
  lines.forEach((line, index) => {
    if (line === '') return;
    const value = parse(line);
    if (value === null) throw new SnapshotError(`expected a host with its paragraphs (${file}:${index + 2})`);
    for (const [hash, stories] of Object.entries(value.paragraphs)) counts.count(value.host, hash, stories);
  });
  return counts;
}

/** 1 for a whole snapshot; `null` for a line that is no header. */
function minStoriesOf(line: string): number | null {
  const number = /,"minStories":(\d{1,2})\}$/.exec(line)?.[1];
  const minStories = number === undefined ? undefined : Number(number);
  return `${line}\n` === snapshotHeader(minStories) ? (minStories ?? 1) : null;
}

function parse(line: string): { host: string; paragraphs: Record<string, readonly string[]> } | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('host' in value) || !('paragraphs' in value)) return null;
    const { host, paragraphs } = value;
    if (typeof host !== 'string' || typeof paragraphs !== 'object' || paragraphs === null) return null;
    const isGood = Object.values(paragraphs).every(
      (stories) => Array.isArray(stories) && stories.every((one) => typeof one === 'string'),
    );
    return isGood ? { host, paragraphs: paragraphs as Record<string, readonly string[]> } : null;
  } catch {
    return null;
  }
}

/** Stories that share a paragraph before it is taken for boilerplate, unless told otherwise. */
export const MIN_STORIES = 3;

/** The memory for the cleaner: only what so many stories of a host share. */
export function memoryOf(counts: ParagraphCounts, minStories: number = MIN_STORIES): SiteMemory {
  const hosts = new Map<string, ReadonlyMap<string, number>>();
  for (const host of [...counts.hosts.keys()].sort()) {
    const shared = [...(counts.hosts.get(host) ?? [])].filter(([, stories]) => stories.length >= minStories);
    if (shared.length > 0)
      hosts.set(
        host,
        new Map(shared.sort(([a], [b]) => (a < b ? -1 : 1)).map(([hash, stories]) => [hash, stories.length])),
      );
  }
  const content = [...hosts].map(([host, paragraphs]) => [host, [...paragraphs]]);
  const id = sha256(JSON.stringify([minStories, content])).slice(0, 16);
  return { id, stories: (host) => hosts.get(host) ?? null };
}
