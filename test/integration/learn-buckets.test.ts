import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { listBuckets } from '../../lib/cli/learn-buckets.ts';
import { runCommandLine } from '../../lib/cli/program.ts';
import { cleanArticle } from '../../lib/index.ts';
import { createClient } from '../../lib/local/local-stack.ts';
import { LocalS3 } from '../../lib/local/s3/server.ts';
import { memoryStreams } from '../support/streams.ts';

const SHARED = 'The museum of the harbour opens its doors on every first Sunday of the month.';
const recordOf = (story: string) =>
  cleanArticle(`The ${story} was the first matter before the council of Ansel on Friday.\n\n${SHARED}`, {
    url: `https://ansel.example/${story}`,
    mediaType: 'text/plain',
  });

describe('winnow learn s3://', () => {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-learn-'));
  const before = { ...process.env };
  let s3: LocalS3;

  beforeAll(async () => {
    s3 = await LocalS3.start({ port: 0, onEvent: () => {} });
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: s3.endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'any',
      AWS_SECRET_ACCESS_KEY: 'any',
    });
    const client = createClient(s3.endpoint);
    await client.send(new CreateBucketCommand({ Bucket: 'clean' }));
    const put = (Key: string, Body: string | Uint8Array) =>
      client.send(new PutObjectCommand({ Bucket: 'clean', Key, Body }));
    for (const story of ['ferry', 'bridge', 'market']) {
      await put(`2026/${story}.html.json`, JSON.stringify(recordOf(story)));
    }
    await put('2026/rows.jsonl.part-00000.gz', gzipSync(JSON.stringify(recordOf('school'))));
    await put('2025/library.html.json', JSON.stringify(recordOf('library')));
    client.destroy();
  });

  afterAll(async () => {
    process.env = before;
    await s3.close();
    rmSync(folder, { recursive: true });
  });

  async function learn(...paths: readonly string[]): Promise<{ code: number; errors: string; snapshot: string }> {
    const out = join(folder, 'snapshot.jsonl');
    const streams = memoryStreams();
    const code = await runCommandLine(['learn', ...paths, '--out', out], streams, '0.0.0');
    return { code, errors: streams.err(), snapshot: code === 0 ? readFileSync(out, 'utf8') : '' };
  }

  it('counts the outputs under a prefix, parts of shards too', async () => {
    const { code, errors, snapshot } = await learn('s3://clean/2026/');
    expect(errors).toContain('4 records and 0 snapshots of 1 hosts; 1 paragraphs are shared by 3 stories or more.');
    expect({ code, lines: snapshot.trim().split('\n').length }).toEqual({ code: 0, lines: 2 });
  });

  it('says which address is none', async () => {
    expect(await learn('s3://UPPER/x')).toMatchObject({
      code: 2,
      errors: 'winnow: expected s3://bucket or s3://bucket/prefix, got "s3://UPPER/x"\n',
    });
  });

  it('says what to install when the AWS client is missing', async () => {
    const loading = listBuckets(['s3://clean'], () => Promise.reject(new Error('not found')));
    await expect(loading).rejects.toThrow(/npm install @aws-sdk\/client-s3/);
  });
});
