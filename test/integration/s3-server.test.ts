import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { type Fixture, startS3 } from './local-s3.ts';

let s3: Fixture;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'winnow-test-'));
  s3 = await startS3({ temporaryFolder: folder });
});
afterEach(async () => {
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

const LARGE = Buffer.alloc(5_000_000, '0123456789');

describe('the server', () => {
  test('keeps large bodies on disk and removes them when it is closed', async () => {
    await s3.client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'large', Body: LARGE }));
    const [stored = ''] = readdirSync(folder);
    expect(stored).toMatch(/^winnow-s3-/);
    const Range = 'bytes=4999995-4999999';
    const { Body } = await s3.client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'large', Range }));
    expect(await Body?.transformToString()).toBe('56789');
    await s3.local.close();
    expect(existsSync(join(folder, stored))).toBe(false);
  });

  test('stores nothing of an upload that breaks off, and goes on', async () => {
    const { port } = new URL(s3.local.endpoint);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write('PUT /plain/half HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 1000\r\n\r\nhalf');
        setTimeout(() => socket.destroy(), 50);
      });
      socket.once('close', () => resolve());
    });
    const head = s3.client.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'half' }));
    await expect(head).rejects.toMatchObject({ name: 'NotFound' });
    expect(s3.events).toEqual([]);
  });

  test('judges a conditional write when its body is in, not when it begins', async () => {
    const { port } = new URL(s3.local.endpoint);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('PUT /plain/slow HTTP/1.1\r\nhost: 127.0.0.1\r\nif-none-match: *\r\ncontent-length: 8\r\n\r\nslow');
    // Long enough for the head of the request to be read.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await s3.client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'slow', Body: 'fast', IfNoneMatch: '*' }));
    socket.write('slow');
    const [answer] = await once(socket, 'data');
    socket.destroy();
    expect(String(answer)).toMatch(/^HTTP\/1\.1 412 /);
    const { Body } = await s3.client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'slow' }));
    expect(await Body?.transformToString()).toBe('fast');
  });

  test('does not serve half an object as whole to a client that goes away', async () => {
    await s3.client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'large', Body: LARGE }));
    const { Body } = await s3.client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'large' }));
    (Body as { destroy?: () => void } | undefined)?.destroy?.();
    const again = await s3.client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'large' }));
    expect((await again.Body?.transformToByteArray())?.length).toBe(LARGE.length);
  });

  test('answers many requests over one connection, refused ones included', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (path: string): Promise<{ status: number | undefined; port: number | undefined }> =>
      new Promise((resolve, reject) => {
        const sent = get(`${s3.local.endpoint}${path}`, { agent }, (response) => {
          const port = response.socket.localPort;
          response.resume().once('end', () => resolve({ status: response.statusCode, port }));
        });
        sent.once('error', reject);
      });
    const answers = [await ask('/'), await ask('/plain/none'), await ask('/plain?list-type=2'), await ask('/%ff')];
    agent.destroy();
    expect(answers.map((answer) => answer.status)).toEqual([200, 404, 200, 400]);
    expect(new Set(answers.map((answer) => answer.port)).size).toBe(1);
  });

  test('refuses keys that are too long and buckets with wrong names', async () => {
    const put = s3.client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'ä'.repeat(513), Body: 'x' }));
    await expect(put).rejects.toMatchObject({ name: 'KeyTooLongError' });
    const response = await fetch(`${s3.local.endpoint}/Wrong_Name`, { method: 'PUT' });
    expect(await response.text()).toContain('<Code>InvalidBucketName</Code>');
  });
});
