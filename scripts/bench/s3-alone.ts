import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { S3Event, SQSEvent } from 'aws-lambda';
import { createS3Client } from '../../lib/io/s3.ts';

const client = createS3Client();

/** What a function costs that only reads an object and writes another: the client that every such function needs. */
export async function handler({ Records }: SQSEvent): Promise<void> {
  for (const { body } of Records) {
    for (const { s3 } of (JSON.parse(body) as S3Event).Records) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: s3.bucket.name, Key: s3.object.key }));
      const text = (await Body?.transformToString()) ?? '';
      const record = JSON.stringify({ length: text.length });
      await client.send(
        new PutObjectCommand({ Bucket: process.env.CLEAN_BUCKET, Key: `${s3.object.key}.json`, Body: record }),
      );
    }
  }
}
