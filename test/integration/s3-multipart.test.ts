import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { type Fixture, startS3 } from './local-s3.ts';

let s3: Fixture;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.close());

const PARTS = [Buffer.alloc(2_000_000, 'a'), Buffer.from('-middle-'), Buffer.alloc(1_200_000, 'z')];

async function start(Key: string): Promise<{ Bucket: string; Key: string; UploadId: string | undefined }> {
  const input = { Bucket: 'kept', Key, ContentType: 'text/plain', Metadata: { a: 'b' } };
  const { UploadId } = await s3.client.send(new CreateMultipartUploadCommand(input));
  return { Bucket: 'kept', Key, UploadId };
}

async function uploadParts(target: Awaited<ReturnType<typeof start>>) {
  const sent = PARTS.map((Body, index) =>
    s3.client.send(new UploadPartCommand({ ...target, PartNumber: index + 1, Body })),
  );
  return (await Promise.all(sent)).map(({ ETag }, index) => ({ ETag, PartNumber: index + 1 }));
}

describe('a multipart upload', () => {
  test('joins its parts, with the ETag of S3 and ranges across parts', async () => {
    const target = await start('big');
    const Parts = await uploadParts(target);
    const done = await s3.client.send(new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts } }));
    const md5s = Buffer.concat(PARTS.map((part) => createHash('md5').update(part).digest()));
    expect(done.ETag).toBe(`"${createHash('md5').update(md5s).digest('hex')}-3"`);
    const head = await s3.client.send(new HeadObjectCommand({ Bucket: 'kept', Key: 'big' }));
    expect(head).toMatchObject({ ContentLength: 3_200_008, ContentType: 'text/plain', Metadata: { a: 'b' } });
    const Range = 'bytes=1999998-2000009';
    const { Body } = await s3.client.send(new GetObjectCommand({ Bucket: 'kept', Key: 'big', Range }));
    expect(await Body?.transformToString()).toBe('aa-middle-zz');
  });

  test('refuses parts out of order, unknown parts and a second completion', async () => {
    const target = await start('strict');
    const Parts = await uploadParts(target);
    const complete = (parts: typeof Parts) =>
      s3.client.send(new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts: parts } }));
    await expect(complete([...Parts].reverse())).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await expect(complete([{ ETag: '"0"', PartNumber: 1 }])).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete(Parts)).resolves.toMatchObject({});
    await expect(complete(Parts)).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  test('that is conditional does not write over an object', async () => {
    for (const Key of ['new', 'big']) {
      const target = await start(Key);
      const Parts = await uploadParts(target);
      const sent = s3.client.send(
        new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts }, IfNoneMatch: '*' }),
      );
      const outcome = await sent.then(
        () => 'written',
        (error: Error) => error.name,
      );
      expect(outcome).toBe(Key === 'new' ? 'written' : 'PreconditionFailed');
    }
  });

  test('that is aborted leaves nothing', async () => {
    const target = await start('aborted');
    await uploadParts(target);
    await s3.client.send(new AbortMultipartUploadCommand(target));
    const head = s3.client.send(new HeadObjectCommand({ Bucket: 'kept', Key: 'aborted' }));
    await expect(head).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('takes parts from other objects', async () => {
    const target = await start('from-parts');
    const CopySourceRange = 'bytes=2000000-2000007';
    const { CopyPartResult } = await s3.client.send(
      new UploadPartCopyCommand({ ...target, PartNumber: 1, CopySource: 'kept/big', CopySourceRange }),
    );
    const Parts = [{ PartNumber: 1, ETag: CopyPartResult?.ETag }];
    await s3.client.send(new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts } }));
    const { Body } = await s3.client.send(new GetObjectCommand({ Bucket: 'kept', Key: 'from-parts' }));
    expect(await Body?.transformToString()).toBe('-middle-');
  });
});
