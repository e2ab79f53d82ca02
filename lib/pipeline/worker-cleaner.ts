import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Reason } from '../core/errors.ts';
import type { SiteTexts } from '../site-config/site-texts.ts';
import type { Problem } from '../site-rules/problem.ts';
import type { BodyCleaner, CleanerVersions, CleaningTask } from './body-cleaner.ts';
import { BudgetWatch } from './budget-watch.ts';
import type { CleanedBody } from './clean-body.ts';
import { type Answer, EndedError, errorOf, isOutOfMemory, tooMuch } from './worker-faults.ts';
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

/**
 * Cleans in a thread that is kept warm, one body at a time. A body that uses up its CPU time or the heap ends the thread:
 * the article or the record is refused as `timeout` or `too-complex`, and the next one gets a new thread.
 */
export class WorkerCleaner implements BodyCleaner {
  private worker: Worker | null = null;
  private known: Promise<CleanerVersions> | null = null;
  /** In force, and read anew by every thread. */
  private sites: SiteTexts | null = null;
  private isToldSites = true;
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

  /** Goes by what is known of sites for all bodies that come later; with a problem nothing changes. */
  useSites(sites: SiteTexts): Promise<readonly Problem[]> {
    return this.inTurn(async () => {
      await this.prepare();
      const problems = await this.tellSites(sites).catch((error: unknown) => {
        if (!(error instanceof EndedError)) throw error;
        const message = 'expected rules and memory that can be read within the time and the memory of the thread';
        return [{ file: '', line: 1, column: 1, message }];
      });
      if (problems.length > 0) return problems;
      this.sites = sites;
      this.known = null;
      return [];
    });
  }

  /** Asked once for each change of what is known of sites. */
  versions(): Promise<CleanerVersions> {
    this.known ??= this.inTurn(async () => {
      await this.prepare();
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
        await this.prepare();
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

  /**
   * A new thread knows nothing of sites; telling it has a budget of its own.
   *
   * @throws Error when it cannot be told what is in force: no fault of the object that is next, which the queue brings back.
   */
  private async prepare(): Promise<void> {
    this.thread();
    if (this.sites === null || this.isToldSites) return;
    const problems = await this.tellSites(this.sites).catch((cause: unknown) => {
      if (!(cause instanceof EndedError)) throw cause;
      throw new Error('expected a new thread to read the rules and memory of sites, got none that did', { cause });
    });
    if (problems.length > 0) throw new Error('expected the rules of sites that are in force to be good, got problems');
  }

  private async tellSites(sites: SiteTexts): Promise<readonly Problem[]> {
    const answer = await this.ask({ sites });
    if (answer.kind !== 'sites') throw new Error(`expected problems, got an answer of kind ${answer.kind}`);
    this.isToldSites = true;
    return answer.problems;
  }

  private ask(message: RequestMessage): Promise<Answer> {
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
        if (answer.kind === 'refused' || answer.kind === 'failed') reject(errorOf(answer));
        else resolve(answer);
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
    this.isToldSites = false;
    return worker;
  }
}
