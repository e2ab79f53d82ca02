import { brotliCompressSync, deflateRawSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import type { ObjectRef } from '../../lib/io/ports.ts';
import { type PipelineDeps, processObject } from '../../lib/pipeline.ts';
import { depsOf } from '../support/memory-deps.ts';
import { MemoryStore, type Upload } from '../support/memory-store.ts';

const PROSE = 'The harbour council of Lindmouth agreed on Monday to rebuild the wooden pier before winter.';
const PAGE = `<html><head><title>Pier</title></head><body><article><h1>Pier to be rebuilt</h1><p>${PROSE}</p></article></body></html>`;
const JUNK_BEHIND = Buffer.concat([
  gzipSync(PAGE.slice(0, 90)),
  gzipSync(PAGE.slice(90)),
  Buffer.from('rest of a file'),
]);

function setUp(more: Partial<PipelineDeps> = {}) {
  const store = new MemoryStore();
  const deps: PipelineDeps = {
    ...depsOf(store),
    ...more,
  };
  const put = (key: string, body: string | Uint8Array, upload?: Upload) => store.upload('raw', key, body, upload);
  const run = (ref: ObjectRef) => processObject(ref, deps);
  return { store, deps, put, run };
}

const HTML: Upload = { contentType: 'text/html; charset=utf-8' };

describe('processing an object', () => {
  it('writes the record of a page under the key with .json appended', async () => {
    const { store, put, run } = setUp();
    const ref = put('news/a b+c.html', PAGE, HTML);
    const outcome = await run(ref);
    expect(outcome).toMatchObject({ outcome: 'cleaned', outputKey: 'news/a b+c.html.json', written: true, records: 1 });
    const record = store.json('clean', 'news/a b+c.html.json');
    expect(record.text).toContain(PROSE);
    const { bucket, key, versionId, etag } = ref;
    expect(record.provenance).toMatchObject({ uri: 's3://raw/news/a b+c.html', bucket, key, versionId, etag });
    expect(store.keys('quarantine')).toEqual([]);
  });

  it('hands on what the scraper said: Content-Type, source-url, fetched-at, record-id', async () => {
    const { store, put, run } = setUp();
    const metadata = {
      'source-url': 'https%3A%2F%2Flindmouth.example%2Fpier%3Fpage%3D2',
      'fetched-at': '2024-03-05T06:07:08Z',
      'record-id': '=?UTF-8?B?w6QtNw==?=',
    };
    await run(put('a', PAGE, { ...HTML, metadata }));
    const record = store.json('clean', 'a.json');
    expect(record.url).toBe('https://lindmouth.example/pier?page=2');
    expect(record.provenance).toMatchObject({
      fetchedAt: '2024-03-05T06:07:08Z',
      recordId: 'ä-7',
      contentType: 'text/html; charset=utf-8',
    });
  });

  it.each([
    ['gzip', 'a.html', gzipSync(PAGE), 'gzip'],
    ['gzip that only its first bytes show', 'a.html.gz', gzipSync(PAGE), undefined],
    ['gzip twice', 'a.html.gz', gzipSync(gzipSync(PAGE)), 'gzip'],
    ['gzip of two members with junk behind them', 'a.html.gz', JUNK_BEHIND, undefined],
    ['deflate', 'a.html', deflateSync(PAGE), 'deflate'],
    ['deflate without a header', 'a.html', deflateRawSync(PAGE), 'deflate'],
    ['brotli', 'a.html', brotliCompressSync(PAGE), 'br'],
    ['brotli that only the key shows', 'a.html.br', brotliCompressSync(PAGE), undefined],
    ['a list of encodings', 'a.html', gzipSync(brotliCompressSync(PAGE)), 'br, gzip'],
    ['a header kept from a response already decoded', 'a.html', Buffer.from(PAGE), 'gzip'],
    ['a brotli header kept from a response already decoded', 'a.html', Buffer.from(PAGE), 'br'],
  ])('reads %s', async (_what, key, body, contentEncoding) => {
    const { store, put, run } = setUp();
    const outcome = await run(put(key, body, contentEncoding === undefined ? {} : { contentEncoding }));
    expect(outcome).toMatchObject({ outcome: 'cleaned', outputKey: `${key}.json` });
    expect(store.json('clean', `${key}.json`).text).toContain(PROSE);
  });

  it('writes one line for each line of JSONL, in order, and a bad line as its own quarantine record', async () => {
    const { store, put, run } = setUp();
    const lines = [
      JSON.stringify({ id: 'one', html: PAGE }),
      '{"id": "two", ',
      '',
      JSON.stringify({ id: 'three', url: 'https://lindmouth.example/3', text: PROSE }),
      JSON.stringify({ id: 'four', text: '' }),
    ];
    const metadata = { 'source-url': 'https://lindmouth.example/export', 'record-id': 'batch' };
    const outcome = await run(put('day.jsonl', `\ufeff${lines.join('\r\n')}`, { metadata }));
    expect(outcome).toMatchObject({
      outcome: 'cleaned',
      outputKey: 'day.jsonl.jsonl.gz',
      records: 2,
      quarantinedRecords: 2,
    });
    const [stored] = store.versions('clean', 'day.jsonl.jsonl.gz');
    expect(stored).toMatchObject({ contentType: 'application/x-ndjson', contentEncoding: 'gzip' });
    const text = gunzipSync(stored?.body ?? Buffer.alloc(0)).toString();
    const records = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records).toMatchObject([
      { provenance: { recordId: 'one', recordIndex: 0 } },
      { outcome: 'quarantined', reason: 'invalid-json', recordIndex: 1 },
      { url: 'https://lindmouth.example/3', provenance: { recordId: 'three', recordIndex: 2 } },
      { outcome: 'quarantined', reason: 'empty', recordId: 'four', recordIndex: 3 },
    ]);
    expect(records[0]?.url).not.toBe('https://lindmouth.example/export');
    expect(records[2]?.text).toContain(PROSE);
  });

  it('gives compressed output that names no machine and no time', async () => {
    const { store, put, run } = setUp();
    await run(put('a.jsonl', JSON.stringify({ html: PAGE })));
    const body = store.versions('clean', 'a.jsonl.jsonl.gz')[0]?.body;
    expect([...(body?.subarray(4, 8) ?? [])]).toEqual([0, 0, 0, 0]);
    expect(body?.[9]).toBe(255);
  });

  it.each([
    ['by its Content-Type', 'a', 'application/json; charset=utf-8'],
    ['by its key', 'a.json', 'binary/octet-stream'],
    ['by its key over text/plain', 'a.json', 'text/plain'],
  ])('reads one scraped record of JSON, known %s', async (_how, key, contentType) => {
    const { store, put, run } = setUp();
    await run(put(key, JSON.stringify({ id: 'x1', html: PAGE }), { contentType }));
    expect(store.json('clean', `${key}.json`)).toMatchObject({ provenance: { recordId: 'x1' } });
  });

  it.each([
    ['empty', 'a.html', '', {}],
    ['invalid-warc', 'a.warc', 'WARC/1.0\r\n', {}],
    ['unsupported-type', 'a', Buffer.from('89504e470d0a1a0a', 'hex'), {}],
    ['unsupported-type', 'a.html', 'x', { contentType: 'image/webp' }],
    ['unsupported-type', 'a.html', Buffer.from([0x1b, 0, 1, 2]), { contentEncoding: 'compress' }],
    ['decompression-error', 'a.html', gzipSync(PAGE).subarray(0, 40), {}],
    ['decompression-error', 'b.html', Buffer.concat([JUNK_BEHIND, gzipSync(PAGE)]), {}],
    ['decompression-error', 'c.html', Buffer.concat([gzipSync(PAGE).subarray(0, -1), Buffer.from('junk')]), {}],
    ['decompression-limit', 'a.html', gzipSync(Buffer.alloc(3000, 97)), {}],
    ['decompression-limit', 'a.html', brotliCompressSync(Buffer.alloc(3000, 97)), { contentEncoding: 'br' }],
    ['too-large', 'a.html', Buffer.alloc(1001, 97), {}],
    ['invalid-json', 'a.json', '{"html": ', {}],
    ['schema', 'a.json', '7', {}],
    ['empty', 'a.json', '[]', {}],
    ['invalid-json', 'a.json', Buffer.from([0x7b, 0xff, 0x7d]), {}],
    ['empty', 'a.jsonl', ' \n\n', {}],
  ] as const)('quarantines with reason %s: %s', async (reason, key, body, upload) => {
    const { store, put, run } = setUp({ options: { maxBytes: 1000, maxDecompressedBytes: 2000 } });
    const ref = put(key, body, upload);
    const outcome = await run(ref);
    expect(outcome).toMatchObject({ outcome: 'quarantined', reason, outputKey: `${key}.json` });
    const { versionId, etag, size } = ref;
    const report = store.json('quarantine', `${key}.json`);
    expect(report).toMatchObject({ outcome: 'quarantined', reason, uri: `s3://raw/${key}`, bucket: 'raw', key });
    expect(report).toMatchObject({ versionId, etag, size });
    expect(report.message).toContain(`s3://raw/${key}`);
    expect(store.keys('clean')).toEqual([]);
    await run(ref);
    expect(store.versions('quarantine', `${key}.json`)).toHaveLength(1);
  });

  it('says what came and what is accepted when it cannot read a type', async () => {
    const { put, run } = setUp();
    const outcome = await run(put('a.pdf', '%PDF-1.7'));
    expect(outcome).toMatchObject({ message: expect.stringMatching(/HTML.*Markdown.*JSON lines or WARC, got PDF/) });
  });

  it('writes under its hash what a key has no room for, cleaned or quarantined', async () => {
    const { store, put, run } = setUp();
    const key = 'k'.repeat(1022);
    expect(await run(put(key, PAGE, HTML))).toMatchObject({ outcome: 'cleaned' });
    const [output = ''] = store.keys('clean');
    expect(output).toMatch(/^%2Elong-key\/[0-9a-f]{64}\.json$/);
    expect(store.json('clean', output).provenance).toMatchObject({ key });
    expect(await run(put(`${key}/`, PAGE, HTML))).toMatchObject({ outcome: 'quarantined', reason: 'invalid-key' });
    expect(store.keys('quarantine')).toEqual([expect.stringMatching(/^invalid-key\//)]);
  });

  it('ignores folder markers, what is gone, and its own outputs', async () => {
    const { store, put, run } = setUp();
    expect(await run(put('news/', ''))).toEqual({ outcome: 'ignored', why: 'folder-marker' });
    const gone = put('gone.html', PAGE, HTML);
    store.forget('raw', 'gone.html');
    expect(await run(gone)).toEqual({ outcome: 'ignored', why: 'gone' });
    await run(put('a.html', PAGE, HTML));
    expect(await run({ bucket: 'clean', key: 'a.html.json' })).toEqual({ outcome: 'ignored', why: 'own-output' });
    expect(store.keys('clean')).toEqual(['a.html.json']);
  });

  it('ignores keys under the output prefix without reading them', async () => {
    const { store, deps } = setUp({ outputPrefix: 'out/' });
    const outcome = await processObject({ bucket: 'clean', key: 'out/x.html' }, deps);
    expect(outcome).toEqual({ outcome: 'ignored', why: 'own-output' });
    expect(store.keys('clean')).toEqual([]);
  });

  it.each(['get', 'put'] as const)('throws a fault of the platform on %s and writes nothing', async (operation) => {
    const { store, put, run } = setUp();
    const ref = put('a.html', PAGE, HTML);
    store.before = (now) => {
      if (now === operation) throw Object.assign(new Error('denied'), { name: 'AccessDenied' });
    };
    await expect(run(ref)).rejects.toThrow('denied');
    expect([...store.keys('clean'), ...store.keys('quarantine')]).toEqual([]);
  });

  it('throws when the quarantine object cannot be written, so that it comes back', async () => {
    const { store, put, run } = setUp();
    const ref = put('a.html', '');
    store.before = (operation) => {
      if (operation === 'put') throw new Error('slow down');
    };
    await expect(run(ref)).rejects.toThrow('slow down');
  });
});
