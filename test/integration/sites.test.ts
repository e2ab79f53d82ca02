import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { bundleLearner } from '../../lib/infra/handler-code.ts';
import { LocalLambda } from '../../lib/local/runtime/lambda.ts';
import { PARTITIONS } from '../../lib/site-memory/learn-steps.ts';
import { page, START_LIMIT_MS, StackFixture } from './local-stack.ts';

let fixture: StackFixture;
let output = '';
beforeAll(async () => {
  const onOutput = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  fixture = await StackFixture.start({ sites: { rules: true, memory: true }, onOutput });
}, START_LIMIT_MS);
afterAll(() => fixture?.close());

const LETTER = 'Our harbour letter brings the news of the council to your desk every morning.';
const withLetter = (subject: string) =>
  page(subject).replace('</article>', `<p class="letter">${LETTER}</p></article>`);
const RULE = 'site: ellerport.example\nstrip:\n  - {selector: .letter, class: newsletter}\n';
const KEY = 'site-rules/ellerport.example.yaml';
let objects = 0;

async function putRule(Body: string, Key = KEY): Promise<void> {
  await fixture.stack.client.send(new PutObjectCommand({ Bucket: 'config', Key, Body }));
}

/** The record of a new object, cleaned by what is known of sites by now. */
async function cleaned(body = withLetter('the quay')): Promise<Record<string, unknown> & { text: string }> {
  const key = `sites/${++objects}.html`;
  await fixture.put(key, body, { Metadata: { 'source-url': `https://ellerport.example/${objects}` } });
  await fixture.idle();
  return (await fixture.readJson('clean', `${key}.json`)) as Record<string, unknown> & { text: string };
}

test('rules for sites are taken from the bucket as they change, and hold while a new version is broken', async () => {
  expect((await cleaned()).text).toContain(LETTER);
  await putRule(RULE);
  const ruled = await cleaned();
  expect(ruled.text).not.toContain(LETTER);
  expect(ruled).toMatchObject({
    removed: expect.arrayContaining([
      expect.objectContaining({ rule: 'site-strip', class: 'newsletter', text: LETTER }),
    ]),
    processing: {
      siteRuleSet: expect.stringMatching(/^[0-9a-f]{16}$/),
      siteRules: [expect.stringMatching(/^ellerport\.example@[0-9a-f]{8}$/)],
    },
  });
  await putRule('site: ellerport.example\nstrip: [\n');
  expect((await cleaned()).text).not.toContain(LETTER);
  expect(output).toMatch(/"message":"site-config".*"kind":"broken".*ellerport\.example\.yaml","line":3/);
  await fixture.stack.client.send(new DeleteObjectCommand({ Bucket: 'config', Key: KEY }));
  expect((await cleaned()).text).toContain(LETTER);
});

test('a rule that would remove more than it keeps is told, not applied', async () => {
  await putRule('site: ellerport.example\nbody: .letter\n');
  const record = await cleaned();
  expect(record).toMatchObject({
    quality: { flags: expect.arrayContaining([expect.objectContaining({ flag: 'site-rule-not-applied' })]) },
  });
  expect(record.text).toContain('spoke about the quay for 3 hours');
  expect(output).toMatch(/"message":"cleaned".*"siteRulesNotApplied":1/);
  expect(output).toContain('"SiteRulesNotApplied":1');
});

test('rows of a shard go by the rules too, its manifest names them, and other rules make other parts', async () => {
  await putRule(RULE);
  const rows = Array.from({ length: 1100 }, (_, id) => ({
    id,
    url: 'https://ellerport.example/r',
    html: withLetter(`row ${id}`),
  }));
  const body = rows.map((row) => JSON.stringify(row)).join('\n');
  await fixture.put('sites/rows.jsonl', body, { ContentType: 'application/x-ndjson' });
  await fixture.idle();
  const manifest = await fixture.readJson('clean', 'sites/rows.jsonl.manifest');
  expect(manifest).toMatchObject({
    rows: { in: 1100, out: 1100, quarantined: 0 },
    processing: { siteRuleSet: expect.stringMatching(/^[0-9a-f]{16}$/) },
  });
  const [first] = await fixture.readRows('clean', 'sites/rows.jsonl.part-00000.gz');
  expect(first).toMatchObject({ processing: { siteRules: [expect.stringMatching(/^ellerport/)] } });
  expect((first as { text: string }).text).not.toContain(LETTER);
  await putRule(RULE.replace('newsletter', 'related'));
  fixture.replay(fixture.uploads.at(-1));
  await fixture.idle();
  const [again] = await fixture.readRows('clean', 'sites/rows.jsonl.part-00000.gz');
  expect(again).toMatchObject({
    removed: expect.arrayContaining([expect.objectContaining({ class: 'related', text: LETTER })]),
  });
}, 120_000);

/** Runs the function that learns as its state machine does, over the outputs under a prefix. */
async function learn(prefix: string, run: string): Promise<unknown> {
  const assetPath = mkdtempSync(join(tmpdir(), 'winnow-learner-'));
  bundleLearner(assetPath);
  const environment = {
    CLEAN_BUCKET: 'clean',
    RUNS_BUCKET: 'runs',
    SITE_MEMORY: 's3://config/site-memory/snapshot.jsonl.gz',
    MIN_STORIES: '3',
  };
  const lambda = await LocalLambda.start({
    projectRoot: join(__dirname, '..', '..'),
    code: { assetPath, handler: 'index.handler', environment },
    timeoutMs: 60_000,
    memoryMb: 1024,
    s3Endpoint: fixture.stack.s3.endpoint,
    concurrency: 2,
    onOutput: () => {},
  });
  try {
    const keys = await fixture.keys('clean', prefix);
    const batches = [keys.slice(0, 2), keys.slice(2)].map((batch) => ({
      Items: batch.map((Key) => ({ Key })),
      BatchInput: { run },
    }));
    await Promise.all(batches.map((batch) => lambda.invoke(batch)));
    const merges = Array.from({ length: PARTITIONS }, (_, partition) => ({ step: 'merge', run, partition }));
    await Promise.all(merges.map((merge) => lambda.invoke(merge)));
    return await lambda.invoke({ step: 'publish', run });
  } finally {
    await lambda.close();
    rmSync(assetPath, { recursive: true });
  }
}

test('what the stories of a site share is learnt from the outputs, and removed from those that come later', async () => {
  await fixture.stack.client.send(new DeleteObjectCommand({ Bucket: 'config', Key: KEY }));
  await fixture.stack.client.send(new CreateBucketCommand({ Bucket: 'runs' }));
  const put = async (subject: string): Promise<Record<string, unknown> & { text: string }> => {
    await fixture.put(`learn/${subject}.html`, withLetter(subject), {
      Metadata: { 'source-url': `https://ellerport.example/${subject}` },
    });
    await fixture.idle();
    return (await fixture.readJson('clean', `learn/${subject}.html.json`)) as never;
  };
  for (const subject of ['harbour', 'bridge', 'market', 'school']) expect((await put(subject)).text).toContain(LETTER);
  expect(await learn('learn/', 'first')).toMatchObject({ hosts: 1 });
  const record = await put('library');
  expect(record.text).not.toContain(LETTER);
  expect(record).toMatchObject({
    removed: expect.arrayContaining([
      expect.objectContaining({ rule: 'site-memory', class: 'duplicate', text: LETTER }),
    ]),
    processing: { siteMemory: expect.stringMatching(/^[0-9a-f]{16}$/) },
  });
  await fixture.stack.client.send(
    new PutObjectCommand({ Bucket: 'config', Key: 'site-memory/snapshot.jsonl.gz', Body: 'no snapshot' }),
  );
  expect((await put('theatre')).text).not.toContain(LETTER);
  expect(output).toMatch(/"message":"site-config".*"kind":"broken".*snapshot\.jsonl\.gz/);
}, 120_000);
