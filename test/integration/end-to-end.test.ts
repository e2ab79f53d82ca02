import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { expectValidRecord } from '../support/validate-record.ts';
import { ODD_KEYS } from './local-s3.ts';
import { page, START_LIMIT_MS, StackFixture } from './local-stack.ts';

let fixture: StackFixture;
beforeAll(async () => {
  fixture = await StackFixture.start({ concurrency: 2, maxReceiveCount: 3 });
}, START_LIMIT_MS);
afterAll(() => fixture?.close());

describe('an object put into the raw bucket', () => {
  test('comes out of the clean bucket as a record', async () => {
    const versionId = await fixture.put('city/page.html', page('the bridge'));
    await fixture.idle();
    const record = await fixture.readJson('clean', 'city/page.html.json');
    expect(record).toMatchObject({
      schemaVersion: '1.0',
      title: 'On the bridge',
      language: 'en',
      provenance: { uri: 's3://raw/city/page.html', bucket: 'raw', key: 'city/page.html', versionId },
    });
    expectValidRecord(record);
    expect(record.text).toContain('spoke about the bridge for 3 hours');
    expect(record.text).not.toContain('All rights reserved');
  });

  test('hands on what the scraper knew', async () => {
    const Metadata = {
      'source-url': 'https://herald.example/on-the-lock',
      'fetched-at': '2026-03-19T06:00:00Z',
      'record-id': 'crawl-7',
    };
    await fixture.put('given.html', page('the lock'), { Metadata });
    await fixture.idle();
    expect(await fixture.readJson('clean', 'given.html.json')).toMatchObject({
      url: 'https://herald.example/on-the-lock',
      provenance: { fetchedAt: '2026-03-19T06:00:00Z', recordId: 'crawl-7' },
    });
  });

  test('keeps its key, whatever it is', async () => {
    const files = ODD_KEYS.filter((key) => !key.endsWith('/'));
    for (const key of files) await fixture.put(`odd/${key}`, page('odd keys'));
    await fixture.idle();
    // Dot segments are escaped: a reader could take them for another path.
    const expected = files.map((key) => `odd/${key.replace('./dots/../x', '%2E/dots/%2E%2E/x')}.json`);
    expect((await fixture.keys('clean', 'odd/')).sort()).toEqual(expected.sort());
  });

  test.each([
    ['empty', 'empty.html', '', 'text/html'],
    ['invalid-json', 'broken.json', '{"body": ', 'application/json'],
    ['unsupported-type', 'picture.html', Buffer.from('\u0089PNG\r\n', 'latin1'), 'text/html'],
    ['unsupported-type', 'paper.html', '%PDF-1.7', 'text/html'],
    ['invalid-key', 'folder/', page('a folder'), 'text/html'],
  ])('is quarantined as %s, with a message that names it', async (reason, key, body, ContentType) => {
    await fixture.put(key, body, { ContentType });
    await fixture.idle();
    const report = await fixture.readJson('quarantine', `${key}.json`);
    expect(report).toMatchObject({ outcome: 'quarantined', reason });
    expect(report.message).toContain(`s3://raw/${key}`);
    expect(await fixture.keys('clean', key)).toEqual([]);
  });

  test('does not suffer from a bad neighbour in its batch', async () => {
    const keys = Array.from({ length: 9 }, (_, index) => `batch/${index}.html`);
    const puts = [...keys.map((key) => fixture.put(key, page(key))), fixture.put('batch/bad.html', '')];
    await Promise.all(puts);
    await fixture.idle();
    expect(await fixture.keys('clean', 'batch/')).toEqual(keys.map((key) => `${key}.json`));
    expect(await fixture.keys('quarantine', 'batch/')).toEqual(['batch/bad.html.json']);
    expect(fixture.stack.queue.deadLetters).toEqual([]);
  });

  test('that is gone before its event comes has no outcome and no dead letter', async () => {
    const VersionId = await fixture.put('held.html', page('nothing'));
    await fixture.idle();
    const [event] = fixture.uploads.slice(-1);
    if (!event) throw new Error('expected an event');
    await fixture.stack.client.send(new DeleteObjectCommand({ Bucket: 'raw', Key: 'held.html', VersionId }));
    event.s3.object.key = 'gone.html';
    fixture.replay(event);
    await fixture.idle();
    expect([...(await fixture.keys('clean', 'gone')), ...(await fixture.keys('quarantine', 'gone'))]).toEqual([]);
    expect(fixture.stack.queue.deadLetters).toEqual([]);
  });
});

describe('an event', () => {
  test('that comes again, also at the same time, writes no second version', async () => {
    await fixture.put('twice.html', page('repetition'));
    const [event] = fixture.uploads.slice(-1);
    fixture.replay(event, event, event, event);
    await fixture.idle();
    fixture.replay(event);
    await fixture.idle();
    expect(await fixture.versions('clean', 'twice.html.json')).toBe(1);
  });

  test('of a bad object that comes again writes no second report', async () => {
    await fixture.put('twice-bad.html', '');
    const [event] = fixture.uploads.slice(-1);
    fixture.replay(event, event);
    await fixture.idle();
    expect(await fixture.versions('quarantine', 'twice-bad.html.json')).toBe(1);
  });

  test('that comes late does not bring an old version back', async () => {
    await fixture.put('late.html', page('the first draft'));
    await fixture.put('late.html', page('the second draft'));
    const [first, second] = fixture.uploads.slice(-2);
    await fixture.idle();
    fixture.replay(second, first);
    await fixture.idle();
    fixture.replay(first);
    await fixture.idle();
    expect(await fixture.readJson('clean', 'late.html.json')).toMatchObject({ title: 'On the second draft' });
  });

  test('that fails for itself is tried again and given up alone', async () => {
    await fixture.put('neighbour.html', page('neighbours'));
    const event = structuredClone(fixture.uploads.at(-1));
    if (!event) throw new Error('expected an event');
    event.s3.bucket.name = 'no-such-bucket';
    fixture.replay(event);
    await fixture.put('neighbour-2.html', page('neighbours'));
    await fixture.idle();
    expect(fixture.stack.queue.deadLetters).toMatchObject([{ receiveCount: 3 }]);
    expect(fixture.stack.queue.deadLetters[0]?.body).toContain('no-such-bucket');
    expect(await fixture.keys('clean', 'neighbour')).toEqual(['neighbour-2.html.json', 'neighbour.html.json']);
  });
});

test('a shard of many rows comes out in parts with a manifest', async () => {
  const row = (_: unknown, number: number) => JSON.stringify({ id: `r${number}`, html: page(`row ${number}`) });
  const body = `${Array.from({ length: 1005 }, row).join('\n')}\n{"broken`;
  await fixture.put('shard.jsonl', body, { ContentType: 'application/x-ndjson' });
  await fixture.idle();
  expect(await fixture.keys('clean', 'shard.jsonl')).toEqual([
    'shard.jsonl.manifest',
    'shard.jsonl.part-00000.gz',
    'shard.jsonl.part-00001.gz',
  ]);
  expect(await fixture.readJson('clean', 'shard.jsonl.manifest')).toMatchObject({
    rows: { in: 1006, out: 1005, quarantined: 1 },
  });
});

test('a hundred objects put at once all come out', async () => {
  const keys = Array.from({ length: 100 }, (_, index) => `many/${String(index).padStart(3, '0')}.html`);
  await Promise.all(keys.map((key) => fixture.put(key, page(key))));
  await fixture.idle();
  expect(await fixture.keys('clean', 'many/')).toEqual(keys.map((key) => `${key}.json`));
});
