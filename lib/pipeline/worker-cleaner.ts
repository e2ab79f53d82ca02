import { Worker, type WorkerOptions } from 'node:worker_threads';
import { CleaningError, type Reason } from '../core/errors.ts';
import type { BodyCleaner, CleanerVersions, CleaningTask } from './body-cleaner.ts';
import { BudgetWatch } from './budget-watch.ts';
import type { CleanedBody } from './clean-body.ts';
import { type AnswerMessage, PROGRESS_BYTES, type RequestMessage } from './worker-messages.ts';

/** Bounds of a thread that cleans. */
export interface WorkerBounds {
  /** CPU time of one article or of one record of many, in milliseconds. Default 4000. */
  readonly budgetMs?: number;
  /** Old generation of its heap, in MiB; buffers are bounded by the sizes of bodies. Default 256. */
  readonly heapMb?: number;
}

const DEFAULT_BUDGET_MS = 4_000;
const DEFAULT_HEAP_MB = 256;
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
  private known: Promise<CleanerVersions> | null = null;
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
    return this.inTurn(() => this.cleanInTurn(task));
  }

  /** Asked once: they hold as long as the function does. */
  versions(): Promise<CleanerVersions> {
    this.known ??= this.inTurn(async () => {
      const answer = await this.ask('versions');
      if (answer.kind !== 'versions') throw new Error(`expected versions, got an answer of kind ${answer.kind}`);
      return answer.versions;
    }).catch((error: unknown) => {
      this.known = null;
      throw error;
    });
    return this.known;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async cleanInTurn(task: CleaningTask): Promise<CleanedBody> {
    const refused: (readonly [number, Reason])[] = [];
    for (;;) {
      try {
        const answer = await this.ask({ task, refused });
        if (answer.kind !== 'cleaned') throw new Error(`expected a body, got an answer of kind ${answer.kind}`);
        return answer.cleaned;
      } catch (error) {
        if (!(error instanceof EndedError)) throw error;
        const isRecord = error.at >= 0 && refused.length < MAX_REFUSED;
        if (!isRecord) throw tooMuch(error.reason, task.uri);
        refused.push([error.at, error.reason]);
      }
    }
  }

  private ask(message: RequestMessage): Promise<Extract<AnswerMessage, { readonly kind: 'cleaned' | 'versions' }>> {
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
        if (answer.kind === 'cleaned' || answer.kind === 'versions') resolve(answer);
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

function tooMuch(reason: Reason, name: string): CleaningError {
  const what = reason === 'timeout' ? 'within its CPU time' : 'within its memory';
  return new CleaningError(reason, `expected an object that can be cleaned ${what} (${name})`);
}

function errorOf(answer: Extract<AnswerMessage, { readonly kind: 'refused' | 'failed' }>): Error {
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
