import { gzipSync } from 'node:zlib';
import { CleaningError } from '../../lib/core/errors.ts';
import { readWarc, type WarcPage } from '../../lib/io/warc.ts';
import { processObject } from '../../lib/pipeline.ts';
import { MemoryStore } from '../support/memory-store.ts';

const PAGE =
  '<html><body><h1>Pier</h1><p>The harbour council of Lindmouth rebuilds the pier before winter.</p></body></html>';

/** A WARC record, with lengths as they are or as given. */
function record(type: string, payload: string | Uint8Array, more: Readonly<Record<string, string>> = {}): Buffer {
  const body = Buffer.from(payload);
  const headers = {
    'WARC-Type': type,
    'WARC-Target-URI': 'https://lindmouth.example/pier',
    'WARC-Date': '2024-03-05T06:07:08Z',
    'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000001>',
    'Content-Length': String(body.length),
    ...more,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${head.join('')}\r\n`), body, Buffer.from('\r\n\r\n')]);
}

function response(
  body: string | Uint8Array,
  headers: readonly string[] = ['Content-Type: text/html'],
  status = '200 OK',
) {
  const head = [`HTTP/1.1 ${status}`, ...headers].join('\r\n');
  return record('response', Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from(body)]));
}

async function pagesOf(...records: readonly Buffer[]): Promise<readonly (WarcPage | string)[]> {
  const pages: (WarcPage | string)[] = [];
  for await (const page of readWarc(Buffer.concat(records), 10_000, 's3://raw/a.warc')) {
    pages.push(page instanceof CleaningError ? page.reason : page);
  }
  return pages;
}

const textOf = (page: WarcPage | string | undefined) =>
  typeof page === 'object' ? Buffer.from(page.body).toString() : page;

describe('reading a WARC file', () => {
  it('gives the pages of responses, with what the archive says of them, and passes over the rest', async () => {
    const pages = await pagesOf(
      record('warcinfo', 'software: crawler\r\n'),
      record('request', 'GET /pier HTTP/1.1\r\nCookie: secret\r\n\r\n'),
      response(PAGE),
      record('metadata', 'fetchTimeMs: 5\r\n'),
      response('PNG', ['Content-Type: image/png']),
      response('<h1>Not found</h1>', undefined, '404 Not Found'),
    );
    expect(pages).toEqual([
      {
        body: Buffer.from(PAGE),
        url: 'https://lindmouth.example/pier',
        date: '2024-03-05T06:07:08Z',
        mediaType: 'text/html',
        recordId: '<urn:uuid:00000000-0000-4000-8000-000000000001>',
        isTruncated: false,
      },
    ]);
  });

  it.each([
    [
      'chunks',
      ['Transfer-Encoding: chunked'],
      `5\r\n${PAGE.slice(0, 5)}\r\n1;x=y\r\n${PAGE[5]}\r\n${(PAGE.length - 6).toString(16)}\r\n${PAGE.slice(6)}\r\n0\r\n\r\n`,
    ],
    ['gzip', ['Content-Encoding: gzip'], gzipSync(PAGE)],
    ['a header kept of chunks already joined', ['Transfer-Encoding: chunked'], PAGE],
  ])('takes off %s', async (_, headers, body) => {
    const [page] = await pagesOf(response(body, ['Content-Type: text/html', ...headers]));
    expect(textOf(page)).toBe(PAGE);
  });

  it('refuses one record alone that holds no response, and goes on', async () => {
    const pages = await pagesOf(response(PAGE), record('response', 'no response'), response(PAGE));
    expect(pages.map(textOf)).toEqual([PAGE, 'invalid-warc', PAGE]);
  });

  it.each(['-5', '99999999999999999999', 'x'])('ends with a refusal at a length of %s', async (length) => {
    const pages = await pagesOf(response(PAGE), record('response', PAGE, { 'Content-Length': length }), response(PAGE));
    expect(pages.map(textOf)).toEqual([PAGE, 'invalid-warc']);
  });

  it('gives what there is of a record that is longer than the file', async () => {
    const whole = record('response', `HTTP/1.1 200 OK\r\n\r\n${PAGE}`, { 'Content-Length': '5000' });
    const [page] = await pagesOf(whole);
    expect(page).toMatchObject({ isTruncated: true });
    expect(textOf(page)).toContain('rebuilds the pier');
  });

  it('ends at a record without pages that is longer than the file', async () => {
    expect(await pagesOf(record('request', 'GET /', { 'Content-Length': '5000' }))).toEqual([]);
  });

  it('refuses a page over the bound, compressed or not', async () => {
    const pages = await pagesOf(
      response('x'.repeat(20_000)),
      response(gzipSync('x'.repeat(20_000)), ['Content-Encoding: gzip']),
      response(PAGE),
    );
    expect(pages.map(textOf)).toEqual(['too-large', 'decompression-limit', PAGE]);
  });
});

describe('the stream of a WARC file', () => {
  async function* upTo(fault: Error | null, ...records: readonly Buffer[]): AsyncGenerator<Uint8Array> {
    yield Buffer.concat(records);
    if (fault) throw fault;
  }
  const read = async (file: AsyncIterable<Uint8Array>) => {
    const pages: (WarcPage | string | undefined)[] = [];
    let thrown: unknown = null;
    try {
      for await (const page of readWarc(file, 10_000, 'a.warc')) {
        pages.push(page instanceof CleaningError ? page.reason : textOf(page));
      }
    } catch (error) {
      thrown = error;
    }
    return { pages, thrown };
  };
  const reset = new Error('connection reset');
  const broken = new CleaningError('decompression-error', 'expected a whole gzip body');
  const cut = response(PAGE).subarray(0, -20);

  it.each([
    ['between records', [response(PAGE)]],
    ['in a head', [response(PAGE), Buffer.from('WARC/1.0\r\nWARC-Type: resp')]],
    ['in a page', [response(PAGE), cut]],
  ])('gives a fault of the platform %s to the caller, and no page for it', async (_, records) => {
    expect(await read(upTo(reset, ...records))).toEqual({ pages: [PAGE], thrown: reset });
  });

  it('keeps what there is of a page before the file breaks off', async () => {
    const { pages, thrown } = await read(upTo(broken, response(PAGE), cut));
    expect(pages).toEqual([PAGE, PAGE.slice(0, -16)]);
    expect(thrown).toBe(broken);
  });

  it('is left when the pages are', async () => {
    let isLeft = false;
    async function* file(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield response(PAGE);
      } finally {
        isLeft = true;
      }
    }
    for await (const _ of readWarc(file(), 10_000, 'a.warc')) break;
    expect(isLeft).toBe(true);
  });

  it('is refused where a head does not end, and not held', async () => {
    let bytes = 0;
    async function* file(): AsyncGenerator<Uint8Array> {
      yield response(PAGE);
      for (const chunk = Buffer.alloc(65_536, 'x'); bytes < 64 * 1024 * 1024; bytes += chunk.length) yield chunk;
    }
    expect(await read(file())).toEqual({ pages: [PAGE, 'invalid-warc'], thrown: null });
    expect(bytes).toBeLessThan(2 * 1024 * 1024);
  });
});

describe('cleaning a WARC file', () => {
  const clean = async (body: Uint8Array) => {
    const store = new MemoryStore();
    const ref = store.upload('raw', 'crawl.warc.gz', body, { contentType: 'application/warc' });
    const buckets = { cleanBucket: 'clean', quarantineBucket: 'quarantine' };
    return processObject(ref, { raw: store, clean: store, quarantine: store, ...buckets });
  };

  it('writes a line for every page, compressed a member a record', async () => {
    const members = [response(PAGE), record('response', 'no response'), response(PAGE)].map((one) => gzipSync(one));
    expect(await clean(Buffer.concat(members))).toMatchObject({
      outcome: 'cleaned',
      outputKey: 'crawl.warc.gz.jsonl.gz',
      records: 2,
      quarantinedRecords: 1,
    });
  });

  it('keeps the pages of a file that was cut', async () => {
    const body = gzipSync(Buffer.concat([response(PAGE), response(PAGE)]), { level: 0 });
    expect(await clean(body.subarray(0, body.length - 10))).toMatchObject({ outcome: 'cleaned', records: 2 });
  });

  it('quarantines a file without pages', async () => {
    expect(await clean(gzipSync(record('warcinfo', 'x: y')))).toMatchObject({
      outcome: 'quarantined',
      reason: 'no-content',
    });
  });
});
