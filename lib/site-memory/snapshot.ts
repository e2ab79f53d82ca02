import type { SiteMemory } from '../core/site/site-memory.ts';
import { sha256 } from '../io/sha256.ts';
import { ParagraphCounts } from './counts.ts';

/** First line of a snapshot. */
interface Header {
  readonly winnow: 'site-memory';
  readonly schemaVersion: '1.0';
}

const HEADER: Header = { winnow: 'site-memory', schemaVersion: '1.0' };

/** A file that is no snapshot; the message says what was expected. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

/** A snapshot as JSON lines: the header, then a line a host, all sorted, so that equal counts are equal bytes. */
export function* writeSnapshot(counts: ParagraphCounts): Generator<string> {
  yield `${JSON.stringify(HEADER)}\n`;
  for (const host of [...counts.hosts.keys()].sort()) {
    const paragraphs = [...(counts.hosts.get(host) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    yield `${JSON.stringify({ host, paragraphs: Object.fromEntries(paragraphs) })}\n`;
  }
}

/** @throws SnapshotError */
export function readSnapshot(text: string, file: string): ParagraphCounts {
  const [first = '', ...lines] = text.split('\n');
  if (first !== JSON.stringify(HEADER)) {
    throw new SnapshotError(`expected a snapshot of version 1.0, as winnow learn writes it (${file})`);
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
