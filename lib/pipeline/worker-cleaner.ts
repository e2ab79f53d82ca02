import { Worker, type WorkerOptions } from 'node:worker_threads';
import { CleaningError, type Reason } from '../core/errors.ts';
import type { BodyCleaner, CleaningTask } from './body-cleaner.ts';
import type { CleanedBody } from './clean-body.ts';
import { type AnswerMessage, PROGRESS_BYTES, type TaskMessage } from './worker-messages.ts';

/** Bounds of a thread that cleans. */
export interface WorkerBounds {
  /** CPU time of one article or of one record of many, in milliseconds. Default 4000. */
  readonly budgetMs?: number;
  /** Old generation of its heap, in MiB; buffers are bounded by the sizes of bodies. Default 256. */
  readonly heapMb?: number;
}

const DEFAULT_BUDGET_MS = 4_000;
const DEFAULT_HEAP_MB = 256;
/** How often the thread is looked at. */
const WATCH_MS = 50;
/** Elapsed time after which a thread is ended that uses no CPU either, in budgets. */
const MAX_ELAPSED_BUDGETS = 5;
/** Records of one body that may end a thread, each of which costs a run from the start; with one more the body is refused. */
const MAX_REFUSED = 3;

/** Why a thread was ended, or ended itself, at which record; -1 for a body that holds one article. */
class EndedError extends Error {
  constructor(
    readonly reason: Reason,
    readonly at: number,
  ) {
    super(reason);
  }
}

/**
 * Cleans in a thread that is kept warm, one body at a time. A body that uses up its CPU time or the heap ends the thread:
 * the article or the record is refused as `timeout` or `too-complex`, and the next one gets a new thread.
 */
export class WorkerCleaner implements BodyCleaner {
  private worker: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private readonly progress = new Int32Array(new SharedArrayBuffer(PROGRESS_BYTES));
  private readonly budgetMs: number;
  private readonly heapMb: number;

  /** @param file Module that calls `answerTasks`. */
  constructor(
    private readonly file: URL,
    { budgetMs = DEFAULT_BUDGET_MS, heapMb = DEFAULT_HEAP_MB }: WorkerBounds = {},
    private readonly options: WorkerOptions = {},
  ) {
    this.budgetMs = budgetMs;
    this.heapMb = heapMb;
  }

  /** Starts the thread before it is needed. */
  warm(): void {
    this.thread();
  }

  clean(task: CleaningTask): Promise<CleanedBody> {
    const turn = this.last.then(() => this.cleanInTurn(task));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private async cleanInTurn(task: CleaningTask): Promise<CleanedBody> {
    const refused: (readonly [number, Reason])[] = [];
    for (;;) {
      try {
        return await this.ask({ task, refused });
      } catch (error) {
        if (!(error instanceof EndedError)) throw error;
        const isRecord = error.at >= 0 && refused.length < MAX_REFUSED;
        if (!isRecord) throw tooMuch(error.reason, task.uri);
        refused.push([error.at, error.reason]);
      }
    }
  }

  private ask(message: TaskMessage): Promise<CleanedBody> {
    const worker = this.thread();
    Atomics.store(this.progress, 0, -1);
    return new Promise((resolve, reject) => {
      const watch = new BudgetWatch(this.progress, this.budgetMs, () => end(new EndedError('timeout', this.at())));
      const settle = () => {
        watch.stop();
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        worker.unref();
      };
      const end = (error: Error) => {
        settle();
        this.forget(worker);
        void worker.terminate().then(() => reject(error));
      };
      const onMessage = (answer: AnswerMessage) => {
        settle();
        if (answer.kind === 'cleaned') resolve(answer.cleaned);
        else reject(errorOf(answer));
      };
      const onError = (error: Error) => end(isOutOfMemory(error) ? new EndedError('too-complex', this.at()) : error);
      const onExit = () => end(new EndedError('too-complex', this.at()));
      worker.ref();
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(message);
    });
  }

  private at(): number {
    return Atomics.load(this.progress, 0);
  }

  private forget(worker: Worker): void {
    if (this.worker === worker) this.worker = null;
  }

  private thread(): Worker {
    if (this.worker !== null) return this.worker;
    const worker = new Worker(this.file, {
      ...this.options,
      workerData: { progress: this.progress.buffer },
      resourceLimits: { maxOldGenerationSizeMb: this.heapMb },
    });
    // Also heard between tasks and while it is ended: what comes from there then must not end the process.
    worker.on('error', () => this.forget(worker)).on('exit', () => this.forget(worker));
    worker.unref();
    this.worker = worker;
    return worker;
  }
}

/**
 * Calls back when one record has used up its time. A timer alone would also count the time in which a busy or frozen
 * machine did not run the thread, so the CPU time of the process must have passed too.
 */
class BudgetWatch {
  private readonly timer: NodeJS.Timeout;
  private at = Number.NEGATIVE_INFINITY;
  private startCpu = process.cpuUsage();
  private startMs = performance.now();

  constructor(
    private readonly progress: Int32Array,
    private readonly budgetMs: number,
    private readonly onEnd: () => void,
  ) {
    this.timer = setInterval(() => this.look(), WATCH_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const at = Atomics.load(this.progress, 0);
    if (at !== this.at) {
      this.at = at;
      this.startCpu = process.cpuUsage();
      this.startMs = performance.now();
      return;
    }
    const { user, system } = process.cpuUsage(this.startCpu);
    const elapsedMs = performance.now() - this.startMs;
    const isSpent = (user + system) / 1000 >= this.budgetMs && elapsedMs >= this.budgetMs;
    if (isSpent || elapsedMs >= MAX_ELAPSED_BUDGETS * this.budgetMs) this.onEnd();
  }
}

function tooMuch(reason: Reason, name: string): CleaningError {
  const what = reason === 'timeout' ? 'within its CPU time' : 'within its memory';
  return new CleaningError(reason, `expected an object that can be cleaned ${what} (${name})`);
}

function errorOf(answer: Exclude<AnswerMessage, { readonly kind: 'cleaned' }>): Error {
  if (answer.kind === 'refused') return new CleaningError(answer.reason, answer.message);
  const error = new Error('the cleaner failed');
  error.name = answer.name;
  error.stack = answer.stack;
  return error;
}

function isOutOfMemory(error: unknown): boolean {
  // Not by its class: an error of the runtime may be of another realm.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
