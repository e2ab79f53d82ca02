import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ObjectNotFoundError, ObjectTooLargeError, PreconditionFailedError } from '../../lib/io/ports.ts';
import { createS3Client, S3Store } from '../../lib/io/s3.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let answers: Answer[] = [];
let requests: IncomingMessage[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    request.resume();
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    request.on('end', () => answer?.(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

/** A store whose server gives these answers, the last one again and again. */
function storeAnswering(...given: Answer[]): S3Store {
  answers = given;
  requests = [];
  const { port } = server.address() as AddressInfo;
  return new S3Store(
    createS3Client({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-west-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      maxAttempts: 2,
    }),
    200,
  );
}

const ok =
  (body: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(200, { 'content-length': `${body.length}`, etag: '"e1"', ...headers }).end(body);

const cut =
  (body: string): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-length': `${body.length}` });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  };

const fail =
  (status: number, code: string): Answer =>
  (request, response) => {
    const body = request.method === 'HEAD' ? '' : `<Error><Code>${code}</Code><Message>no</Message></Error>`;
    response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
  };

const REF = { bucket: 'raw', key: 'a b//ü+.html', versionId: 'v1' };
const LIMITS = { maxBytes: 100 };
const PUT = { contentType: 'application/json', metadata: { 'winnow-sha256': 'abc' } };

describe('the S3 store', () => {
  it('reads the version asked for, with its type, encoding and metadata', async () => {
    const headers = {
      'content-type': 'text/html',
      'content-encoding': 'gzip',
      'x-amz-meta-source-url': 'https://a.example/',
    };
    const store = storeAnswering(ok('<p>', { ...headers, 'x-amz-version-id': 'v1' }));
    const object = await store.get(REF, LIMITS);
    expect(requests[0]?.url).toMatch(/^\/raw\/a%20b\/\/%C3%BC%2B\.html\?.*versionId=v1/);
    expect(Buffer.from(object.body).toString()).toBe('<p>');
    expect(object).toMatchObject({
      contentType: 'text/html',
      contentEncoding: 'gzip',
      metadata: { 'source-url': 'https://a.example/' },
      etag: '"e1"',
      versionId: 'v1',
    });
  });

  it('reads again when the body is cut, and gives up after five tries', async () => {
    const store = storeAnswering(cut('0123456789'), ok('0123456789'));
    expect(Buffer.from((await store.get(REF, LIMITS)).body).toString()).toBe('0123456789');
    expect(requests).toHaveLength(2);
    const never = storeAnswering(cut('0123456789'));
    await expect(never.get(REF, LIMITS)).rejects.toThrow();
    expect(requests).toHaveLength(5);
  });

  it('reads again when the body stands still', async () => {
    const hang: Answer = (_request, response) =>
      void response.writeHead(200, { 'content-length': '10' }).write('01234');
    const store = storeAnswering(hang, ok('0123456789'));
    expect(Buffer.from((await store.get(REF, LIMITS)).body).toString()).toBe('0123456789');
    await expect(storeAnswering(hang).get(REF, LIMITS)).rejects.toThrow('not read within 200 ms');
  });

  it('refuses a large object by its length, without reading it', async () => {
    let sent = 0;
    const store = storeAnswering((_request, response) => {
      response.writeHead(200, { 'content-length': '100000000' });
      const write = () => response.write(Buffer.alloc(65536), (error) => void (error ?? (++sent < 1500 && write())));
      write();
    });
    await expect(store.get(REF, LIMITS)).rejects.toBeInstanceOf(ObjectTooLargeError);
    expect(requests).toHaveLength(1);
    expect(sent).toBeLessThan(1000);
  });

  it('retries what S3 answers to be retried, and throws it as it came in the end', async () => {
    const store = storeAnswering(fail(503, 'SlowDown'), ok('x'));
    expect((await store.get(REF, LIMITS)).body).toHaveLength(1);
    await expect(storeAnswering(fail(503, 'SlowDown')).get(REF, LIMITS)).rejects.toMatchObject({ name: 'SlowDown' });
    await expect(storeAnswering(fail(403, 'AccessDenied')).get(REF, LIMITS)).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });

  it.each([
    [404, 'NoSuchKey'],
    [404, 'NoSuchVersion'],
    [405, 'MethodNotAllowed'],
  ])('tells a missing object: %i %s', async (status, code) => {
    await expect(storeAnswering(fail(status, code)).get(REF, LIMITS)).rejects.toBeInstanceOf(ObjectNotFoundError);
  });

  it('does not take a missing bucket for a missing object', async () => {
    await expect(storeAnswering(fail(404, 'NoSuchBucket')).get(REF, LIMITS)).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });

  it('answers null for the head of a missing object', async () => {
    expect(await storeAnswering(fail(404, '')).head(REF)).toBeNull();
    expect(await storeAnswering(ok('')).head(REF)).toMatchObject({ etag: '"e1"' });
  });

  it('writes with its condition, its metadata and a checksum', async () => {
    const store = storeAnswering(ok(''));
    await store.put({ bucket: 'clean', key: 'a.json' }, Buffer.from('{}'), { ...PUT, ifNoneMatch: '*' });
    expect(requests[0]?.headers).toMatchObject({
      'if-none-match': '*',
      'content-type': 'application/json',
      'x-amz-meta-winnow-sha256': 'abc',
      'x-amz-checksum-crc32': expect.any(String),
    });
    await store.put({ bucket: 'clean', key: 'a.json' }, Buffer.from('{}'), { ...PUT, ifMatch: '"e1"' });
    expect(requests[1]?.headers['if-match']).toBe('"e1"');
  });

  it.each([
    [412, 'PreconditionFailed', { ifNoneMatch: '*' }],
    [409, 'ConditionalRequestConflict', { ifNoneMatch: '*' }],
    [404, 'NoSuchKey', { ifMatch: '"e1"' }],
  ] as const)('tells a lost race: %i %s', async (status, code, condition) => {
    const put = storeAnswering(fail(status, code)).put(REF, Buffer.from('{}'), { ...PUT, ...condition });
    await expect(put).rejects.toBeInstanceOf(PreconditionFailedError);
  });

  it('throws any other failure of a write', async () => {
    const put = storeAnswering(fail(403, 'AccessDenied')).put(REF, Buffer.from('{}'), PUT);
    await expect(put).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('takes up a body that breaks before anyone reads it', async () => {
    const body = 'The ferry leaves at seven every morning.';
    const checked = { 'content-length': `${body.length}`, etag: '"e1"', 'x-amz-checksum-crc32': 'AAAAAA==' };
    const store = storeAnswering(
      (_request, response) => {
        response.writeHead(200, checked);
        response.write(body.slice(0, 9), () => response.destroy());
      },
      ({ headers }, response) => {
        const from = Number(/\d+/.exec(headers.range ?? '')?.[0]);
        response.writeHead(206, { 'content-length': `${body.length - from}`, etag: '"e1"' }).end(body.slice(from));
      },
    );
    const { stream } = await store.open({ bucket: 'b', key: 'k' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe(body);
  });
});
