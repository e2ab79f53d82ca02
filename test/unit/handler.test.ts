// Over 200 lines: what a batch does with each outcome of its messages, and what the handler is made of, on one fake store.
import type { SQSEvent } from 'aws-lambda';
import { createBatchHandler, type HandlerDeps, MIN_REMAINING_MS } from '../../lambdas/clean/batch-handler.ts';
import { readEnvironment } from '../../lambdas/clean/environment.ts';
import { limitConcurrency } from '../../lambdas/clean/limit.ts';
import type { ObjectRef } from '../../lib/io/ports.ts';
import { cleanTask, inThisThread } from '../../lib/pipeline/body-cleaner.ts';
import type { PipelineDeps } from '../../lib/pipeline.ts';
import { readYamlRules } from '../../lib/site-rules/read-yaml.ts';
import { SiteRuleBook } from '../../lib/site-rules/site-rule-book.ts';
import { batchOf } from '../../scripts/queue-batch.ts';
import { depsOf } from '../support/memory-deps.ts';
import { MemoryStore } from '../support/memory-store.ts';

const PROSE = 'The harbour council of Lindmouth agreed on Monday to rebuild the wooden pier before winter.';

function notification({ bucket, key, ...object }: ObjectRef): string {
  const encoded = encodeURIComponent(key).replaceAll('%20', '+');
  const s3 = { bucket: { name: bucket }, object: { ...object, eTag: object.etag, key: encoded } };
  return JSON.stringify({ Records: [{ eventName: 'ObjectCreated:Put', s3 }] });
}

const batch = (...bodies: readonly string[]): SQSEvent => batchOf(bodies);

function setUp(more: Partial<HandlerDeps> = {}, deps: Partial<PipelineDeps> = {}) {
  const store = new MemoryStore();
  const lines: unknown[][] = [];
  const metrics: Record<string, number> = {};
  const log = (...line: unknown[]) => void lines.push(line);
  let published = 0;
  const handler = createBatchHandler({
    pipeline: () => ({ ...depsOf(store), ...deps }),
    ...more,
    logger: { info: log, warn: log, error: log },
    metrics: {
      addMetric: (name, _unit, value) => {
        metrics[name] = (metrics[name] ?? 0) + value;
      },
      publishStoredMetrics: () => {
        published++;
      },
    },
  });
  const put = (key: string, body = PROSE) => store.upload('raw', key, body, { contentType: 'text/plain' });
  const context = (ms = 60_000) => ({ getRemainingTimeInMillis: () => ms });
  return { store, handler, put, lines, metrics, context, published: () => published };
}

describe('the handler', () => {
  it('cleans nine neighbours of a poison object on the first delivery and acknowledges all ten', async () => {
    const { store, handler, put, metrics, context, published } = setUp();
    const refs = Array.from({ length: 9 }, (_, index) => put(`page ${index}.txt`));
    const event = batch(...refs.map(notification), notification(put('bad.pdf', '%PDF-1.7')));
    expect(await handler(event, context())).toEqual({ batchItemFailures: [] });
    expect(store.keys('clean')).toHaveLength(9);
    expect(store.keys('quarantine')).toEqual(['bad.pdf.json']);
    expect(metrics).toMatchObject({ Cleaned: 9, Quarantined: 1, KeptWords: 9 * 15 });
    expect(published()).toBe(1);
  });

  it('returns exactly the messages whose platform failed', async () => {
    const { store, handler, put, metrics, context } = setUp();
    const event = batch(...['a', 'b', 'c', 'd'].map((key) => notification(put(key))));
    store.before = (operation, { key }) => {
      if ((operation === 'get' && key === 'b') || (operation === 'put' && key === 'd.json'))
        throw new Error('slow down');
    };
    const { batchItemFailures } = await handler(event, context());
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm1' }, { itemIdentifier: 'm3' }]);
    expect(store.keys('clean')).toEqual(['a.json', 'c.json']);
    expect(store.keys('quarantine')).toEqual([]);
    expect(metrics.Failed).toBe(2);
  });

  it('prepares once for a batch, and returns every message when that fails', async () => {
    let prepared = 0;
    const denied = Object.assign(new Error('no'), { $metadata: { httpStatusCode: 403 } });
    const prepare = async () => {
      if (++prepared === 2) throw denied;
    };
    const { store, handler, put, metrics, context } = setUp({ prepare });
    await handler(batch(...['a', 'b'].map((key) => notification(put(key)))), context());
    expect(prepared).toBe(1);
    const { batchItemFailures } = await handler(batch(...['c', 'd'].map((key) => notification(put(key)))), context());
    expect(batchItemFailures).toHaveLength(2);
    expect(metrics).toMatchObject({ Cleaned: 2, AccessDenied: 2 });
    expect(store.keys('clean')).toEqual(['a.json', 'b.json']);
  });

  it('tells of a rule that would have removed more than it keeps, and does not go by it', async () => {
    const yaml = 'site: ansel.example.org\ntext:\n  - {pattern: "^The harbour council", class: other}\n';
    const siteRules = new SiteRuleBook(readYamlRules(yaml, 'a.yaml').entries);
    const cleaner = {
      ...inThisThread,
      clean: (task: Parameters<typeof cleanTask>[0]) => cleanTask({ ...task, options: { ...task.options, siteRules } }),
    };
    const { store, handler, lines, metrics, context } = setUp({}, { cleaner });
    const metadata = { 'source-url': 'https://ansel.example.org/a' };
    const ref = store.upload('raw', 'a.txt', PROSE, { contentType: 'text/plain', metadata });
    await handler(batch(notification(ref)), context());
    expect(store.json('clean', 'a.txt.json')).toMatchObject({
      text: PROSE,
      quality: { flags: expect.arrayContaining([expect.objectContaining({ flag: 'site-rule-not-applied' })]) },
    });
    expect(metrics).toMatchObject({ Cleaned: 1, SiteRulesNotApplied: 1 });
    expect(lines).toContainEqual(['cleaned', expect.objectContaining({ siteRulesNotApplied: 1 })]);
  });

  it('returns every message rather than throw when all fail', async () => {
    const { store, handler, put, context } = setUp();
    store.before = () => {
      throw new Error('denied');
    };
    const response = await handler(batch(notification(put('a')), notification(put('b'))), context());
    expect(response.batchItemFailures).toHaveLength(2);
  });

  it('begins nothing when little time is left, and keeps what it has finished', async () => {
    const { store, handler, put, context } = setUp();
    const late = await handler(batch(notification(put('a'))), context(MIN_REMAINING_MS - 1));
    expect(late.batchItemFailures).toEqual([{ itemIdentifier: 'm0' }]);
    expect(store.keys('clean')).toEqual([]);
    let left = MIN_REMAINING_MS + 1;
    const running = { getRemainingTimeInMillis: () => left };
    store.after = (operation) => {
      if (operation === 'put') left = 0;
    };
    const event = batch(...['a', 'b', 'c', 'd', 'e', 'f'].map((key) => notification(put(key))));
    const { batchItemFailures } = await handler(event, running);
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m4', 'm5']);
    expect(store.keys('clean').toSorted()).toEqual(['a.json', 'b.json', 'c.json', 'd.json']);
  });

  it('answers in time for the rest of the batch when one object hangs', async () => {
    const { store, handler, put, context } = setUp();
    const event = batch(...['a', 'b', 'c'].map((key) => notification(put(key))));
    store.before = (operation, { key }) => {
      if (operation === 'get' && key === 'b') return new Promise(() => {});
    };
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    const answer = handler(event, context(MIN_REMAINING_MS));
    await jest.advanceTimersByTimeAsync(MIN_REMAINING_MS - 1);
    jest.useRealTimers();
    expect((await answer).batchItemFailures).toEqual([{ itemIdentifier: 'm1' }]);
    expect(store.keys('clean')).toEqual(['a.json', 'c.json']);
  });

  it('acknowledges test messages and quarantines what no one can read, once', async () => {
    const { store, handler, metrics, context } = setUp();
    const event = batch('{"Event":"s3:TestEvent"}', 'no event', 'no event');
    expect(await handler(event, context())).toEqual({ batchItemFailures: [] });
    expect(metrics).toMatchObject({ Ignored: 1, Quarantined: 2 });
    const [key = ''] = store.keys('quarantine');
    expect(key).toMatch(/^invalid-event\/[0-9a-f]{64}\.json$/);
    expect(store.versions('quarantine', key)).toHaveLength(1);
    expect(store.json('quarantine', key)).toMatchObject({ outcome: 'quarantined', reason: 'invalid-event' });
  });

  it('tries every object of a message that names several, and fails for the one that failed', async () => {
    const { store, handler, put, context } = setUp();
    const records = ['a', 'b', 'c'].flatMap(
      (key) => (JSON.parse(notification(put(key))) as { Records: unknown[] }).Records,
    );
    store.before = (operation, { key }) => {
      if (operation === 'get' && key === 'b') throw new Error('slow down');
    };
    const { batchItemFailures } = await handler(batch(JSON.stringify({ Records: records })), context());
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm0' }]);
    expect(store.keys('clean')).toEqual(['a.json', 'c.json']);
  });

  it('logs keys, reasons and counts, but nothing of an article or of a message', async () => {
    const { store, handler, put, lines, context } = setUp();
    const event = batch(notification(put('a.txt')), notification(put('b.json', `{"${PROSE}"`)), notification(put('c')));
    store.before = (operation, { key }) => {
      if (operation === 'get' && key === 'c') throw new Error(`cannot parse ${PROSE}`);
    };
    await handler(event, context());
    const text = JSON.stringify(lines);
    expect(lines).toHaveLength(3);
    expect(text).toContain('a.txt');
    expect(text).not.toMatch(/Lindmouth|council/);
  });
});

describe('the time of a shard', () => {
  /** Whether a shard may begin its first part and a further one, with `left` of 60 seconds left. */
  async function answers(messages: number, left: number): Promise<readonly boolean[]> {
    const { store } = setUp();
    let remaining = 60_000;
    const seen: boolean[] = [];
    const handler = createBatchHandler({
      pipeline: ({ hasTime }) => {
        remaining = left;
        seen.push(hasTime(true), hasTime(false));
        const buckets = { cleanBucket: 'clean', quarantineBucket: 'quarantine' };
        return { raw: store, clean: store, quarantine: store, ...buckets };
      },
      logger: { info: () => {}, warn: () => {}, error: () => {} },
      metrics: { addMetric: () => {}, publishStoredMetrics: () => {} },
    });
    await handler(batch(...Array.from({ length: messages }, () => '{"Event":"s3:TestEvent"}')), {
      getRemainingTimeInMillis: () => remaining,
    });
    return seen.slice(0, 2);
  }

  it('is the whole time of the function when it is alone, half of it beside others, but for its first part', async () => {
    expect(await answers(1, 20_000)).toEqual([true, true]);
    expect(await answers(2, 31_000)).toEqual([true, true]);
    expect(await answers(2, 29_000)).toEqual([true, false]);
    expect(await answers(1, 8_000)).toEqual([false, false]);
  });
});

describe('the environment', () => {
  const needed = { CLEAN_BUCKET: 'clean-bucket', QUARANTINE_BUCKET: 'quarantine-bucket' };

  it('needs two buckets and takes the rest if given', () => {
    expect(readEnvironment(needed)).toEqual({
      cleanBucket: 'clean-bucket',
      quarantineBucket: 'quarantine-bucket',
      queueUrl: null,
      sites: null,
      siteRefreshMs: 60_000,
      outputPrefix: '',
      removedObjects: 'keep',
      options: { markdown: false, html: false, thoroughness: 'normal' },
    });
    const more = { ...needed, OUTPUT_PREFIX: 'out/', MAX_BYTES: '100', WITH_MARKDOWN: 'true', THOROUGHNESS: 'careful' };
    expect(readEnvironment(more)).toMatchObject({
      outputPrefix: 'out/',
      options: { maxBytes: 100, markdown: true, thoroughness: 'careful' },
    });
  });

  it('says where what is known of sites lies', () => {
    const rules = { SITE_RULES: 's3://config/site-rules/', SITE_REFRESH_SECONDS: '0' };
    expect(readEnvironment({ ...needed, ...rules })).toMatchObject({
      sites: { rules: { bucket: 'config', prefix: 'site-rules/' }, memory: null },
      siteRefreshMs: 0,
    });
    expect(readEnvironment({ ...needed, SITE_MEMORY: 's3://config/m.gz', MIN_STORIES: '4' })).toMatchObject({
      sites: { rules: null, memory: { bucket: 'config', key: 'm.gz', minStories: 4 } },
    });
    const wrong = { ...needed, SITE_RULES: 'config', MIN_STORIES: '1' };
    expect(() => readEnvironment(wrong)).toThrow(/SITE_RULES.*"config".*MIN_STORIES.*"1"/);
  });

  it('names every variable that is wrong in one error', () => {
    const wrong = { CLEAN_BUCKET: 'clean', MAX_BYTES: '10 MB', WITH_HTML: 'yes', THOROUGHNESS: 'bold' };
    expect(() => readEnvironment(wrong)).toThrow(
      /MAX_BYTES.*"10 MB".*QUARANTINE_BUCKET.*WITH_HTML.*"yes".*THOROUGHNESS.*"bold"/,
    );
  });
});

describe('limiting concurrency', () => {
  it('runs all tasks, never more than the limit at a time, also after one fails', async () => {
    const limit = limitConcurrency(3);
    let active = 0;
    let most = 0;
    const task = async (index: number) => {
      most = Math.max(most, ++active);
      await new Promise(setImmediate);
      active--;
      if (index === 2) throw new Error('one fails');
      return index;
    };
    const settled = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => limit(() => task(index))));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(9);
    expect(most).toBe(3);
  });
});
