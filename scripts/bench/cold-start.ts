/**
 * Measures how long a fresh process takes from its start to its first record, under the Runtime API and on the embedded S3,
 * against a function that has the S3 client alone. Both are started in turn; the medians are compared.
 *
 *     npm run -s bench:cold -- [--rounds N]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DeleteObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { S3EventRecord } from 'aws-lambda';
import { bundleFunction, bundleHandler } from '../../lib/infra/handler-code.ts';
import { createBuckets, createClient } from '../../lib/local/local-stack.ts';
import { ExecutionEnvironment } from '../../lib/local/runtime/execution-environment.ts';
import { writeBootstrap } from '../../lib/local/runtime/lambda.ts';
import { LocalS3 } from '../../lib/local/s3/server.ts';
import { batchOf } from '../queue-batch.ts';
import { median } from './measure.ts';
import { newsPage } from './news-page.ts';

const projectRoot = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } });
const rounds = Number(values.rounds);

const folder = mkdtempSync(join(tmpdir(), 'winnow-cold-'));
const s3 = await LocalS3.start({
  onEvent: (record) => {
    if (record.s3.bucket.name === 'raw') event = record;
  },
});
let event: S3EventRecord | null = null;
const client = createClient(s3.endpoint);
try {
  await createBuckets(client);
  await client.send(
    new PutObjectCommand({ Bucket: 'raw', Key: 'page.html', Body: newsPage(1), ContentType: 'text/html' }),
  );
  await measureRounds();
} finally {
  client.destroy();
  await s3.close();
  rmSync(folder, { recursive: true });
}

async function measureRounds(): Promise<void> {
  const [winnow, alone] = [join(folder, 'winnow'), join(folder, 'alone')];
  bundleHandler(winnow);
  bundleFunction(join(import.meta.dirname, 's3-alone.ts'), join(alone, 'index.mjs'));
  const bootstrapPath = writeBootstrap(projectRoot, folder);
  const times = { winnow: [] as number[], alone: [] as number[] };
  // The first start of each reads the files into the cache of the disk.
  for (let round = -1; round < rounds; round++) {
    for (const [name, assetPath] of [
      ['alone', alone],
      ['winnow', winnow],
    ] as const) {
      const ms = await firstRecord(assetPath, bootstrapPath);
      if (round >= 0) times[name].push(ms);
    }
  }
  for (const [name, all] of Object.entries(times)) {
    console.log(
      `${name.padEnd(8)} ${median(all).toFixed(0)} ms (${Math.min(...all).toFixed(0)}-${Math.max(...all).toFixed(0)})`,
    );
  }
  const ratios = times.winnow.map((ms, round) => ms / (times.alone[round] ?? Number.NaN));
  console.log(`ratio cold/s3-client ${median(ratios).toFixed(2)}`);
}

/** Milliseconds from the start of a process to its answer to one event. */
async function firstRecord(assetPath: string, bootstrapPath: string): Promise<number> {
  const logged: Buffer[] = [];
  const environment = await ExecutionEnvironment.create({
    code: {
      assetPath,
      handler: 'index.handler',
      environment: { CLEAN_BUCKET: 'clean', QUARANTINE_BUCKET: 'quarantine' },
    },
    s3Endpoint: s3.endpoint,
    bootstrapPath,
    timeoutMs: 30_000,
    memoryMb: 1024,
    onOutput: (chunk) => logged.push(chunk),
  });
  const started = performance.now();
  const answer = await environment.invoke(batchOf([JSON.stringify({ Records: [event] })]));
  const ms = performance.now() - started;
  await environment.close();
  const failures = (answer as { batchItemFailures?: unknown[] } | null)?.batchItemFailures ?? [];
  if (failures.length > 0) throw new Error(`expected a record, got\n${Buffer.concat(logged)}`);
  const output = { Bucket: 'clean', Key: 'page.html.json' };
  await client.send(new HeadObjectCommand(output));
  await client.send(new DeleteObjectCommand(output));
  return ms;
}
