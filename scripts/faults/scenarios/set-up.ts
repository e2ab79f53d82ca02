import { App, Stack } from 'aws-cdk-lib';
import type { S3EventRecord } from 'aws-lambda';
import fc from 'fast-check';
import { ArticleCleaning } from '../../../lib/infra/article-cleaning.ts';
import { outputKey, quarantineKey } from '../../../lib/io/output-key.ts';
import { type Bench, cleaned, type Scenario } from '../bench.ts';
import { article, messageOf } from '../messages.ts';

/** How the stack is set up, and what its keys and versions are. */
export const SET_UP: readonly Scenario[] = [
  { number: 16, title: 'output bucket is the input bucket', run: sameBucket },
  { number: 17, title: 'settings broken', run: brokenSettings },
  { number: 18, title: 'replay of everything, also after a change of rules', run: replay },
  { number: 24, title: 'two input keys, one output key', run: keysMeet },
];

async function sameBucket(bench: Bench): Promise<string> {
  const { rig } = bench;
  for (const name of ['cleanBucketName', 'quarantineBucketName'] as const) {
    let refusal = '';
    try {
      new ArticleCleaning(new Stack(new App(), name), 'Cleaning', {
        rawBucketName: 'one-bucket',
        [name]: 'one-bucket',
      });
    } catch (error) {
      refusal = String(error);
    }
    bench.claim(refusal.includes(name), `synthesis does not refuse ${name}`);
  }
  // The same without the construct: what the function writes comes back to it as events.
  for (const OUTPUT_PREFIX of [`${bench.prefix}out/`, '']) {
    const handler = bench.handler({ variables: { CLEAN_BUCKET: 'raw', QUARANTINE_BUCKET: 'raw', OUTPUT_PREFIX } });
    const from = rig.events.length;
    const name = OUTPUT_PREFIX === '' ? 'marked' : 'prefixed';
    await rig.upload(bench.key(name), article(name));
    await rig.upload(bench.key(`${name}-bad`), '%PDF-1.7', 'application/pdf');
    for (let place = from; place < rig.events.length && place < from + 50; place++) {
      await bench.deliver(handler, rig.events.slice(place, place + 1));
    }
    const second = rig.events.length - from - 4;
    bench.count({ doubled: Math.max(0, second), lost: Math.max(0, -second) });
  }
  return '2 refused at synthesis; outputs fed back, under a prefix and without';
}

async function brokenSettings(bench: Bench): Promise<string> {
  const { rig } = bench;
  const events = [];
  for (let number = 0; number < 3; number++)
    events.push(await rig.upload(bench.key(`${number}`), article(`page ${number}`)));
  let letters = 0;
  for (const variables of [{ THOROUGHNESS: 'bold' }, { MAX_BYTES: 'many' }, { CLEAN_BUCKET: '' }]) {
    const worker = await bench.workers.start({ variables, maxReceiveCount: 2 });
    for (const event of events) worker.queue.send(messageOf(event));
    await worker.idle(30_000);
    letters = worker.queue.deadLetters.length;
    const told = worker.log.join('').includes('wrong environment variables');
    await worker.close();
    bench.claim(letters === events.length, `${letters} of ${events.length} waited for the repair`);
    bench.claim(told, 'the log does not say which setting is wrong');
  }
  const early =
    (await rig.versions('clean', bench.prefix)).length + (await rig.versions('quarantine', bench.prefix)).length;
  bench.claim(early === 0, `${early} outputs with broken settings`);
  const worker = await bench.workers.start();
  for (const event of events) worker.queue.send(messageOf(event));
  await worker.idle(30_000);
  await worker.close();
  await bench.judge(events.map(cleaned));
  return '3 broken settings: nothing written, all came back; then repaired';
}

/** Every second object of the replay holds a line that only one phrase of the rules removes. */
const LINE = 'Leave a reply';
const OBJECTS = 400;

async function replay(bench: Bench): Promise<string> {
  const { rig } = bench;
  const events: S3EventRecord[] = [];
  for (let number = 0; number < OBJECTS; number++) {
    const text = `${article(`page ${number}`)}\nThe work begins in June, said the mayor.\n`;
    events.push(await rig.upload(bench.key(`${number}`), number % 2 === 0 ? text : `${text}\n${LINE}\n`));
  }
  const count = async (): Promise<number> => (await rig.versions('clean', bench.prefix)).length;
  await bench.deliver(bench.handler(), events);
  const first = await count();
  await bench.deliver(bench.handler(), events);
  // A backfill knows no sequencers and no versions.
  const listed = structuredClone(events);
  for (const { s3 } of listed) s3.object = { ...s3.object, sequencer: '', versionId: '' };
  await bench.deliver(bench.handler(), listed);
  bench.count({ doubled: (await count()) - first, lost: OBJECTS - first });
  for (const time of ['first', 'second']) {
    const before = await count();
    await replayWithOtherRules(bench, time === 'first' ? listed : events);
    const rewritten = (await count()) - before;
    const changed = time === 'first' ? OBJECTS / 2 : 0;
    bench.count({ doubled: Math.max(0, rewritten - changed), stale: Math.max(0, changed - rewritten) });
  }
  await bench.judge(events.map(cleaned));
  return `${OBJECTS} objects: of ${2 * OBJECTS} replays none wrote; with a changed rule ${OBJECTS / 2}, then none`;
}

/** The function as it is deployed, but for one phrase of its rules. */
async function replayWithOtherRules(bench: Bench, events: readonly S3EventRecord[]): Promise<void> {
  const change = (code: string): string => code.replace(`"${LINE}"`, '"Leave a reply or two"');
  const worker = await bench.workers.start({ change });
  for (const event of events) worker.queue.send(messageOf(event));
  bench.count({ lost: await worker.idle() });
  await worker.close();
}

async function keysMeet(bench: Bench): Promise<string> {
  const { rig } = bench;
  const names = [
    'a',
    'a.txt',
    'a.html',
    'a.json',
    'a.txt.json',
    'a.jsonl',
    'a.jsonl.gz',
    'a.json.jsonl',
    'a/',
    'a//',
    'A',
    'a%20b',
    'a b',
    'a+b',
  ];
  const events = [];
  for (const name of names) {
    const isLines = name.endsWith('.jsonl');
    const isRecord = name.endsWith('.json');
    const body = isLines || isRecord ? JSON.stringify({ text: article(name) }) : article(name);
    events.push(
      await rig.upload(
        bench.key(name),
        body,
        isLines ? 'application/x-ndjson' : isRecord ? 'application/json' : 'text/plain',
      ),
    );
  }
  await bench.deliver(bench.handler(), events);
  // A key that ends in a slash names no file; it is quarantined under a key of its own.
  const written = await Promise.all(['clean', 'quarantine'].map((bucket) => rig.versions(bucket, bench.prefix)));
  const outputs = written.reduce((sum, versions) => sum + new Set(versions.map(({ key }) => key)).size, 0);
  bench.count({ lost: names.length - outputs });
  const suffixes = ['.json', '.jsonl.gz'] as const;
  const key = fc
    .tuple(
      fc.constantFrom('a', 'b/c', ''),
      fc.array(fc.constantFrom('.json', '.jsonl', '.gz', '.txt', '/', 'x'), { maxLength: 4 }),
    )
    .map(([stem, ends]) => stem + ends.join(''));
  const meet = fc.check(
    fc.property(
      key,
      key,
      fc.constantFrom(...suffixes),
      fc.constantFrom(...suffixes),
      (one, other, ending, otherEnding) =>
        one === other ||
        (outputKey(one, ending) !== outputKey(other, otherEnding) &&
          quarantineKey('raw', one) !== quarantineKey('raw', other)),
    ),
    { numRuns: 5000, seed: 1 },
  );
  bench.claim(!meet.failed, `two keys share an output: ${JSON.stringify(meet.counterexample)}`);
  return `${names.length} look-alike keys, 5,000 drawn pairs`;
}
