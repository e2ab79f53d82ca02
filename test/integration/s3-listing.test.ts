import {
  DeleteObjectsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  PutObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { type Fixture, ODD_KEYS, startS3 } from './local-s3.ts';

let s3: Fixture;
beforeAll(async () => {
  s3 = await startS3();
  for (const Key of [...ODD_KEYS, ...['l/a', 'l/b/1', 'l/b/2', 'l/b-c', 'l/c/1', 'l/\uFF5E', 'l/😀']]) {
    await s3.client.send(new PutObjectCommand({ Bucket: 'plain', Key, Body: 'x' }));
  }
});
afterAll(() => s3.close());

async function listAll(input: Omit<ListObjectsV2CommandInput, 'Bucket'>): Promise<string[]> {
  const found: string[] = [];
  for await (const page of paginateListObjectsV2({ client: s3.client }, { Bucket: 'plain', ...input })) {
    found.push(...(page.CommonPrefixes ?? []).map((prefix) => prefix.Prefix ?? ''));
    found.push(...(page.Contents ?? []).map((object) => object.Key ?? ''));
  }
  return found;
}

describe('a listing', () => {
  test('gives every odd key back to the letter', async () => {
    expect(await listAll({})).toEqual(expect.arrayContaining(ODD_KEYS));
  });

  test('encodes keys for clients that ask for it', async () => {
    const encoded = await listAll({ EncodingType: 'url' });
    expect(encoded).toContain('a%20b.html');
    expect(encoded).toContain('a%2Bb.html');
    expect(encoded.map(decodeURIComponent)).toEqual(expect.arrayContaining(ODD_KEYS));
  });

  test('stands in the order of UTF-8 bytes', async () => {
    expect(await listAll({ Prefix: 'l/' })).toEqual(['l/a', 'l/b-c', 'l/b/1', 'l/b/2', 'l/c/1', 'l/\uFF5E', 'l/😀']);
  });

  test.each([1, 2, 3, 1000])('groups by the delimiter, each group once, in pages of %i', async (MaxKeys) => {
    const found = await listAll({ Prefix: 'l/', Delimiter: '/', MaxKeys });
    expect(found.sort()).toEqual(['l/a', 'l/b-c', 'l/b/', 'l/c/', 'l/\uFF5E', 'l/😀'].sort());
  });

  test('begins after a key', async () => {
    const { Contents, IsTruncated, KeyCount } = await s3.client.send(
      new ListObjectsV2Command({ Bucket: 'plain', Prefix: 'l/', StartAfter: 'l/b/1', MaxKeys: 2 }),
    );
    expect(Contents?.map((object) => object.Key)).toEqual(['l/b/2', 'l/c/1']);
    expect({ IsTruncated, KeyCount }).toEqual({ IsTruncated: true, KeyCount: 2 });
  });

  test('refuses a token that is not its own', async () => {
    const sent = s3.client.send(new ListObjectsV2Command({ Bucket: 'plain', ContinuationToken: 'forged' }));
    await expect(sent).rejects.toMatchObject({ name: 'InvalidArgument' });
  });

  test('continues for old clients from a marker', async () => {
    const first = await s3.client.send(
      new ListObjectsCommand({ Bucket: 'plain', Prefix: 'l/', Delimiter: '/', MaxKeys: 3 }),
    );
    expect(first.NextMarker).toBe('l/b/');
    const Marker = first.NextMarker;
    const second = await s3.client.send(
      new ListObjectsCommand({ Bucket: 'plain', Prefix: 'l/', Delimiter: '/', Marker }),
    );
    expect(second.CommonPrefixes).toEqual([{ Prefix: 'l/c/' }]);
  });
});

test('many objects are deleted with one request', async () => {
  const keys = ['d & <e>', 'd/f', 'd+g'];
  for (const Key of keys) await s3.client.send(new PutObjectCommand({ Bucket: 'plain', Key, Body: 'x' }));
  const Delete = { Objects: keys.map((Key) => ({ Key })) };
  const { Deleted } = await s3.client.send(new DeleteObjectsCommand({ Bucket: 'plain', Delete }));
  expect(Deleted?.map((entry) => entry.Key)).toEqual(keys);
  expect(await listAll({ Prefix: 'd' })).toEqual([]);
});
