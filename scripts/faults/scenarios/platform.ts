import type { S3EventRecord, SQSEvent } from 'aws-lambda';
import { batchOf } from '../../queue-batch.ts';
import { type Bench, cleaned, quarantined, type Scenario } from '../bench.ts';
import { article, messageOf } from '../messages.ts';
import type { Fault } from '../proxy.ts';

/** Faults of the platform: never the article's. */
export const PLATFORM: readonly Scenario[] = [
  { number: 7, title: '503, 500, timeout, reset, cut body on GET or PUT', run: faultsOfRequests },
  { number: 8, title: 'AccessDenied on GET or PUT', run: accessDenied },
  { number: 9, title: 'quarantine write fails', run: quarantineWriteFails },
  { number: 19, title: 'partial write', run: partialWrite },
  { number: 21, title: 'throttling', run: throttling },
];

const FAULTS: readonly Fault[] = ['slow-down', 'internal', 'reset', 'hang', 'cut', 'lost', 'conflict'];

async function faultsOfRequests(bench: Bench): Promise<string> {
  const { rig } = bench;
  let cases = 0;
  for (const fault of FAULTS) {
    // Only writes meet one another: no read is answered with 409.
    for (const method of fault === 'conflict' ? ['PUT'] : ['GET', 'PUT']) {
      // Once: the SDK or the store comes over it. Nine times: the attempts are used up and the queue brings it back.
      for (const times of [1, 9]) {
        const prefix = bench.key(`${fault}-${method}-${times}/`);
        const events = [];
        for (const name of ['hit', 'a', 'b']) events.push(await rig.upload(prefix + name, article(prefix + name)));
        const rule = {
          fault,
          times,
          applies: (one: { method: string; key: string }) =>
            one.method === method && one.key.startsWith(`${prefix}hit`),
        };
        rig.proxy.rules.push(rule);
        const deliveries = await bench.deliver(bench.handler(), events);
        bench.claim(deliveries[1] === 1 && deliveries[2] === 1, `${prefix}: a neighbour failed too`);
        if (times === 1) bench.claim(deliveries[0] === 1, `${prefix}: one fault cost ${deliveries[0]} deliveries`);
        await bench.judge(events.map(cleaned), 'keep', prefix);
        rig.proxy.rules.length = 0;
        cases++;
      }
    }
  }
  const reports = (await rig.versions('quarantine', bench.prefix)).length;
  bench.claim(reports === 0, `${reports} objects were quarantined for a fault of the platform`);
  return `${cases} cases of ${FAULTS.length} faults`;
}

async function accessDenied(bench: Bench): Promise<string> {
  const { rig } = bench;
  for (const method of ['GET', 'PUT']) {
    const key = bench.key(`denied-${method}`);
    const event = await rig.upload(key, article(key));
    rig.proxy.rules.push({ fault: 'denied', applies: (one) => one.method === method && one.key.startsWith(key) });
    const handler = bench.handler();
    const deliveries = await bench.deliver(handler, [event], 3);
    bench.claim(deliveries[0] === 3, `${method} denied was not retried through the queue`);
    rig.proxy.rules.length = 0;
    await bench.deliver(handler, [event]);
    await bench.judge([cleaned(event)], 'keep', key);
  }
  const reports = (await rig.versions('quarantine', bench.prefix)).length;
  bench.claim(reports === 0, `${reports} quarantine records for access denied`);
  return 'denied three times, then allowed';
}

async function quarantineWriteFails(bench: Bench): Promise<string> {
  const { rig } = bench;
  for (const fault of [...FAULTS, 'denied'] as const) {
    const key = bench.key(fault);
    const event = await rig.upload(key, `%PDF-1.7 ${fault}`, 'application/pdf');
    rig.proxy.rules.push({ fault, times: 9, applies: (one) => one.bucket === 'quarantine' && one.method === 'PUT' });
    await bench.deliver(bench.handler(), [event], 12);
    rig.proxy.rules.length = 0;
    await bench.judge([quarantined(event)], 'keep', key);
  }
  return `${FAULTS.length + 1} faults on the quarantine bucket`;
}

async function partialWrite(bench: Bench): Promise<string> {
  const { rig } = bench;
  const events = [];
  for (let number = 0; number < 20; number++) {
    events.push(await rig.upload(bench.key(`page-${number}`), article(`page ${number} `).repeat(40)));
  }
  // Every second PUT is cut in its body.
  let puts = 0;
  rig.proxy.rules.push({ fault: 'cut', applies: (one) => one.method === 'PUT' && puts++ % 2 === 0 });
  await bench.deliver(bench.handler(), events);
  rig.proxy.rules.length = 0;
  await bench.judge(events.map(cleaned));
  return `${Math.ceil(puts / 2)} of ${puts} PUTs cut`;
}

async function throttling(bench: Bench): Promise<string> {
  const { rig, random } = bench;
  const events = [];
  for (let number = 0; number < 60; number++)
    events.push(await rig.upload(bench.key(`page-${number}`), article(`page ${number}`)));
  rig.proxy.rules.push({ fault: 'slow-down', applies: (one) => one.key.startsWith(bench.prefix) && random() < 0.3 });
  const deliveries = await bench.deliver(bench.handler(), events, 12);
  rig.proxy.rules.length = 0;
  const most = Math.max(...deliveries);
  bench.claim(most <= 3, `an object took ${most} deliveries`);
  await bench.judge(events.map(cleaned));
  return `30 % of requests refused, at most ${most} deliveries an object`;
}

/** Messages of a batch, each of one event. */
export function bodiesOf(events: readonly S3EventRecord[]): SQSEvent {
  return batchOf(events.map((event) => messageOf(event)));
}
