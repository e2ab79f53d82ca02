import { gzipSync } from 'node:zlib';
import { cleanArticle } from '../../lib/index.ts';
import { readSites } from '../../lib/site-config/read-sites.ts';
import { type KnownSites, NO_SITES } from '../../lib/site-config/site-texts.ts';
import { type SiteReport, WatchedSites } from '../../lib/site-config/watched-sites.ts';
import { ParagraphCounts } from '../../lib/site-memory/counts.ts';
import { writeSnapshot } from '../../lib/site-memory/snapshot.ts';
import { MemoryStore } from '../support/memory-store.ts';

const PLACES = {
  rules: { bucket: 'config', prefix: 'site-rules/' },
  memory: { bucket: 'config', key: 'site-memory/snapshot.jsonl.gz', minStories: 3 },
};
const RULE = 'site: ansel.example.org\nbody: .a\n';
const OTHER = 'site: bor.example.org\nbody: .a\n';
const BROKEN = 'site: ansel.example.org\nbody: [\n';
const SHARED = 'The museum of the harbour opens its doors on every first Sunday of the month.';

function snapshotOf(stories: readonly string[]): Buffer {
  const counts = new ParagraphCounts();
  for (const story of stories) {
    const body = `The ${story} was the first matter before the council of Ansel on Friday evening.\n\n${SHARED}`;
    counts.add(cleanArticle(body, { url: `https://ansel.example.org/${story}`, mediaType: 'text/plain' }));
  }
  return gzipSync([...writeSnapshot(counts)].join(''));
}

function setUp(store = new MemoryStore()) {
  const told: SiteReport[] = [];
  const clock = { ms: 0 };
  let known: KnownSites = NO_SITES;
  const watch = () =>
    new WatchedSites({
      places: PLACES,
      store,
      use: async (texts) => {
        const file = texts.rules.some(({ body }) => Buffer.from(body).includes('too much')) ? '' : null;
        if (file !== null) return [{ file, line: 1, column: 1, message: 'expected less' }];
        const read = readSites(texts);
        if (!('options' in read)) return read;
        known = read;
        return [];
      },
      tell: (report) => told.push(report),
      intervalMs: 1000,
      now: () => clock.ms,
    });
  let watched = watch();
  const put = (name: string, body: string | Uint8Array) => store.upload('config', name, body);
  const look = async (): Promise<string | null> => {
    clock.ms += 1000;
    await watched.refresh();
    return known.options.siteRules?.find('https://ansel.example.org/a', null)?.id ?? null;
  };
  const restart = (): void => {
    known = NO_SITES;
    watched = watch();
  };
  return { store, told, put, look, restart, clock, refresh: () => watched.refresh(), versions: () => known.versions };
}

const kinds = (told: readonly SiteReport[]) => told.map(({ kind }) => kind);

describe('rules for sites in a bucket', () => {
  it('are read anew when an ETag has changed, and not otherwise', async () => {
    const { store, put, look } = setUp();
    const gets: string[] = [];
    store.before = (operation, { key }) => void (operation === 'get' && gets.push(key));
    expect(await look()).toBeNull();
    put('site-rules/a.yaml', RULE);
    const first = await look();
    expect(first).toMatch(/^ansel\.example\.org@/);
    expect(await look()).toBe(first);
    put('site-rules/b.yaml', OTHER);
    expect(await look()).toBe(first);
    expect(gets).toEqual(['site-rules/a.yaml', 'site-rules/b.yaml']);
    put('site-rules/a.yaml', RULE.replace('.a', '.b'));
    expect(await look()).not.toBe(first);
    store.forget('config', 'site-rules/a.yaml');
    expect(await look()).toBeNull();
  });

  it('hold in their last good version while one is broken, and the others go on to change', async () => {
    const { put, look, told, versions } = setUp();
    put('site-rules/a.yaml', RULE);
    put('site-rules/b.yaml', OTHER);
    const first = await look();
    const before = versions().siteRuleSet;
    put('site-rules/a.yaml', BROKEN);
    put('site-rules/b.yaml', OTHER.replace('.a', '.b'));
    expect(await look()).toBe(first);
    expect(await look()).toBe(first);
    expect(versions().siteRuleSet).not.toBe(before);
    expect(kinds(told)).toEqual(['in-force', 'broken', 'in-force']);
    expect(told[1]).toMatchObject({ problems: [{ file: 's3://config/site-rules/a.yaml', line: 3 }] });
  });

  it('hold in their last good version for a function that starts while one is broken', async () => {
    const { put, look, restart } = setUp();
    put('site-rules/a.yaml', RULE);
    const first = await look();
    put('site-rules/a.yaml', BROKEN);
    put('site-rules/a.yaml', `${BROKEN}#`);
    restart();
    expect(await look()).toBe(first);
  });

  it('leave out what never was good, and keep the rest', async () => {
    const { put, look, versions, told } = setUp(new MemoryStore(false));
    put('site-rules/a.yaml', RULE);
    put('site-rules/b.yaml', BROKEN);
    put('site-rules/c.yaml', `# ${'x'.repeat(1024 * 1024)}`);
    expect(await look()).not.toBeNull();
    expect(versions().siteRuleSet).toMatch(/^[0-9a-f]{16}$/);
    expect(kinds(told)).toEqual(['broken', 'broken', 'in-force']);
  });

  it('all stay as they are in force when a change cannot be laid at one file, and are none where none was', async () => {
    const { put, look, told, restart } = setUp();
    put('site-rules/a.yaml', RULE);
    const first = await look();
    put('site-rules/b.yaml', `${OTHER}# too much\n`);
    expect(await look()).toBe(first);
    expect(kinds(told)).toEqual(['in-force', 'broken', 'in-force']);
    restart();
    expect(await look()).toBeNull();
  });

  it('are no files below the prefix, such as samples, nor other files', async () => {
    const { put, look } = setUp();
    put('site-rules/samples/ansel.example.org/a.yaml', RULE);
    put('site-rules/readme.md', RULE);
    expect(await look()).toBeNull();
  });

  it('stay while the bucket cannot be reached, but nothing is cleaned before it ever was', async () => {
    const { store, put, look, told } = setUp();
    put('site-rules/a.yaml', RULE);
    const denied = Object.assign(new Error('no'), { name: 'AccessDenied' });
    store.before = () => Promise.reject(denied);
    await expect(look()).rejects.toBe(denied);
    store.before = () => {};
    const first = await look();
    expect(first).not.toBeNull();
    store.before = () => Promise.reject(denied);
    expect(await look()).toBe(first);
    expect(told.at(-1)).toEqual({ kind: 'unreachable', error: 'AccessDenied' });
  });

  it('are looked for once in the interval', async () => {
    const { store, look, refresh, clock } = setUp();
    let lists = 0;
    store.before = (operation) => void (operation === 'list' && lists++);
    await look();
    clock.ms += 999;
    await refresh();
    expect(lists).toBe(2);
    clock.ms += 1;
    await refresh();
    expect(lists).toBe(4);
  });
});

describe('the memory of sites in a bucket', () => {
  it('is read anew when its ETag has changed, and the last good snapshot holds', async () => {
    const { put, look, versions, told } = setUp();
    put(PLACES.memory.key, snapshotOf(['ferry', 'bridge', 'market']));
    await look();
    const first = versions().siteMemory;
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    put(PLACES.memory.key, 'no snapshot');
    await look();
    expect(versions().siteMemory).toBe(first);
    expect(kinds(told)).toEqual(['in-force', 'broken', 'in-force']);
    put(PLACES.memory.key, snapshotOf(['ferry', 'bridge', 'market', 'school']));
    await look();
    expect(versions().siteMemory).not.toBe(first);
  });
});
