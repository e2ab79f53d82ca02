import { gzipSync } from 'node:zlib';
import type { ObjectRef } from '../../lib/io/ports.ts';
import { lines, setUp } from '../support/shard-run.ts';

describe('a WARC file', () => {
  const page = (number: number) =>
    `<html><body><p>The ferry number ${number} to Holm leaves at seven every morning of the week.</p></body></html>`;
  const record = (type: string, block: string | Buffer, more = '') =>
    Buffer.concat([
      Buffer.from(
        `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://herald.example/${type}\r\nWARC-Date: 2026-03-19T06:00:00Z\r\n${more}WARC-Record-ID: <urn:uuid:${type}>\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n`,
      ),
      Buffer.from(block),
      Buffer.from('\r\n\r\n'),
    ]);
  const http = (body: string | Buffer, fields = '', type = 'text/html; charset=utf-8') =>
    Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n${fields}\r\n`), Buffer.from(body)]);

  /** As a shard that is larger than an invocation can hold. */
  const begun = (ref: ObjectRef): ObjectRef => ({ ...ref, fromPart: 0 });

  it('gives a row for each page, with what the crawl knew', async () => {
    const { store, run, upload } = setUp();
    const body = Buffer.concat(
      [
        record('warcinfo', 'software: a crawler\r\n'),
        record('request', 'GET / HTTP/1.1\r\n\r\n'),
        record('response', http(page(1))),
        record(
          'response',
          http(
            `${Buffer.byteLength(page(2)).toString(16)}\r\n${page(2)}\r\n0\r\n\r\n`,
            'Transfer-Encoding: chunked\r\n',
          ),
        ),
        record('response', http(gzipSync(page(3)), 'Content-Encoding: gzip\r\n')),
        record('response', http(page(4), 'Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n')),
        record('response', http('\u0089PNG', '', 'image/png')),
        record('response', http('')),
        record('resource', page(5), 'Content-Type: text/html\r\n'),
        record('metadata', 'x: y'),
      ].map((one) => gzipSync(one)),
    );
    await run(begun(upload(body, 'crawl.warc.gz')));
    const found = lines(store, 'crawl.warc.gz');
    expect(found.map((line) => /number (\d)/.exec(String(line.text))?.[1] ?? line.reason)).toEqual([
      ...['1', '2', '3', '4'],
      'empty',
      '5',
    ]);
    expect(found[0]).toMatchObject({
      url: 'https://herald.example/response',
      provenance: { recordId: '<urn:uuid:response>', fetchedAt: '2026-03-19T06:00:00Z', recordIndex: 0 },
    });
    expect(store.json('clean', 'crawl.warc.gz.manifest')).toMatchObject({ rows: { in: 6, out: 5, quarantined: 1 } });
  });

  it.each([
    ['goes on with something else', Buffer.concat([record('response', http(page(1))), Buffer.from('<html>\r\n\r\n')])],
    [
      'has no length',
      Buffer.concat([record('response', http(page(1))), Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\n')]),
    ],
  ])('that %s keeps what stands before and says why it ends', async (_what, body) => {
    const { store, run, upload } = setUp();
    await run(begun(upload(body, 'crawl.warc')));
    const found = lines(store, 'crawl.warc');
    expect(found).toHaveLength(2);
    expect(found[1]).toMatchObject({ outcome: 'quarantined', reason: 'invalid-warc' });
  });

  it('that is cut in a record keeps what is left of its page', async () => {
    const { store, run, upload } = setUp();
    const whole = record('response', http(page(2)));
    const body = Buffer.concat([record('response', http(page(1))), whole.subarray(0, whole.length - 40)]);
    await run(begun(upload(body, 'crawl.warc')));
    const found = lines(store, 'crawl.warc');
    expect(found).toHaveLength(2);
    expect(JSON.stringify(found[1]?.quality)).toContain('truncated');
  });

  it('that is read again after a fault of the platform has nothing of the fault in it', async () => {
    const { store, run, upload } = setUp();
    const shard = begun(
      upload(Buffer.concat([record('response', http(page(1))), record('resource', page(2))]), 'a.warc'),
    );
    const open = store.open.bind(store);
    store.open = async (ref) => {
      const opened = await open(ref);
      async function* stream(): AsyncGenerator<Uint8Array> {
        for await (const chunk of opened.stream) {
          yield chunk;
          throw new Error('connection reset');
        }
      }
      return { ...opened, stream: stream() };
    };
    await expect(run(shard)).rejects.toThrow('connection reset');
    expect([...store.keys('clean'), ...store.keys('quarantine')]).toEqual([]);
    store.open = open;
    await run(shard);
    expect(store.json('clean', 'a.warc.manifest')).toMatchObject({ rows: { in: 2, out: 2, quarantined: 0 } });
  });

  it('that fits an invocation becomes one output', async () => {
    const { store, run, upload } = setUp();
    await run(upload(Buffer.concat([record('response', http(page(1))), record('resource', page(2))]), 'crawl.warc'));
    expect(store.keys('clean')).toEqual(['crawl.warc.jsonl.gz']);
  });

  it('without any page is quarantined', async () => {
    const { store, run, upload } = setUp();
    await run(begun(upload(record('warcinfo', 'x: y'), 'none.warc')));
    expect(store.json('quarantine', 'none.warc.json')).toMatchObject({ reason: 'empty' });
  });
});
