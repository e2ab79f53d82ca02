import type { S3EventRecord } from 'aws-lambda';
import type { ObjectRef } from '../../lib/io/ports.ts';
import { continuationOf } from '../../lib/io/s3-events.ts';
import { batchOf } from '../queue-batch.ts';
import { type Expected, type Faults, judge } from './judge.ts';
import { messageOf } from './messages.ts';
import type { Rule } from './proxy.ts';
import type { BenchHandler, Rig } from './rig.ts';
import { type Schedule, settled } from './schedule.ts';
import { expectedOf, PART_ROWS, type TakenStep, take } from './schedule-steps.ts';

/** Milliseconds without a new request after which everything that can wait is taken to be waiting. */
const QUIET_MS = 2;

/** Batches after which a message that still fails counts as lost: more than all faults of a schedule can use up. */
const MAX_ROUNDS = 60;

/** One schedule under way. */
export class ScheduleRun {
  readonly #handler: BenchHandler;
  readonly #steps: readonly TakenStep[];
  readonly #again: string[] = [];
  readonly #rules: Rule[] = [];
  #batches = 0;
  #continuations = 0;
  #soon: number;
  #lastArrival = 0;
  #isGated = true;

  constructor(
    private readonly rig: Rig,
    private readonly prefix: string,
    private readonly schedule: Schedule,
  ) {
    this.#soon = schedule.soon;
    this.#handler = rig.handler({
      variables: { REMOVED_OBJECTS: schedule.mode, PART_ROWS: String(PART_ROWS) },
      goOn: (ref) => this.#goOn(ref),
    });
    const steps = schedule.keys.map((key, place) =>
      key.map((step, number) => ({ key: `${prefix}/${place}`, step: settled(step, key, schedule.mode), number })),
    );
    // Round by round, so that the versions of one key are mixed with those of the others.
    const rounds = Math.max(...steps.map((of) => of.length));
    this.#steps = Array.from({ length: rounds }, (_, round) =>
      steps.flatMap((of) => of.slice(round, round + 1)),
    ).flat();
    this.#putFaults();
  }

  get story(): string {
    const { mode, early, batchSize, faults, sends } = this.schedule;
    const steps = this.#steps.map(({ key, step }) => `${step} ${key}`).join(', ');
    const put = faults.map(({ fault, after, times }) => `${fault} at ${after} x ${times}`).join(', ');
    return `${mode}; ${steps}; ${early} first; batches of ${batchSize}; ${put || 'no faults'}; sends ${sends.join(', ')}`;
  }

  /** Where every request of the run waits for its turn. */
  gate(label: string): Promise<void> | undefined {
    this.#lastArrival = performance.now();
    return this.#isGated ? this.schedule.scheduler.schedule(Promise.resolve(), label) : undefined;
  }

  async finish(): Promise<Faults> {
    try {
      const first: S3EventRecord[] = [];
      for (const step of this.#steps.slice(0, this.schedule.early)) first.push(...(await take(this.rig, step)));
      await this.#interleave(Promise.all([...this.#deliver(first), this.#takeRest()]));
      this.#isGated = false;
      await this.#redeliver();
      return await judge(this.rig, `${this.prefix}/`, await this.#expected(), this.schedule.mode);
    } finally {
      this.#handler.close();
      this.#dropFaults();
    }
  }

  #putFaults(): void {
    for (const { fault, after, times } of this.schedule.faults) {
      let seen = 0;
      this.#rules.push({
        fault,
        milliseconds: 10,
        times,
        applies: ({ key }) => key.startsWith(`${this.prefix}/`) && seen++ >= after,
      });
    }
    this.rig.proxy.rules.push(...this.#rules);
  }

  /** Every request asks every rule: those of thousands of schedules would slow all that follow. */
  #dropFaults(): void {
    const { rules } = this.rig.proxy;
    for (const rule of this.#rules) {
      const at = rules.indexOf(rule);
      if (at >= 0) rules.splice(at, 1);
    }
  }

  async #takeRest(): Promise<void> {
    const deliveries: Promise<void>[] = [];
    for (const step of this.#steps.slice(this.schedule.early)) {
      await this.gate('uploader');
      deliveries.push(...this.#deliver(await take(this.rig, step)));
    }
    await Promise.all(deliveries);
  }

  /** Starts the deliveries of events: copied, shuffled, in batches. */
  #deliver(events: readonly S3EventRecord[]): Promise<void>[] {
    const { copies, order, batchSize } = this.schedule;
    const bodies = events
      .flatMap((event, place) => Array.from({ length: copies[place % copies.length] ?? 1 }, () => messageOf(event)))
      .map((body, place) => ({ body, rank: order[place % order.length] ?? 0 }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ body }) => body);
    const batches: Promise<void>[] = [];
    for (let start = 0; start < bodies.length; start += batchSize) {
      batches.push(this.#bring(bodies.slice(start, start + batchSize)));
    }
    return batches;
  }

  async #bring(bodies: readonly string[]): Promise<void> {
    const { batchItemFailures } = await this.#handler.handle(batchOf(bodies), this.#clock());
    this.#again.push(...batchItemFailures.map(({ itemIdentifier }) => bodies[Number(itemIdentifier.slice(1))] ?? ''));
    if (!this.#isGated || this.#again.length === 0 || this.#soon-- <= 0) return;
    await this.gate('queue');
    await this.#bring(this.#again.splice(0, this.schedule.batchSize));
  }

  /** What the function is told of its time in the next batch. */
  #clock(): () => number {
    const time = this.schedule.times[this.#batches++];
    let answers = 0;
    return () => (time !== undefined && answers++ >= time.answers ? time.leftMs : 60_000);
  }

  async #goOn(ref: ObjectRef): Promise<void> {
    await this.gate('queue');
    const send = this.schedule.sends[this.#continuations++] ?? 'sent';
    if (send !== 'failed') this.#again.push(continuationOf(ref));
    if (send !== 'sent') throw new Error(`${send}: put by the bench`);
  }

  /** Lets one waiting request or upload after another go on, in the order that was drawn, until all is done. */
  async #interleave(work: Promise<unknown>): Promise<void> {
    const { scheduler } = this.schedule;
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    while (!isDone) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (performance.now() - this.#lastArrival >= QUIET_MS && scheduler.count() > 0) await scheduler.waitNext(1);
    }
    await done;
  }

  async #redeliver(): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS && this.#again.length > 0; round++) {
      await this.#bring(this.#again.splice(0, this.schedule.batchSize));
    }
  }

  async #expected(): Promise<readonly Expected[]> {
    const newest = (await this.rig.versions('raw', `${this.prefix}/`)).filter(({ isLatest }) => isLatest);
    return newest.map(({ key, versionId, isDeleteMarker }) => {
      if (isDeleteMarker) return { key, outcome: 'removed' };
      const last = this.#steps.findLast((step) => step.key === key);
      if (last === undefined) throw new Error(`expected a step of ${key}`);
      return expectedOf(last, versionId);
    });
  }
}
