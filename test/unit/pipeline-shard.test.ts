import { gzipSync } from 'node:zlib';
import type { ObjectRef } from '../../lib/io/ports.ts';
import { UnfinishedPartError } from '../../lib/pipeline/shard/settings.ts';
import { type PipelineDeps, processObject, processRemoval } from '../../lib/pipeline.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { KEY, lines, rows, setUp } from '../support/shard-run.ts';

function indexes(store: MemoryStore, key = KEY): unknown[] {
  return lines(store, key).map((line) => line.recordIndex ?? (line.provenance as { recordIndex: number }).recordIndex);
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, number) => number);

describe('a shard', () => {
  it('becomes parts and a manifest that states its rows', async () => {
    const { store, run, upload } = setUp();
    const [outcome] = await run(upload(rows(25)));
    expect(outcome).toMatchObject({ outcome: 'cleaned', outputKey: 'crawl.jsonl.manifest', written: true });
    expect(indexes(store)).toEqual(upTo(25));
    expect(store.json('clean', 'crawl.jsonl.manifest')).toMatchObject({
      outcome: 'cleaned',
      key: KEY,
      rows: { in: 25, out: 22, quarantined: 3 },
      parts: [
        { key: 'crawl.jsonl.part-00000.gz', rows: { in: 10, out: 9, quarantined: 1 } },
        { key: 'crawl.jsonl.part-00001.gz', rows: { in: 10, out: 9, quarantined: 1 } },
        { key: 'crawl.jsonl.part-00002.gz', rows: { in: 5, out: 4, quarantined: 1 } },
      ],
    });
  });

  it('is one object as long as it fits into one part', async () => {
    const { store, run, upload } = setUp();
    await run(upload(rows(9)));
    expect(store.keys('clean')).toEqual(['crawl.jsonl.jsonl.gz']);
  });

  it('is gone on with where the time ended, with the same bytes as in one run', async () => {
    const [whole, pieces] = [setUp(), setUp()];
    await whole.run(whole.upload(rows(45)));
    const outcomes = await pieces.run(pieces.upload(rows(45)), 13);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([...Array(4).fill('continued'), 'cleaned']);
    expect(pieces.store.keys('clean')).toEqual(whole.store.keys('clean'));
    expect(lines(pieces.store)).toEqual(lines(whole.store));
  });

  it('fails for itself when not even one part can be done', async () => {
    const { store, run, upload } = setUp();
    await expect(run(upload(rows(25)), 4)).rejects.toThrow(UnfinishedPartError);
    expect(store.keys('clean')).toEqual([]);
  });

  it('is left to a further run, without a failure, by one that comes too late to begin', async () => {
    const { store, deps, waiting, upload } = setUp();
    const asked: boolean[] = [];
    const hasTime = (isFirstPart: boolean): boolean => {
      asked.push(isFirstPart);
      return false;
    };
    const shards = { ...(deps.shards as NonNullable<PipelineDeps['shards']>), hasTime };
    expect(await processObject(upload(rows(25)), { ...deps, shards })).toMatchObject({ outcome: 'continued', part: 0 });
    expect(waiting).toMatchObject([{ key: KEY, fromPart: 0 }]);
    expect(store.keys('clean')).toEqual([]);
    expect(asked).toEqual([true]);
  });

  it('lets its first part end where others of the batch wait, and no second', async () => {
    const { store, deps, waiting, upload } = setUp();
    const shards = {
      ...(deps.shards as NonNullable<PipelineDeps['shards']>),
      hasTime: (isFirstPart: boolean) => isFirstPart,
    };
    await processObject(upload(rows(25)), { ...deps, shards });
    expect(store.keys('clean')).toEqual(['crawl.jsonl.part-00000.gz']);
    expect(waiting).toMatchObject([{ fromPart: 1 }]);
  });

  it('loses and doubles no row wherever it is killed', async () => {
    // Every request is the last of some run.
    for (let last = 1; last < 16; last++) {
      for (const moment of ['before', 'after'] as const) {
        const { store, run, upload } = setUp();
        const ref = upload(gzipSync(rows(25)), 'crawl.jsonl.gz');
        let requests = 0;
        store[moment] = () => {
          if (++requests === last) throw new Error('killed');
        };
        await run(ref).catch(() => {});
        store[moment] = () => {};
        await run(ref);
        expect(indexes(store, 'crawl.jsonl.gz')).toEqual(upTo(25));
        for (const key of store.keys('clean')) expect(store.versions('clean', key)).toHaveLength(1);
      }
    }
  });

  it('is done again in parts that another cleaner made, and written where the records differ', async () => {
    const { store, deps, run, upload } = setUp();
    const ref = upload(rows(25));
    await run(ref);
    await processObject(ref, { ...deps, options: { thoroughness: 'careful' } });
    expect(store.versions('clean', 'crawl.jsonl.part-00000.gz')).toHaveLength(1);
    await processObject(ref, { ...deps, options: { markdown: true } });
    expect(store.versions('clean', 'crawl.jsonl.part-00000.gz')).toHaveLength(2);
    expect(lines(store)[0]).toHaveProperty('markdown');
  });

  it('leaves no row of an older version behind a shorter one, in either order', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
      [0, 1, 0],
    ]) {
      const { store, run, upload } = setUp();
      const refs = [upload(rows(45, 'Aldby')), upload(rows(15))];
      for (const index of order) await run(refs[index] as ObjectRef);
      expect(indexes(store)).toEqual(upTo(15));
      expect(JSON.stringify(lines(store))).not.toContain('Aldby');
      expect(store.json('clean', 'crawl.jsonl.manifest')).toMatchObject({ rows: { in: 15 } });
    }
  });

  it('keeps the rows before a place where it is cut off, and says so in one more', async () => {
    const { store, deps, upload } = setUp();
    const varied = Array.from({ length: 400 }, (_, number) =>
      JSON.stringify({ text: `Row ${number ** 3} of the ${number % 13} lists.` }),
    );
    const packed = gzipSync(varied.join('\n'));
    const cut = upload(packed.subarray(0, packed.length - 500), 'cut.jsonl.gz');
    await processObject(cut, { ...deps, options: { maxBytes: 1000 } });
    const found = lines(store, 'cut.jsonl.gz');
    expect(found.length).toBeGreaterThan(50);
    expect(found.at(-1)).toMatchObject({ outcome: 'quarantined', reason: 'decompression-error' });
    const { rows: stated } = store.json('clean', 'cut.jsonl.gz.manifest') as { rows: { in: number; out: number } };
    expect(stated).toEqual({ in: found.length, out: found.length - 1, quarantined: 1 });
  });

  it('passes over a line that is too long, and takes the next', async () => {
    const { store, deps, upload } = setUp();
    const body = `${rows(12)}${'x'.repeat(5000)}\n${rows(1)}`;
    await processObject(upload(body), { ...deps, options: { maxBytes: 4000 } });
    expect(lines(store)).toHaveLength(14);
    expect(lines(store)[12]).toMatchObject({ outcome: 'quarantined', reason: 'too-large' });
  });
});

describe('a shard whose outputs may be taken back', () => {
  it('keeps its parts while it is gone on with, and loses them when it is removed', async () => {
    for (const removedObjects of ['delete', 'tombstone'] as const) {
      const { store, deps, waiting, upload } = setUp();
      const ref = upload(rows(45));
      const remaining = { left: 13 };
      const shards = { ...(deps.shards as NonNullable<PipelineDeps['shards']>), hasTime: () => remaining.left-- > 0 };
      const mine: PipelineDeps = { ...deps, shards, removedObjects };
      for (let next: ObjectRef | undefined = ref; next; next = waiting.shift()) {
        remaining.left = 13;
        await processObject(next, mine);
      }
      expect(indexes(store)).toEqual(upTo(45));
      store.forget('raw', KEY);
      expect(await processRemoval({ bucket: 'raw', key: KEY, sequencer: 'FFFFFF' }, mine)).toEqual({
        outcome: 'removed',
        outputs: 6,
      });
      expect(lines(store)).toEqual([]);
      expect(store.keys('clean')).toHaveLength(removedObjects === 'delete' ? 0 : 6);
    }
  });

  it('loses them when the key becomes one article', async () => {
    const { store, deps, upload } = setUp();
    await processObject(upload(rows(25)), { ...deps, removedObjects: 'delete' });
    const article = store.upload('raw', KEY, rows(1), { contentType: 'application/json' });
    await processObject(article, { ...deps, removedObjects: 'delete' });
    expect(store.keys('clean')).toEqual(['crawl.jsonl.jsonl.gz']);
  });

  it('is gone on with in the version that was begun, also where a listing named none', async () => {
    const { deps, waiting, upload } = setUp();
    const { versionId } = upload(rows(25));
    let left = 13;
    const shards = { ...(deps.shards as NonNullable<PipelineDeps['shards']>), hasTime: () => left-- > 0 };
    await processObject({ bucket: 'raw', key: KEY }, { ...deps, shards });
    const [etag, cleaner] = [expect.any(String), expect.any(String)];
    expect(waiting).toEqual([{ bucket: 'raw', key: KEY, versionId, etag, fromPart: 1, cleaner }]);
  });
});
