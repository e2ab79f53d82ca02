import fc from 'fast-check';
import { compareSequencers } from '../../lib/io/write-once.ts';
import { withoutProcessing } from '../../lib/pipeline/tally.ts';
import { type PipelineDeps, processObject } from '../../lib/pipeline.ts';
import { depsOf } from '../support/memory-deps.ts';
import { MemoryStore } from '../support/memory-store.ts';

const OUTPUT = 'a.txt.json';

function article(version: number): string {
  return `Version ${version} of the notice says that the ferry to Holm leaves at ${version} o'clock every morning.`;
}

function setUp(versioned = true) {
  const store = new MemoryStore(versioned);
  const deps: PipelineDeps = depsOf(store);
  const upload = (version: number) => store.upload('raw', 'a.txt', article(version), { contentType: 'text/plain' });
  return { store, deps, upload };
}

/** Lets other runs go first now and then. */
function shuffle(store: MemoryStore, scheduler: fc.Scheduler): void {
  store.before = (operation) => scheduler.schedule(Promise.resolve(), operation);
}

describe('repeated, late and concurrent events', () => {
  it('writes nothing on the second run over the same version', async () => {
    const { store, deps, upload } = setUp();
    const ref = upload(1);
    expect(await processObject(ref, deps)).toMatchObject({ written: true });
    expect(await processObject(ref, deps)).toMatchObject({ outcome: 'cleaned', written: false });
    expect(store.versions('clean', OUTPUT)).toHaveLength(1);
  });

  it('writes one version when eight runs meet, whatever their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { store, deps, upload } = setUp();
        const ref = upload(1);
        shuffle(store, scheduler);
        const runs = Array.from({ length: 8 }, () => processObject(ref, deps));
        const written = (await scheduler.waitFor(Promise.all(runs))).filter(
          (outcome) => outcome.outcome === 'cleaned' && outcome.written,
        );
        expect(written).toHaveLength(1);
        expect(store.versions('clean', OUTPUT)).toHaveLength(1);
      }),
      { numRuns: 30 },
    );
  });

  it('ends with the newest version in every interleaving, with events in any order and doubled', async () => {
    // Doubled events also repair what a lost race broke, so single ones are tried as often.
    const order = fc.oneof(
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      fc.shuffledSubarray([0, 0, 1, 1, 2, 2], { minLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), order, fc.boolean(), async (scheduler, events, versioned) => {
        const { store, deps, upload } = setUp(versioned);
        const refs = [1, 2, 3].map(upload);
        shuffle(store, scheduler);
        const runs = events.flatMap((event) => refs.slice(event, event + 1)).map((ref) => processObject(ref, deps));
        await scheduler.waitFor(Promise.all(runs));
        expect(store.json('clean', OUTPUT).text).toBe(article(3));
      }),
      { numRuns: 100 },
    );
  });

  it('lets a replay without sequencers neither lose a newer version nor be lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { store, deps, upload } = setUp();
        const first = upload(1);
        shuffle(store, scheduler);
        const replay = processObject({ bucket: 'raw', key: 'a.txt' }, deps);
        const early = processObject(first, deps);
        const late = scheduler.schedule(Promise.resolve()).then(() => processObject(upload(2), deps));
        await scheduler.waitFor(Promise.all([replay, early, late]));
        expect(store.json('clean', OUTPUT).text).toBe(article(2));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a text that came back over a late event of the one in between, without versions', async () => {
    const { store, deps, upload } = setUp(false);
    await processObject(upload(1), deps);
    let release = () => {};
    store.before = (operation) => {
      if (operation !== 'put') return;
      store.before = () => {};
      return new Promise((resolve) => {
        release = resolve;
      });
    };
    const late = processObject(upload(2), deps);
    await new Promise(setImmediate);
    expect(await processObject(upload(1), deps)).toMatchObject({ written: true });
    release();
    expect(await late).toMatchObject({ written: false });
    expect(store.json('clean', OUTPUT).text).toBe(article(1));
  });

  it('counts a write whose acknowledgement was lost as done', async () => {
    const { store, deps, upload } = setUp();
    const ref = upload(1);
    store.after = (operation) => {
      if (operation !== 'put') return;
      store.after = () => {};
      throw new Error('connection reset');
    };
    await expect(processObject(ref, deps)).rejects.toThrow('connection reset');
    expect(await processObject(ref, deps)).toMatchObject({ outcome: 'cleaned', written: false });
    expect(store.versions('clean', OUTPUT)).toHaveLength(1);
  });

  it('writes again when the same version now gives another record, and only then', async () => {
    const { store, deps, upload } = setUp();
    const ref = upload(1);
    await processObject(ref, deps);
    const other = { ...deps, options: { markdown: true } };
    expect(await processObject(ref, other)).toMatchObject({ written: true });
    expect(await processObject(ref, other)).toMatchObject({ written: false });
    expect(store.versions('clean', OUTPUT)).toHaveLength(2);
  });

  it('does not write again for another version of the cleaner alone', async () => {
    const { store, deps, upload } = setUp();
    const ref = upload(1);
    await processObject(ref, deps);
    const record = store.json('clean', OUTPUT);
    const line = JSON.stringify({ ...record, processing: { cleaner: '0.0.1', ruleSet: 'other' } });
    expect(withoutProcessing(line)).toBe(withoutProcessing(JSON.stringify(record)));
    expect(withoutProcessing(line)).not.toContain('ruleSet');
    expect(withoutProcessing('{"text":",\\"processing\\":{"}')).toBe('{"text":",\\"processing\\":{"}');
  });

  it('reads the version that the event names, not a newer one', async () => {
    const { store, deps, upload } = setUp();
    const first = upload(1);
    upload(2);
    await processObject(first, deps);
    expect(store.json('clean', OUTPUT).text).toBe(article(1));
  });
});

describe('comparing sequencers', () => {
  it.each([
    ['0055AED6DCD90281E5', '0055AED6DCD90281E6', -1],
    ['0066AB', '0066ab00', 0],
    ['0066AC', '0066AB01', 1],
    ['0066AB', '0066AB01', -1],
  ])('%s against %s is %i', (left, right, order) => {
    expect(compareSequencers(left, right)).toBe(order);
    expect(compareSequencers(right, left)).toBe(0 - order);
  });
});
