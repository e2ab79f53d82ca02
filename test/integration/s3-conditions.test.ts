import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { type Fixture, startS3 } from './local-s3.ts';

let s3: Fixture;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.close());

const put = (Key: string, Body: string, more: object = {}) =>
  s3.client.send(new PutObjectCommand({ Bucket: 'kept', Key, Body, ...more }));
const get = (Key: string, more: object = {}) => s3.client.send(new GetObjectCommand({ Bucket: 'kept', Key, ...more }));

const FAILED = { name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } };

describe('a conditional write', () => {
  test('with If-None-Match * writes only what is not there', async () => {
    await put('once', 'first', { IfNoneMatch: '*' });
    await expect(put('once', 'second', { IfNoneMatch: '*' })).rejects.toMatchObject(FAILED);
    expect(await (await get('once')).Body?.transformToString()).toBe('first');
  });

  test('with If-None-Match * passes again after a deletion', async () => {
    await put('again', 'first', { IfNoneMatch: '*' });
    await s3.client.send(new DeleteObjectCommand({ Bucket: 'kept', Key: 'again' }));
    await expect(put('again', 'second', { IfNoneMatch: '*' })).resolves.toMatchObject({});
  });

  test('with If-Match writes only over the version with that ETag', async () => {
    const first = await put('swap', 'first');
    const second = await put('swap', 'second', { IfMatch: first.ETag });
    await expect(put('swap', 'third', { IfMatch: first.ETag })).rejects.toMatchObject(FAILED);
    await expect(put('swap', 'third', { IfMatch: second.ETag })).resolves.toMatchObject({});
    await expect(put('absent', 'x', { IfMatch: first.ETag })).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('lets exactly one of many at once pass', async () => {
    const bodies = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(1000));
    const results = await Promise.allSettled(bodies.map((body) => put('race', body, { IfNoneMatch: '*' })));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const versions = await s3.client.send(new ListObjectVersionsCommand({ Bucket: 'kept', Prefix: 'race' }));
    expect(versions.Versions).toHaveLength(1);
  });
});

describe('a conditional read', () => {
  test('with If-Match fails on another version and with If-None-Match on the same', async () => {
    const { ETag } = await put('read', 'text');
    await expect(get('read', { IfMatch: ETag })).resolves.toMatchObject({ ETag });
    await expect(get('read', { IfMatch: '"other"' })).rejects.toMatchObject(FAILED);
    await expect(get('read', { IfNoneMatch: ETag })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
    await expect(get('read', { IfNoneMatch: '"other"' })).resolves.toMatchObject({ ETag });
  });
});

describe('a versioned bucket', () => {
  test('keeps every version readable and the newest current', async () => {
    const ids = [await put('v', 'one'), await put('v', 'two')].map((result) => result.VersionId);
    const bodies = ids.map(async (VersionId) => (await get('v', { VersionId })).Body?.transformToString());
    expect(await Promise.all(bodies)).toEqual(['one', 'two']);
    expect(await (await get('v')).Body?.transformToString()).toBe('two');
    await expect(get('v', { VersionId: 'unknown' })).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });

  test('hides a deleted object behind a marker and shows it again without it', async () => {
    await put('hidden', 'text');
    const deleted = await s3.client.send(new DeleteObjectCommand({ Bucket: 'kept', Key: 'hidden' }));
    expect(deleted.DeleteMarker).toBe(true);
    await expect(get('hidden')).rejects.toMatchObject({ name: 'NoSuchKey' });
    const listed = await s3.client.send(new ListObjectVersionsCommand({ Bucket: 'kept', Prefix: 'hidden' }));
    expect(listed.DeleteMarkers).toMatchObject([{ Key: 'hidden', IsLatest: true, VersionId: deleted.VersionId }]);
    expect(listed.Versions).toMatchObject([{ Key: 'hidden', IsLatest: false }]);
    const marker = { Bucket: 'kept', Key: 'hidden', VersionId: deleted.VersionId };
    await expect(s3.client.send(new HeadObjectCommand(marker))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 405 },
    });
    await s3.client.send(new DeleteObjectCommand(marker));
    expect(await (await get('hidden')).Body?.transformToString()).toBe('text');
  });
});
