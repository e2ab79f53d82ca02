import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { LocalFunction } from '../../lib/local/code.ts';
import { EventSource } from '../../lib/local/event-source.ts';
import { LocalQueue } from '../../lib/local/queue.ts';
import { QueueEndpoint } from '../../lib/local/queue-endpoint.ts';
import { LocalLambda } from '../../lib/local/runtime/lambda.ts';
import type { Rig } from './rig.ts';

/** Milliseconds after which messages that are still there count as lost. */
const PATIENCE_MS = 300_000;

export interface WorkerOptions {
  readonly variables?: Readonly<Record<string, string>>;
  /** Of one invocation. */
  readonly timeoutMs?: number;
  readonly concurrency?: number;
  readonly batchSize?: number;
  readonly maxReceiveCount?: number;
  readonly visibilityTimeoutMs?: number;
  /** Past the proxy. Default false. */
  readonly isDirect?: boolean;
  /** Makes another version of the function out of its code. */
  readonly change?: (code: string) => string;
}

/** Starts the function as it is deployed: the bundle, in processes of its own, behind a queue. */
export class Workers {
  constructor(
    private readonly rig: Rig,
    private readonly projectRoot: string,
    private readonly code: LocalFunction,
  ) {}

  async start(options: WorkerOptions = {}): Promise<Worker> {
    const { variables = {}, timeoutMs = 30_000, concurrency = 1 } = options;
    const log: string[] = [];
    const queue = new LocalQueue({
      visibilityTimeoutMs: options.visibilityTimeoutMs ?? 60_000,
      maxReceiveCount: options.maxReceiveCount ?? 5,
    });
    const endpoint = await QueueEndpoint.start(queue);
    const places = { QUEUE_URL: endpoint.queueUrl, ...variables };
    const lambda = await LocalLambda.start({
      projectRoot: this.projectRoot,
      code: {
        ...this.code,
        ...(options.change && { assetPath: this.#copy(options.change) }),
        environment: { ...this.code.environment, ...places },
      },
      s3Endpoint: options.isDirect ? this.rig.s3.endpoint : this.rig.proxy.endpoint,
      timeoutMs,
      memoryMb: this.code.memoryMb,
      concurrency,
      onOutput: (chunk) => log.push(chunk.toString()),
    });
    return new Worker(lambda, queue, endpoint, log, options);
  }

  /** What cleans is in the code of the thread. */
  #copy(change: (code: string) => string): string {
    const folder = mkdtempSync(join(tmpdir(), 'winnow-changed-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    cpSync(this.code.assetPath, folder, { recursive: true });
    const file = join(folder, 'worker.mjs');
    const code = readFileSync(file, 'utf8');
    const changed = change(code);
    if (changed === code) throw new Error('expected the code of the function to change');
    writeFileSync(file, changed);
    return folder;
  }
}

/** One deployment of the function with its queue. */
export class Worker {
  readonly #source: EventSource;

  constructor(
    readonly lambda: LocalLambda,
    readonly queue: LocalQueue,
    private readonly endpoint: QueueEndpoint,
    readonly log: readonly string[],
    options: WorkerOptions,
  ) {
    this.#source = new EventSource({
      queue: this.queue,
      invoke: (event) => lambda.invoke(event),
      batchSize: options.batchSize ?? 10,
      concurrency: options.concurrency ?? 1,
      retryDelayMs: 5,
    });
    this.#source.start();
  }

  /** Resolves when every message is deleted or dead; gives the number that still waits. */
  async idle(patienceMs = PATIENCE_MS): Promise<number> {
    const limit = Date.now() + patienceMs;
    while (this.queue.size > 0 && Date.now() < limit) await wait(5);
    return this.queue.size;
  }

  /** Of the first process; `null` when none is running. */
  pid(): number | null {
    return this.lambda.pids()[0] ?? null;
  }

  async close(): Promise<void> {
    const stopped = this.#source.stop();
    await this.lambda.close();
    await this.endpoint.close();
    await stopped;
  }
}
