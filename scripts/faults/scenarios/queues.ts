import { setTimeout as wait } from 'node:timers/promises';
import type { S3EventRecord } from 'aws-lambda';
import { EventSource } from '../../../lib/local/event-source.ts';
import { LocalQueue } from '../../../lib/local/queue.ts';
import { type Bench, cleaned, quarantined, type Scenario } from '../bench.ts';
import { article, messageOf } from '../messages.ts';
import type { Worker } from '../workers.ts';

/** Share of the kills that this scenario takes; the rest belongs to the shards. */
const SHARE_OF_KILLS = 0.7;

/** The queue and the processes behind it. */
export const QUEUES: readonly Scenario[] = [
  { number: 11, title: 'hard kill of the worker', run: hardKill },
  { number: 14, title: 'redelivery while the first still runs', run: redeliveryMeanwhile },
  { number: 15, title: 'redrive of dead letters', run: redrive },
  { number: 22, title: 'burst', run: burst },
];

async function hardKill(bench: Bench): Promise<string> {
  const { rig, random } = bench;
  const kills = Math.ceil(bench.kills * SHARE_OF_KILLS);
  const worker = await bench.workers.start({ maxReceiveCount: 1000, batchSize: 4, concurrency: 2 });
  const events: S3EventRecord[] = [];
  const bad: S3EventRecord[] = [];
  let killed = 0;
  const killer = new Killer(bench, worker, () => killed++);
  try {
    while (killed < kills) {
      killer.arm();
      for (let number = 0; number < 4; number++) {
        const name = bench.key(`${events.length}`);
        const event = random() < 0.15 ? null : await rig.upload(name, article(name).repeat(30));
        if (event) events.push(event);
        else bad.push(await rig.upload(`${name}-bad-${bad.length}`, '%PDF-1.7', 'application/pdf'));
        worker.queue.send(messageOf(event ?? (bad.at(-1) as S3EventRecord)));
      }
      while (worker.queue.size > 2) await wait(2);
    }
    killer.disarm();
    bench.count({ lost: (await worker.idle()) + worker.queue.deadLetters.length });
  } finally {
    killer.disarm();
    await worker.close();
  }
  await bench.judge([...events.map(cleaned), ...bad.map(quarantined)]);
  return `${killed} kills, ${events.length + bad.length} objects`;
}

/** Kills a worker at a random request, before it is handed on or after it took effect, or at a random time. */
export class Killer {
  #inRequests = 0;
  #moment: 'before' | 'after' = 'before';
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly bench: Bench,
    private readonly worker: Worker,
    private readonly onKill: () => void,
  ) {}

  arm(): void {
    this.disarm();
    const { random, rig } = this.bench;
    if (random() < 0.3) {
      this.#timer = setTimeout(() => this.#kill(), random() * 800);
      return;
    }
    this.#inRequests = 1 + Math.floor(random() * 12);
    this.#moment = random() < 0.5 ? 'before' : 'after';
    rig.proxy.gate = (_request, moment) => {
      if (moment === this.#moment && --this.#inRequests === 0) this.#kill();
    };
  }

  disarm(): void {
    clearTimeout(this.#timer);
    this.bench.rig.proxy.gate = () => {};
  }

  #kill(): void {
    if (this.worker.lambda.kill()) this.onKill();
  }
}

async function redeliveryMeanwhile(bench: Bench): Promise<string> {
  const { rig } = bench;
  const events: S3EventRecord[] = [];
  for (let number = 0; number < 10; number++)
    events.push(await rig.upload(bench.key(`${number}`), article(`page ${number}`)));
  rig.proxy.rules.push({ fault: 'delay', milliseconds: 60, applies: ({ key }) => key.startsWith(bench.prefix) });
  const handler = bench.handler({ requestTimeoutMs: 1000 });
  // The visibility timeout is far too short, so every message is brought again while it is in work.
  const queue = new LocalQueue({ visibilityTimeoutMs: 30, maxReceiveCount: 1000 });
  let calls = 0;
  const invoke: ConstructorParameters<typeof EventSource>[0]['invoke'] = (event) => {
    calls += event.Records.length;
    return handler.handle(event);
  };
  const source = new EventSource({ queue, invoke, batchSize: 10, concurrency: 6, retryDelayMs: 1 });
  for (const event of events) queue.send(messageOf(event));
  source.start();
  for (let waited = 0; queue.size > 0 && waited < 500; waited++) await wait(10);
  await source.stop();
  bench.claim(calls > events.length, 'nothing was brought twice');
  await bench.judge(events.map(cleaned));
  return `${events.length} objects brought ${calls} times`;
}

async function redrive(bench: Bench): Promise<string> {
  const { rig } = bench;
  const events: S3EventRecord[] = [];
  for (let number = 0; number < 12; number++)
    events.push(await rig.upload(bench.key(`${number}`), article(`page ${number}`)));
  rig.proxy.rules.push({ fault: 'denied', applies: ({ key }) => key.startsWith(bench.prefix) });
  const handler = bench.handler();
  const queue = new LocalQueue({ visibilityTimeoutMs: 5000, maxReceiveCount: 3 });
  const source = new EventSource({
    queue,
    invoke: (event) => handler.handle(event),
    batchSize: 10,
    concurrency: 1,
    retryDelayMs: 1,
  });
  for (const event of events) queue.send(messageOf(event));
  source.start();
  const drained = async (): Promise<void> => {
    for (let waited = 0; queue.size > 0 && waited < 500; waited++) await wait(10);
  };
  await drained();
  const letters = queue.deadLetters.splice(0);
  bench.claim(letters.length === events.length, `${letters.length} of ${events.length} reached the dead letters`);
  const newer = await rig.upload(bench.key('0'), article('a newer page'));
  rig.proxy.rules.length = 0;
  await bench.deliver(handler, [newer]);
  for (const letter of letters) queue.send(letter.body);
  await drained();
  await source.stop();
  bench.count({ lost: queue.deadLetters.length });
  await bench.judge([newer, ...events.slice(1)].map(cleaned));
  return `${letters.length} dead letters sent again, one of them outdated meanwhile`;
}

async function burst(bench: Bench): Promise<string> {
  const { rig } = bench;
  const handler = bench.handler({ requestTimeoutMs: 10_000 });
  const queue = new LocalQueue({ visibilityTimeoutMs: 60_000, maxReceiveCount: 5 });
  const events: S3EventRecord[] = [];
  for (let number = 0; number < 1000; number++) {
    const event = await rig.upload(bench.key(`${number}`), article(`page ${number}`));
    events.push(event);
    queue.send(messageOf(event));
  }
  const source = new EventSource({
    queue,
    invoke: (event) => handler.handle(event),
    batchSize: 10,
    concurrency: 10,
    retryDelayMs: 1,
  });
  source.start();
  for (let waited = 0; queue.size > 0 && waited < 6000; waited++) await wait(10);
  await source.stop();
  bench.count({ lost: queue.size + queue.deadLetters.length });
  await bench.judge(events.map(cleaned));
  return `${events.length} objects at once; scripts/faults/burst.ts does 100,000`;
}
