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
});
