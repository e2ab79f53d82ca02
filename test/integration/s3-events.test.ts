import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { type Fixture, startS3 } from './local-s3.ts';

let s3: Fixture;
beforeEach(async () => {
  s3 = await startS3();
});
afterEach(() => s3.close());

const put = (Bucket: string, Key: string, Body = 'text') => s3.client.send(new PutObjectCommand({ Bucket, Key, Body }));

describe('event notifications', () => {
  test('describe an upload as S3 does', async () => {
    const { ETag, VersionId } = await put('kept', 'page.html', 'four');
    const object = { key: 'page.html', size: 4, eTag: ETag?.replaceAll('"', ''), versionId: VersionId };
    expect(s3.events).toMatchObject([
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        eventName: 'ObjectCreated:Put',
        s3: { bucket: { name: 'kept', arn: 'arn:aws:s3:::kept' }, object },
      },
    ]);
  });

  test.each([
    ['a b+c.html', 'a+b%2Bc.html'],
    ['a//b%20.html', 'a//b%2520.html'],
    ['Zürich (1).html', 'Z%C3%BCrich+%281%29.html'],
  ])('encode the key %p as %p', async (key, encoded) => {
    await put('plain', key);
    const [event] = s3.events;
    expect(event?.s3.object.key).toBe(encoded);
    expect(decodeURIComponent(encoded.replaceAll('+', ' '))).toBe(key);
  });

  test('carry sequencers that ascend for a key', async () => {
    for (let count = 0; count < 20; count++) await put('kept', 'same');
    const sequencers = s3.events.map((event) => event.s3.object.sequencer);
    expect(sequencers.every((sequencer) => /^[0-9A-F]+$/.test(sequencer))).toBe(true);
    expect(new Set(sequencers).size).toBe(20);
    expect([...sequencers].sort()).toEqual(sequencers);
  });

  test('name copies, multipart uploads and both kinds of removal', async () => {
    await put('kept', 'a');
    await s3.client.send(new CopyObjectCommand({ Bucket: 'kept', Key: 'b', CopySource: 'kept/a' }));
    const target = { Bucket: 'kept', Key: 'c' };
    const { UploadId } = await s3.client.send(new CreateMultipartUploadCommand(target));
    const { ETag } = await s3.client.send(new UploadPartCommand({ ...target, UploadId, PartNumber: 1, Body: 'x' }));
    const MultipartUpload = { Parts: [{ ETag, PartNumber: 1 }] };
    await s3.client.send(new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload }));
    const { VersionId } = await s3.client.send(new DeleteObjectCommand({ Bucket: 'kept', Key: 'c' }));
    await s3.client.send(new DeleteObjectCommand({ Bucket: 'kept', Key: 'c', VersionId }));
    expect(s3.events.map((event) => event.eventName)).toEqual([
      'ObjectCreated:Put',
      'ObjectCreated:Copy',
      'ObjectCreated:CompleteMultipartUpload',
      'ObjectRemoved:DeleteMarkerCreated',
      'ObjectRemoved:Delete',
    ]);
  });

  test('are not sent for a write that was refused', async () => {
    await put('kept', 'once');
    const refused = s3.client.send(new PutObjectCommand({ Bucket: 'kept', Key: 'once', Body: 'x', IfNoneMatch: '*' }));
    await expect(refused).rejects.toMatchObject({ name: 'PreconditionFailed' });
    expect(s3.events).toHaveLength(1);
  });
});
