import { BackfillIncompleteError, createBackfillHandler } from '../../lambdas/clean/backfill-handler.ts';
import { MIN_REMAINING_MS } from '../../lambdas/clean/batch-handler.ts';
import type { PipelineDeps } from '../../lib/pipeline.ts';
import { depsOf } from '../support/memory-deps.ts';
import { MemoryStore } from '../support/memory-store.ts';

const PROSE = 'The harbour council of Lindmouth agreed on Monday to rebuild the wooden pier before winter.';

function setUp(options: NonNullable<PipelineDeps['options']> = {}, store = new MemoryStore()) {
  const metrics: Record<string, number> = {};
  const handler = createBackfillHandler({
    pipeline: () => ({
      ...depsOf(store),
      options,
    }),
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    metrics: {
      addMetric: (name, _unit, value) => {
        metrics[name] = (metrics[name] ?? 0) + value;
      },
      publishStoredMetrics: () => {},
    },
  });
  const put = (key: string, body = PROSE) => store.upload('raw', key, body, { contentType: 'text/plain' });
  const batch = (keys: readonly string[], keysAreEncoded = false) => ({
    Items: keys.map((Key) => ({ Key, Size: 100 })),
    BatchInput: { bucket: 'raw', keysAreEncoded },
  });
  return { store, handler, put, batch, metrics, time: (ms = 60_000) => ({ getRemainingTimeInMillis: () => ms }) };
}

describe('a batch of a backfill', () => {
  it('is cleaned, and counted by outcome', async () => {
    const { store, handler, put, batch, metrics, time } = setUp();
    for (const key of ['a b.txt', 'c.txt']) put(key);
    put('bad.txt', '%PDF-1.7');
    const keys = ['a b.txt', 'c.txt', 'bad.txt', 'gone.txt'];
    expect(await handler(batch(keys), time())).toEqual({ cleaned: 2, quarantined: 1, ignored: 1 });
    expect(store.keys('clean').toSorted()).toEqual(['a b.txt.json', 'c.txt.json']);
    expect(metrics).toMatchObject({ Cleaned: 2, Quarantined: 1 });
  });

  it('takes the keys of an inventory, which are encoded', async () => {
    const { handler, put, batch, time } = setUp();
    put('a b+c.txt');
    expect(await handler(batch(['a+b%2Bc.txt'], true), time())).toEqual({ cleaned: 1 });
  });

  it('writes nothing the second time, and after a change only the records that differ', async () => {
    const { store, handler, put, batch, time } = setUp();
    put('a.txt', '# A heading\n\nand text');
    put('b.txt');
    const keys = ['a.txt', 'b.txt'];
    await handler(batch(keys), time());
    expect(await handler(batch(keys), time())).toEqual({ unchanged: 2 });
    const changed = setUp({ markdown: true }, store);
    expect(await changed.handler(batch(['b.txt']), time())).toEqual({ cleaned: 1 });
    expect(await changed.handler(batch(['b.txt']), time())).toEqual({ unchanged: 1 });
    expect(store.versions('clean', 'a.txt.json')).toHaveLength(1);
  });

  it('fails as a whole when one object does, after the others are done', async () => {
    const { store, handler, put, batch, metrics, time } = setUp();
    for (const key of ['a', 'b', 'c']) put(key);
    store.before = (operation, { key }) => {
      if (operation === 'get' && key === 'b') throw new Error('slow down');
    };
    await expect(handler(batch(['a', 'b', 'c']), time())).rejects.toThrow(BackfillIncompleteError);
    expect(store.keys('clean').toSorted()).toEqual(['a.json', 'c.json']);
    expect(metrics.Failed).toBe(1);
  });

  it('begins nothing when little time is left', async () => {
    const { store, handler, put, batch, time } = setUp();
    put('a');
    await expect(handler(batch(['a']), time(MIN_REMAINING_MS - 1))).rejects.toThrow(
      '1 of 1 objects failed, the first with OutOfTimeError',
    );
    expect(store.keys('clean')).toEqual([]);
  });
});
