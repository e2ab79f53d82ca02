import { gunzipSync, gzipSync } from 'node:zlib';
import { readLearnEnvironment } from '../../lambdas/learn/environment.ts';
import { cleanArticle } from '../../lib/index.ts';
import { ParagraphCounts } from '../../lib/site-memory/counts.ts';
import {
  countOutputs,
  type LearnDeps,
  mergePartials,
  PARTITIONS,
  publishSnapshot,
} from '../../lib/site-memory/learn-steps.ts';
import { memoryOf, readSnapshot } from '../../lib/site-memory/snapshot.ts';
import { MemoryStore } from '../support/memory-store.ts';

const SHARED = 'The museum of the harbour opens its doors on every first Sunday of the month.';
const HOSTS = ['ansel.example', 'bor.example', 'cray.example', 'dunmere.example', 'ellerport.example'];

function recordOf(host: string, story: string) {
  const body = `The ${story} was the first matter before the council on Friday evening.\n\n${SHARED.replace('museum', host)}`;
  return cleanArticle(body, { url: `https://${host}/${story}`, mediaType: 'text/plain' });
}

const RECORDS = HOSTS.flatMap((host) => ['ferry', 'bridge', 'market', 'school'].map((story) => recordOf(host, story)));

function setUp() {
  const store = new MemoryStore();
  const deps: LearnDeps = {
    store,
    list: async function* (bucket, prefix) {
      for (const key of store.keys(bucket)) if (key.startsWith(prefix)) yield { bucket, key, etag: '' };
    },
    cleanBucket: 'clean',
    runsBucket: 'runs',
    snapshot: { bucket: 'config', key: 'snapshot.jsonl.gz' },
    minStories: 3,
  };
  const keys = RECORDS.map((record, index) => {
    store.upload('clean', `${index}.html.json`, JSON.stringify(record));
    return `${index}.html.json`;
  });
  const run = async (batches: readonly (readonly string[])[]): Promise<string> => {
    const name = `run-${batches.length}`;
    for (const batch of batches) await countOutputs(name, batch, deps);
    for (let partition = 0; partition < PARTITIONS; partition++) await mergePartials(name, partition, deps);
    await publishSnapshot(name, deps);
    return gunzipSync(store.versions('config', 'snapshot.jsonl.gz').at(-1)?.body ?? '').toString();
  };
  return { store, deps, keys, run };
}

describe('a run that learns', () => {
  const whole = new ParagraphCounts();
  for (const record of RECORDS) whole.add(record);

  it('gives the memory that counting everything at once gives, whatever the batches, their order and repeats', async () => {
    const { keys, run } = setUp();
    const snapshot = await run([keys]);
    expect(memoryOf(readSnapshot(snapshot, 'run')).id).toBe(memoryOf(whole).id);
    const batches = [keys.slice(7), keys.slice(3, 9), keys.slice(0, 4), keys.slice(7)];
    expect(await run(batches)).toBe(snapshot);
    const hosts = snapshot
      .split('\n')
      .slice(1, -1)
      .map((line) => JSON.parse(line).host);
    expect(hosts).toEqual(HOSTS);
  });

  it('reads parts of shards and containers, and passes over manifests, quarantined rows and what is gone', async () => {
    const { store, deps } = setUp();
    const lines = [
      ...RECORDS.slice(0, 4).map((record) => JSON.stringify(record)),
      '{"outcome":"quarantined","reason":"empty"}',
    ];
    store.upload('clean', 'a.jsonl.part-00000.gz', gzipSync(lines.join('\n')));
    store.upload('clean', 'b.jsonl.jsonl.gz', gzipSync(lines.join('\n')));
    store.upload('clean', 'a.jsonl.manifest', '{}');
    const keys = ['a.jsonl.part-00000.gz', 'b.jsonl.jsonl.gz', 'a.jsonl.manifest', 'gone.json'];
    expect(await countOutputs('run', keys, deps)).toEqual({ objects: 4, records: 8, hosts: 1 });
  });

  it('publishes an empty snapshot when nothing is shared', async () => {
    const { run } = setUp();
    expect(memoryOf(readSnapshot(await run([[]]), 'run')).stories('ansel.example')).toBeNull();
  });
});

describe('the environment of the function that learns', () => {
  it('names every variable that is wrong', () => {
    const good = { CLEAN_BUCKET: 'clean', RUNS_BUCKET: 'runs', SITE_MEMORY: 's3://config/a/b.gz', MIN_STORIES: '4' };
    expect(readLearnEnvironment(good)).toEqual({
      cleanBucket: 'clean',
      runsBucket: 'runs',
      snapshot: { bucket: 'config', key: 'a/b.gz' },
      minStories: 4,
    });
    expect(() => readLearnEnvironment({ SITE_MEMORY: 'x', MIN_STORIES: '1' })).toThrow(
      /CLEAN_BUCKET.*RUNS_BUCKET.*SITE_MEMORY.*"x".*MIN_STORIES.*"1"/,
    );
  });
});
