import type { ObjectRef } from '../../lib/io/ports.ts';
import { type PipelineDeps, processObject, processRemoval } from '../../lib/pipeline.ts';
import { KEY, lines, rows, setUp } from '../support/shard-run.ts';

describe('a shard that is cut short', () => {
  it('loses every part in the end when a run that takes them back is cut', async () => {
    const { store, deps, run, upload } = setUp();
    const ref = upload(rows(45));
    await run(ref);
    store.forget('raw', KEY);
    let removals = 0;
    store.before = (operation) => {
      if (operation === 'remove' && ++removals === 3) throw new Error('reset');
    };
    const removing = { ...deps, removedObjects: 'delete' } as const;
    const removal = { bucket: 'raw', key: KEY, versionId: 'marker' };
    await expect(processRemoval(removal, removing)).rejects.toThrow('reset');
    await processRemoval(removal, removing);
    expect(store.keys('clean')).toEqual([]);
  });

  it('has all its parts of one cleaner when a deployment comes between two runs', async () => {
    const [mixed, whole] = [setUp(), setUp()];
    const newer = (deps: PipelineDeps): PipelineDeps => ({ ...deps, options: { markdown: true } });
    const shards = { ...(mixed.deps.shards as NonNullable<PipelineDeps['shards']>) };
    let left = 25;
    await processObject(mixed.upload(rows(45)), { ...mixed.deps, shards: { ...shards, hasTime: () => left-- > 0 } });
    const [next] = mixed.waiting;
    expect(next).toMatchObject({ fromPart: 2 });
    await processObject(next as ObjectRef, newer({ ...mixed.deps, shards: { ...shards, hasTime: () => true } }));
    const all = { ...(whole.deps.shards as NonNullable<PipelineDeps['shards']>), hasTime: () => true };
    await processObject(whole.upload(rows(45)), newer({ ...whole.deps, shards: all }));
    expect(lines(mixed.store)).toEqual(lines(whole.store));
  });

  it('leaves the parts that a newer version is writing', async () => {
    const { store, deps, run, upload } = setUp();
    const [older, newer] = [upload(rows(15)), upload(rows(45))];
    // The older run comes to its end when the newer has written parts behind the last of the older.
    let isReached = false;
    store.before = async (operation, { key }) => {
      if (isReached || operation !== 'head' || !key.endsWith('.manifest')) return;
      isReached = true;
      const shards = { ...(deps.shards as NonNullable<PipelineDeps['shards']>) };
      let left = 35;
      const next: ObjectRef[] = [];
      const goOn = async (ref: ObjectRef) => void next.push(ref);
      await processObject(newer, { ...deps, shards: { ...shards, hasTime: () => left-- > 0, goOn } });
      expect(next).toMatchObject([{ fromPart: 3 }]);
      newest = next;
    };
    let newest: ObjectRef[] = [];
    await run(older);
    for (const ref of newest) await run(ref);
    expect(lines(store)).toHaveLength(45);
  });

  it('is done again when its parts are taken away before it states them', async () => {
    const { store, deps, run, upload } = setUp();
    const ref = upload(rows(45));
    store.before = (operation, { key }) => {
      if (operation === 'put' && key.includes('.part-00004')) store.forget('clean', `${KEY}.part-00001.gz`);
    };
    await expect(run(ref)).rejects.toThrow('expected 5 parts, got 4');
    store.before = () => {};
    expect(await processObject(ref, deps)).toMatchObject({ outcome: 'cleaned' });
    expect(lines(store)).toHaveLength(45);
  });

  it('loses its parts when it is removed, also those behind one that is gone', async () => {
    const { store, deps, upload, waiting } = setUp();
    const removing = { ...deps, removedObjects: 'delete' } as const;
    const ref = upload(rows(45));
    const shards = deps.shards as NonNullable<PipelineDeps['shards']>;
    let left = 25;
    await processObject(ref, { ...removing, shards: { ...shards, hasTime: () => left-- > 0 } });
    store.forget('raw', KEY);
    store.forget('clean', `${KEY}.part-00000.gz`);
    await processObject(waiting[0] as ObjectRef, removing);
    expect(store.keys('clean')).toEqual([]);
  });

  it('fills no part again that was emptied for a newer version', async () => {
    const { store, run, upload } = setUp();
    const [oldest, older, newest] = [upload(rows(12)), upload(rows(45)), upload(rows(15))];
    await run(newest);
    // While the older writes its last part, behind those of the newest, the oldest comes to its end and empties it.
    let isReached = false;
    store.after = async (operation, { key }) => {
      if (isReached || operation !== 'put' || !key.includes('.part-00004')) return;
      isReached = true;
      await run(oldest);
    };
    await run(older);
    await run(older);
    expect(store.versions('clean', `${KEY}.part-00004.gz`).map(({ body }) => body.length > 0)).toEqual([true, false]);
    expect(lines(store)).toHaveLength(15);
  });
});
