import { batchOf } from '../../queue-batch.ts';
import { type Bench, cleaned, type Scenario } from '../bench.ts';
import { article, messageOf } from '../messages.ts';
import { bodiesOf } from './platform.ts';
import { POISON } from './poison.ts';

/** What becomes of the other messages of a batch, and of a function that has no time left. */
export const BATCHES: readonly Scenario[] = [
  { number: 10, title: 'timeout in mid-run', run: timeoutInMidRun },
  { number: 12, title: 'poison message', run: poisonMessage },
  { number: 13, title: 'partial batch', run: partialBatch },
  { number: 20, title: 'clock skew', run: clockSkew },
];

async function timeoutInMidRun(bench: Bench): Promise<string> {
  const { rig } = bench;
  const events = [];
  for (let number = 0; number < 10; number++)
    events.push(await rig.upload(bench.key(`page-${number}`), article(`page ${number}`)));
  // Each GET takes 300 ms of the 900 that lie above the margin, and the last never ends.
  rig.proxy.rules.push(
    { fault: 'hang', applies: (one) => one.key === bench.key('page-3') && one.method === 'GET' },
    { fault: 'delay', milliseconds: 300, applies: (one) => one.method === 'GET' && one.key.startsWith(bench.prefix) },
  );
  const handler = bench.handler({ requestTimeoutMs: 60_000 });
  const ends = performance.now() + 10_900;
  const started = performance.now();
  const { batchItemFailures } = await handler.handle(bodiesOf(events), () => ends - performance.now());
  const took = performance.now() - started;
  bench.claim(took < 10_900, `answered after ${Math.round(took)} ms, past the end of the function`);
  const failed = batchItemFailures.length;
  bench.claim(failed > 0 && failed < 10, `${failed} of 10 were returned`);
  const written = (await rig.versions('clean', bench.prefix)).length;
  bench.claim(written === 10 - failed, `${written} written, ${failed} returned`);
  rig.proxy.rules.length = 0;
  await bench.deliver(handler, events);
  await bench.judge(events.map(cleaned));
  return `${failed} of 10 returned with ${Math.round(10_900 - took)} ms left, then finished`;
}

async function poisonMessage(bench: Bench): Promise<string> {
  const { rig } = bench;
  const handler = bench.handler();
  for (const [place, { name, body, contentType }] of POISON.entries()) {
    const events = [];
    for (let number = 0; number < 9; number++) {
      events.push(await rig.upload(bench.key(`${name}/${number}`), article(`page ${number} beside ${name}`)));
    }
    const key = bench.key(`${name}/poison`);
    const poison = await rig.upload(key, body, contentType);
    const batch = events.toSpliced(place % 10, 0, poison);
    const { batchItemFailures } = await handler.handle(bodiesOf(batch));
    bench.claim(batchItemFailures.length === 0, `${name}: ${batchItemFailures.length} of 10 came back`);
    await bench.judge(events.map(cleaned), 'keep', bench.key(`${name}/`));
    const outcomes = [...(await rig.versions('quarantine', key)), ...(await rig.versions('clean', key))].length;
    bench.count({ lost: outcomes === 0 ? 1 : 0, doubled: Math.max(0, outcomes - 1) });
  }
  return `${POISON.length} bad bodies, 9 neighbours each`;
}

async function partialBatch(bench: Bench): Promise<string> {
  const { rig, random } = bench;
  let returned = 0;
  for (let batch = 0; batch < 12; batch++) {
    const prefix = bench.key(`batch-${batch}/`);
    const events = [];
    for (let number = 0; number < 10; number++)
      events.push(await rig.upload(`${prefix}${number}`, article(`${batch}, ${number}`)));
    const hit = new Set(events.map((_, place) => place).filter(() => random() < 0.4));
    const method = random() < 0.5 ? 'GET' : 'PUT';
    const isHit = (key: string): boolean => hit.has(Number(key.slice(prefix.length).replace('.json', '')));
    rig.proxy.rules.push({
      fault: 'internal',
      applies: (one) => one.method === method && one.key.startsWith(prefix) && isHit(one.key),
    });
    const handler = bench.handler();
    const broken = [...events.map((event) => messageOf(event)), 'no event at all'];
    const { batchItemFailures } = await handler.handle(batchOf(broken.slice(1)));
    const failed = batchItemFailures
      .map(({ itemIdentifier }) => Number(itemIdentifier.slice(1)) + 1)
      .toSorted((a, b) => a - b);
    const expected = [...hit].filter((place) => place > 0);
    bench.claim(failed.join() === expected.join(), `returned ${failed.join()}, but ${expected.join()} failed`);
    returned += failed.length;
    rig.proxy.rules.length = 0;
    await bench.deliver(handler, events);
    await bench.judge(events.map(cleaned), 'keep', prefix);
  }
  return `12 batches, ${returned} messages returned, exactly those that failed`;
}

async function clockSkew(bench: Bench): Promise<string> {
  const { rig } = bench;
  const key = bench.key('page');
  const events = [];
  for (const number of [1, 2, 3]) events.push(await rig.upload(key, article(`draft ${number}`)));
  const RealDate = Date;
  const DAY_MS = 86_400_000;
  // The newest version is cleaned by a function whose clock is a day behind, the older ones by one a day ahead.
  for (const [place, days] of [
    [2, -1],
    [0, 1],
    [1, 1],
  ] as const) {
    globalThis.Date = class extends RealDate {
      constructor(...values: [] | [number]) {
        super(values.length === 0 ? RealDate.now() + days * DAY_MS : values[0]);
      }
      static override now(): number {
        return RealDate.now() + days * DAY_MS;
      }
    } as DateConstructor;
    try {
      await bench.deliver(bench.handler(), events.slice(place, place + 1));
    } finally {
      globalThis.Date = RealDate;
    }
  }
  await bench.judge(events.slice(2).map(cleaned));
  const skewed = await rig.read('clean', `${key}.json`);
  const again = await bench.deliver(bench.handler(), events.slice(2));
  const straight = await rig.read('clean', `${key}.json`);
  bench.claim(again[0] === 1 && skewed.body.equals(straight.body), 'the bytes depend on the clock');
  return 'clock a day behind for the newest version, a day ahead for the older ones';
}
