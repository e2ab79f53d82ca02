import type { ObjectRef, StoredObject } from '../../lib/io/ports.ts';
import { type PipelineDeps, processObject, processRemoval, type RemovedObjects } from '../../lib/pipeline.ts';
import { depsOf } from '../support/memory-deps.ts';
import { MemoryStore } from '../support/memory-store.ts';

const OUTPUT = 'a.txt.json';
const TEXT = 'The ferry to Holm leaves at seven every morning, and at eight on Sundays and in the winter months.';

function setUp(removedObjects: RemovedObjects) {
  const store = new MemoryStore();
  const deps: PipelineDeps = {
    ...depsOf(store),
    removedObjects,
  };
  const upload = (text = TEXT, contentType = 'text/plain') => store.upload('raw', 'a.txt', text, { contentType });
  return { store, deps, upload, output: () => store.versions('clean', OUTPUT).at(-1) };
}

/** The event of a removal, later than every upload before it. */
function removal(after: ObjectRef): ObjectRef {
  return { bucket: 'raw', key: 'a.txt', versionId: 'marker', sequencer: `${after.sequencer}01` };
}

describe('the removal of an object', () => {
  it('keeps the output by default', async () => {
    const { store, deps, upload, output } = setUp('keep');
    const ref = upload();
    await processObject(ref, deps);
    store.forget('raw', 'a.txt');
    expect(await processRemoval(removal(ref), deps)).toEqual({ outcome: 'ignored', why: 'gone' });
    expect(output()).toBeDefined();
  });

  it('deletes the output, and is safe to repeat', async () => {
    const { store, deps, upload, output } = setUp('delete');
    const ref = upload();
    await processObject(ref, deps);
    store.forget('raw', 'a.txt');
    expect(await processRemoval(removal(ref), deps)).toEqual({ outcome: 'removed', outputs: 1 });
    expect(output()).toBeUndefined();
    expect(await processRemoval(removal(ref), deps)).toEqual({ outcome: 'ignored', why: 'gone' });
  });

  it('leaves a tombstone that a late event of the removed version does not write over', async () => {
    const { store, deps, upload } = setUp('tombstone');
    const ref = upload();
    await processObject(ref, deps);
    const kept = store.versions('raw', 'a.txt');
    store.forget('raw', 'a.txt');
    await processRemoval(removal(ref), deps);
    expect(store.json('clean', OUTPUT)).toEqual({ outcome: 'removed', uri: 's3://raw/a.txt', versionId: 'marker' });
    // The version is still there behind the delete marker.
    const behind = new MemoryStore();
    behind.get = async () => kept[0] as StoredObject;
    behind.head = async () => null;
    await processObject(ref, { ...deps, raw: behind });
    expect(store.json('clean', OUTPUT)).toMatchObject({ outcome: 'removed' });
    expect(store.versions('clean', OUTPUT)).toHaveLength(2);
  });

  it('leaves an object alone that is there again', async () => {
    const { store, deps, upload } = setUp('delete');
    const first = upload();
    await processObject(first, deps);
    const again = upload(`${TEXT} There is a new pier.`);
    await processObject(again, deps);
    expect(await processRemoval(removal(first), deps)).toEqual({ outcome: 'ignored', why: 'gone' });
    expect(store.json('clean', OUTPUT).text).toContain('new pier');
  });

  it('takes back what a run wrote whose source went away meanwhile', async () => {
    const { store, deps, upload, output } = setUp('delete');
    const ref = upload();
    store.after = (operation, { bucket }) => {
      if (operation === 'get' && bucket === 'raw') store.forget('raw', 'a.txt');
    };
    await processObject(ref, deps);
    expect(output()).toBeUndefined();
  });

  it('takes back the output of an older version when the newest cannot be cleaned, in either order', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { store, deps, upload, output } = setUp('delete');
      const refs = [upload(), upload('%PDF-1.7', 'application/pdf')];
      for (const index of order) await processObject(refs[index] as ObjectRef, deps);
      expect(output()).toBeUndefined();
      expect(store.keys('quarantine')).toEqual([OUTPUT]);
    }
  });
});
