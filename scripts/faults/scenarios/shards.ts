import { type Bench, cleaned, type Scenario } from '../bench.ts';
import { article, messageOf } from '../messages.ts';
import type { Worker } from '../workers.ts';
import { Killer } from './queues.ts';

/** Rows of the shard: more than one invocation of the bench can clean. */
const ROWS = 9000;

export const SHARDS: readonly Scenario[] = [
  { number: 23, title: 'big JSONL, killed at random rows', run: killedShard },
];

async function killedShard(bench: Bench): Promise<string> {
  const { rig } = bench;
  const kills = Math.max(1, Math.floor(bench.kills * 0.3));
  // A function that has two seconds above its margin: the shard takes many invocations.
  const worker = await bench.workers.start({
    timeoutMs: 10_000,
    maxReceiveCount: 1000,
    variables: { PART_ROWS: '100' },
  });
  let killed = 0;
  let shards = 0;
  const killer = new Killer(bench, worker, () => killed++);
  try {
    while (killed < kills || shards === 0) {
      const event = await rig.upload(bench.key(`shard-${shards++}.jsonl`), rows(shards), 'application/x-ndjson');
      worker.queue.send(messageOf(event));
      await killUntilDone(worker, killer, () => killed < kills);
      await bench.judge(
        [{ ...cleaned(event), rows: { in: ROWS, quarantined: ROWS / 10 } }],
        'keep',
        event.s3.object.key,
      );
    }
    const rounds = worker.log.join('').split('"message":"continued"').length - 1;
    bench.claim(rounds > 0, 'no shard took more than one invocation');
    bench.count({ lost: worker.queue.deadLetters.length });
    return `${killed} kills in ${shards} shards of ${ROWS} rows, gone on with ${rounds} times`;
  } finally {
    killer.disarm();
    await worker.close();
  }
}

async function killUntilDone(worker: Worker, killer: Killer, wantsMore: () => boolean): Promise<void> {
  for (let waited = 0; worker.queue.size > 0 && waited < 1000; waited++) {
    if (wantsMore()) killer.arm();
    else killer.disarm();
    await worker.idle(700);
  }
}

/** Every tenth row can never be cleaned. */
function rows(shard: number): string {
  const row = (_: unknown, number: number): string =>
    JSON.stringify(
      number % 10 === 9
        ? { id: `${number}` }
        : { id: `${number}`, text: article(`row ${number} of ${shard}`).repeat(8) },
    );
  return `${Array.from({ length: ROWS }, row).join('\n')}\n`;
}
