import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { type Fixture, ODD_KEYS, startS3 } from './local-s3.ts';

let s3: Fixture;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.close());

async function readText(Bucket: string, Key: string, more: object = {}): Promise<string | undefined> {
  const { Body } = await s3.client.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return Body?.transformToString();
}

describe('objects', () => {
  test('come back with body, headers, metadata and the md5 as ETag', async () => {
    const Body = 'Der Fluss stieg über Nacht.';
    const put = await s3.client.send(
      new PutObjectCommand({
        Bucket: 'kept',
        Key: 'page.html',
        Body,
        ContentType: 'text/html; charset=utf-8',
        ContentEncoding: 'identity',
        Metadata: { 'Source-URL': 'https://example.org/a?b=c' },
      }),
    );
    const got = await s3.client.send(new GetObjectCommand({ Bucket: 'kept', Key: 'page.html' }));
    expect(await got.Body?.transformToString()).toBe(Body);
    expect(put.ETag).toBe(`"${createHash('md5').update(Body).digest('hex')}"`);
    expect(got).toMatchObject({
      ETag: put.ETag,
      VersionId: put.VersionId,
      ContentType: 'text/html; charset=utf-8',
      ContentEncoding: 'identity',
      ContentLength: Buffer.byteLength(Body),
      Metadata: { 'source-url': 'https://example.org/a?b=c' },
    });
  });

  test.each(ODD_KEYS)('keep the key %p to the letter', async (Key) => {
    await s3.client.send(new PutObjectCommand({ Bucket: 'plain', Key, Body: Key }));
    expect(await readText('plain', Key)).toBe(Key);
  });

  test('survive a streamed upload with a trailing checksum', async () => {
    const body = Buffer.alloc(3_000_001, 'Zeile\r\n');
    const Body = Readable.from([body.subarray(0, 17), body.subarray(17, 70_000), body.subarray(70_000)]);
    await s3.client.send(
      new PutObjectCommand({
        Bucket: 'plain',
        Key: 'streamed',
        Body,
        ContentLength: body.length,
        ContentEncoding: 'gzip',
      }),
    );
    const got = await s3.client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'streamed' }));
    expect(got.ContentEncoding).toBe('gzip');
    expect(got.ETag).toBe(`"${createHash('md5').update(body).digest('hex')}"`);
    expect(body.equals(Buffer.from((await got.Body?.transformToByteArray()) ?? []))).toBe(true);
  });

  test('give any range, and refuse one behind the end', async () => {
    await s3.client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'digits', Body: '0123456789' }));
    expect(await readText('plain', 'digits', { Range: 'bytes=2-4' })).toBe('234');
    expect(await readText('plain', 'digits', { Range: 'bytes=7-' })).toBe('789');
    expect(await readText('plain', 'digits', { Range: 'bytes=-2' })).toBe('89');
    expect(await readText('plain', 'digits', { Range: 'bytes=8-99' })).toBe('89');
    await expect(readText('plain', 'digits', { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  test('may be empty', async () => {
    await s3.client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'empty', Body: '', ContentLength: 0 }));
    const head = await s3.client.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'empty' }));
    expect(head.ContentLength).toBe(0);
    expect(await readText('plain', 'empty')).toBe('');
  });

  test('are copied with their metadata, or with new metadata', async () => {
    const source = { Bucket: 'plain', Key: 'from/ä b+c', Body: 'copied', Metadata: { kind: 'old' } };
    await s3.client.send(new PutObjectCommand(source));
    const CopySource = `/plain/${encodeURIComponent('from/ä b+c')}`;
    await s3.client.send(new CopyObjectCommand({ Bucket: 'kept', Key: 'same', CopySource }));
    await s3.client.send(
      new CopyObjectCommand({
        Bucket: 'kept',
        Key: 'changed',
        CopySource,
        MetadataDirective: 'REPLACE',
        Metadata: { kind: 'new' },
      }),
    );
    const heads = ['same', 'changed'].map((Key) => s3.client.send(new HeadObjectCommand({ Bucket: 'kept', Key })));
    expect((await Promise.all(heads)).map((head) => head.Metadata?.kind)).toEqual(['old', 'new']);
    expect(await readText('kept', 'changed')).toBe('copied');
  });

  test('that are missing are told apart from missing buckets', async () => {
    await expect(readText('plain', 'nowhere')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(readText('nobucket', 'nowhere')).rejects.toMatchObject({ name: 'NoSuchBucket' });
    const head = s3.client.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'nowhere' }));
    await expect(head).rejects.toMatchObject({ name: 'NotFound', $metadata: { httpStatusCode: 404 } });
  });

  test('are gone for good from an unversioned bucket', async () => {
    await s3.client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'doomed', Body: 'x' }));
    await s3.client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'doomed' }));
    await expect(readText('plain', 'doomed')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('stand in buckets that are listed', async () => {
    const { Buckets } = await s3.client.send(new ListBucketsCommand({}));
    expect(Buckets?.map((bucket) => bucket.Name)).toEqual(['kept', 'plain']);
  });
});

describe('an upload', () => {
  const put = (key: string, body: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${s3.local.endpoint}/plain/${key}`, { method: 'PUT', body, headers });

  test.each([
    ['Content-MD5', 'content-md5', createHash('md5').update('other').digest('base64')],
    ['CRC-32', 'x-amz-checksum-crc32', 'AAAAAA=='],
    ['SHA-256', 'x-amz-checksum-sha256', createHash('sha256').update('other').digest('base64')],
  ])('whose %s does not agree is refused and stores nothing', async (_name, header, value) => {
    const response = await put('damaged', 'body', { [header]: value });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('<Code>BadDigest</Code>');
    await expect(readText('plain', 'damaged')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('in chunks that is cut short is refused', async () => {
    const headers = {
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'x-amz-decoded-content-length': '5',
    };
    const response = await put('cut', '5\r\nab', headers);
    expect(await response.text()).toContain('<Code>IncompleteBody</Code>');
  });

  test('in signed chunks is put together again', async () => {
    const signature = `chunk-signature=${'0'.repeat(64)}`;
    const body = `3;${signature}\r\nabc\r\n2;${signature}\r\nde\r\n0;${signature}\r\n\r\n`;
    const headers = { 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD', 'content-encoding': 'aws-chunked' };
    expect((await put('signed', body, headers)).status).toBe(200);
    expect(await readText('plain', 'signed')).toBe('abcde');
    const head = await s3.client.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'signed' }));
    expect(head.ContentEncoding).toBeUndefined();
  });

  test('to an operation that is not there is refused rather than taken for another', async () => {
    await s3.client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'tagged', Body: 'text' }));
    const response = await put('tagged?tagging', '<Tagging/>', {});
    expect(response.status).toBe(501);
    expect(await readText('plain', 'tagged')).toBe('text');
  });

  test('reaches a bucket that is named by the host', async () => {
    const { port } = new URL(s3.local.endpoint);
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path: '/by-host', headers: { host: `plain.localhost:${port}` } });
      sent.once('response', (response) => resolve(response.resume().statusCode)).once('error', reject);
      sent.end();
    });
    expect(status).toBe(404);
    await s3.client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'by-host', Body: 'x' }));
    expect(await readText('plain', 'by-host')).toBe('x');
  });
});
