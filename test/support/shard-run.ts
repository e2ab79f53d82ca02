import { gunzipSync } from 'node:zlib';
import type { ObjectRef } from '../../lib/io/ports.ts';
import { type ObjectOutcome, type PipelineDeps, processObject } from '../../lib/pipeline.ts';
import { depsOf } from './memory-deps.ts';
import { MemoryStore } from './memory-store.ts';

/** Rows of a part, and the key of a shard, in the tests of shards. */
export const PART_ROWS = 10;
export const KEY = 'crawl.jsonl';

/** A pipeline that cuts shards into parts, whose continuations wait in a list. */
export function setUp() {
  const store = new MemoryStore();
  const waiting: ObjectRef[] = [];
  let left = Number.POSITIVE_INFINITY;
  const deps: PipelineDeps = {
    ...depsOf(store),
    shards: {
      raw: store,
      clean: store,
      partRows: PART_ROWS,
      hasTime: () => left-- > 0,
      goOn: async (ref) => void waiting.push(ref),
    },
  };
  /** Lets every invocation clean so many rows, and takes the shard up again until it is done. */
  const run = async (ref: ObjectRef, rowsAtATime = Number.POSITIVE_INFINITY): Promise<ObjectOutcome[]> => {
    const outcomes: ObjectOutcome[] = [];
    for (let next: ObjectRef | undefined = ref; next; next = waiting.shift()) {
      left = rowsAtATime;
      outcomes.push(await processObject(next, deps));
    }
    return outcomes;
  };
  const upload = (body: string | Buffer, key = KEY) =>
    store.upload('raw', key, body, { contentType: 'binary/octet-stream' });
  return { store, deps, run, upload, waiting };
}

/** Lines of all parts of a shard, in order. */
export function lines(store: MemoryStore, key = KEY): Record<string, unknown>[] {
  const parts = store
    .keys('clean')
    .filter((name) => name.startsWith(`${key}.part-`))
    .toSorted();
  return parts.flatMap((part) => {
    const body = store.versions('clean', part).at(-1)?.body ?? Buffer.alloc(0);
    const text = body.length === 0 ? '' : gunzipSync(body).toString();
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  });
}

/** JSON lines of a shard; every seventh is broken. */
export function rows(count: number, from = 'Holm'): string {
  const row = (_: unknown, number: number): string => {
    if (number % 7 === 6) return '{"broken';
    return JSON.stringify({
      id: `r${number}`,
      text: `The ferry number ${number} to ${from} leaves at seven every morning.`,
    });
  };
  return `${Array.from({ length: count }, row).join('\n')}\n`;
}
