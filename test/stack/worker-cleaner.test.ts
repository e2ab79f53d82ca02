import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { bundleHandler } from '../../lib/infra/handler-code.ts';
import { type WorkerBounds, WorkerCleaner } from '../../lib/pipeline/worker-cleaner.ts';
import { type PipelineDeps, processObject } from '../../lib/pipeline.ts';
import { depsOf } from '../support/memory-deps.ts';
import { MemoryStore } from '../support/memory-store.ts';

const PROSE = 'The harbour council of Lindmouth agreed on Monday to rebuild the wooden pier before winter sets in.';
const PAGE = `<html><body><article><h1>Pier to be rebuilt</h1><p>${PROSE}</p></article></body></html>`;
/** Seconds of work: a million elements. */
const HEAVY = `<html><body><article><p>${PROSE}</p>${'<p>a'.repeat(600_000)}</article></body></html>`;

describe('cleaning in a thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-worker-'));
  const cleaners: WorkerCleaner[] = [];

  beforeAll(() => {
    bundleHandler(folder);
  });

  afterAll(async () => {
    for (const cleaner of cleaners) await cleaner.close();
    rmSync(folder, { recursive: true });
  });

  function setUp(bounds: WorkerBounds = {}) {
    const cleaner = new WorkerCleaner(pathToFileURL(join(folder, 'worker.mjs')), bounds, { execArgv: [] });
    cleaners.push(cleaner);
    const store = new MemoryStore();
    const deps: PipelineDeps = {
      ...depsOf(store),
      cleaner,
    };
    const run = (key: string, body: string) => processObject(store.upload('raw', key, body), deps);
    return { store, run, cleaner };
  }

  it('gives the bytes that cleaning in this thread gives', async () => {
    const { store, run } = setUp();
    expect(await run('a.html', PAGE)).toMatchObject({ outcome: 'cleaned', records: 1 });
    const here = new MemoryStore();
    const buckets = { cleanBucket: 'clean', quarantineBucket: 'quarantine' };
    await processObject(here.upload('raw', 'a.html', PAGE), { raw: here, clean: here, quarantine: here, ...buckets });
    expect(store.versions('clean', 'a.html.json')[0]?.body).toEqual(here.versions('clean', 'a.html.json')[0]?.body);
  });

  it('quarantines what cannot be cleaned, as in this thread', async () => {
    const { run } = setUp();
    expect(await run('a.html', ' ')).toMatchObject({ outcome: 'quarantined', reason: 'empty' });
    expect(await run('b.html', PAGE)).toMatchObject({ outcome: 'cleaned' });
  });

  it('ends an object that uses up its CPU time, and cleans its neighbours of the batch', async () => {
    // The first object of a thread pays for its start, on a busy machine more than half a second.
    const { run } = setUp({ budgetMs: 1200 });
    const outcomes = await Promise.all([run('a.html', PAGE), run('heavy.html', HEAVY), run('b.html', PAGE)]);
    expect(outcomes[1]).toMatchObject({ outcome: 'quarantined', reason: 'timeout' });
    expect(outcomes[0]).toMatchObject({ outcome: 'cleaned' });
    expect(outcomes[2]).toMatchObject({ outcome: 'cleaned' });
  }, 60_000);

  it('ends an object that fills the heap, and cleans the next', async () => {
    const { run } = setUp({ heapMb: 40, budgetMs: 60_000 });
    expect(await run('heavy.html', HEAVY)).toMatchObject({ outcome: 'quarantined', reason: 'too-complex' });
    expect(await run('a.html', PAGE)).toMatchObject({ outcome: 'cleaned' });
  }, 60_000);

  it('quarantines the one record of many that uses up its CPU time', async () => {
    const { store, run } = setUp({ budgetMs: 400 });
    const rows = [PAGE, PAGE, HEAVY, PAGE].map((html, id) => JSON.stringify({ id, html }));
    expect(await run('a.jsonl', rows.join('\n'))).toMatchObject({
      outcome: 'cleaned',
      records: 3,
      quarantinedRecords: 1,
    });
    const body = store.versions('clean', 'a.jsonl.jsonl.gz')[0]?.body ?? new Uint8Array();
    const lines = gunzipSync(body).toString().trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).reason)).toEqual([undefined, undefined, 'timeout', undefined]);
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ outcome: 'quarantined', recordIndex: 2 });
  }, 60_000);

  const siteTexts = (yaml: string) => ({
    rules: [{ file: 'a.yaml', body: Buffer.from(yaml) }],
    memory: null,
    minStories: 3,
  });
  const RULE = 'site: lindmouth.example.org\ntext:\n  - {pattern: "^Read our harbour letter", class: newsletter}\n';
  const LETTER = 'Read our harbour letter every morning.';
  const LETTER_PAGE = PAGE.replace(
    '<html>',
    '<html><head><link rel="canonical" href="https://lindmouth.example.org/a"></head>',
  ).replace('</article>', `<p>${LETTER}</p></article>`);

  it('goes by the rules for sites that it is told, in every thread that follows too', async () => {
    const { store, run, cleaner } = setUp({ budgetMs: 400 });
    const before = await cleaner.versions();
    expect(await cleaner.useSites(siteTexts(RULE))).toEqual([]);
    expect(await cleaner.versions()).toEqual({ ...before, siteRuleSet: expect.stringMatching(/^[0-9a-f]{16}$/) });
    await run('a.html', LETTER_PAGE);
    expect(await run('heavy.html', HEAVY)).toMatchObject({ outcome: 'quarantined', reason: 'timeout' });
    await run('b.html', LETTER_PAGE);
    for (const key of ['a.html.json', 'b.html.json']) {
      expect(store.json('clean', key)).toMatchObject({
        removed: expect.arrayContaining([expect.objectContaining({ text: LETTER, rule: 'site-text' })]),
        processing: { siteRules: [expect.stringMatching(/^lindmouth/)] },
      });
    }
  }, 60_000);

  it('keeps to the rules from before when new ones have a problem', async () => {
    const { cleaner } = setUp();
    await cleaner.useSites(siteTexts(RULE));
    const good = await cleaner.versions();
    expect(await cleaner.useSites(siteTexts('site: ['))).toMatchObject([{ file: 'a.yaml', line: 1 }]);
    expect(await cleaner.versions()).toEqual(good);
  });

  it('gives an object back, and does not refuse it, when a new thread cannot read the rules in force', async () => {
    const file = join(folder, 'slow-rules.mjs');
    const source = `import { existsSync, writeFileSync } from 'node:fs';
      import { parentPort } from 'node:worker_threads';
      const told = ${JSON.stringify(join(folder, 'told'))};
      parentPort.on('message', (message) => {
        if (!('sites' in message)) process.exit(1);
        while (existsSync(told));
        writeFileSync(told, '');
        parentPort.postMessage({ kind: 'sites', problems: [] });
      });`;
    writeFileSync(file, source);
    const cleaner = new WorkerCleaner(pathToFileURL(file), { budgetMs: 200 }, { execArgv: [] });
    cleaners.push(cleaner);
    expect(await cleaner.useSites(siteTexts(RULE))).toEqual([]);
    const task = { body: Buffer.from(PAGE), uri: 's3://raw/a.html', info: {}, key: 'a.html' } as never;
    await expect(cleaner.clean(task)).rejects.toMatchObject({ name: 'CleaningError' });
    await expect(cleaner.clean(task)).rejects.toMatchObject({ name: 'Error', message: /rules and memory of sites/ });
  }, 60_000);

  it('lets a fault of the thread itself through, so that the queue brings the object back', async () => {
    const cleaner = new WorkerCleaner(pathToFileURL(join(folder, 'missing.mjs')), {}, { execArgv: [] });
    cleaners.push(cleaner);
    const store = new MemoryStore();
    const buckets = { cleanBucket: 'clean', quarantineBucket: 'quarantine' };
    const ref = store.upload('raw', 'a.html', PAGE);
    const running = processObject(ref, { raw: store, clean: store, quarantine: store, cleaner, ...buckets });
    await expect(running).rejects.toMatchObject({ code: expect.stringMatching(/MODULE_NOT_FOUND$/) });
    expect(store.keys('quarantine')).toEqual([]);
  });
});
