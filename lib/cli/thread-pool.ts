import type { TransferListItem, Worker } from 'node:worker_threads';

/** The first message of every thread: that it runs. */
export const READY = 'ready';

/** A message with what of it is handed over in place of being copied. */
export interface Parcel<Message> {
  readonly message: Message;
  readonly handedOver: readonly TransferListItem[];
}

/** A thread ended before it answered; the cause is why. */
export class ThreadEndedError extends Error {
  override readonly name = 'ThreadEndedError';

  constructor(
    /** False when it ended before it ran: the next would too. */
    readonly hasRun: boolean,
    options: { readonly cause: unknown },
  ) {
    super('the thread ended', options);
  }
}

interface Job<Message, Answer> {
  /** Made when a thread takes the job: what waits is not held twice. */
  readonly pack: () => Parcel<Message>;
  readonly done: (answer: Answer) => void;
  readonly fail: (error: ThreadEndedError) => void;
}

/** Threads that start when they are needed, each of which has one job at a time; one that ends is replaced for the next job. */
export class ThreadPool<Message, Answer> {
  private readonly waiting: Job<Message, Answer>[] = [];
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Job<Message, Answer>>();

  constructor(
    private readonly jobs: number,
    private readonly startOne: () => Worker,
  ) {}

  /** @throws ThreadEndedError */
  ask(pack: () => Parcel<Message>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ pack, done: resolve, fail: reject });
      this.handOut();
    });
  }

  /** Ends the threads; jobs under way get no answer. */
  async close(): Promise<void> {
    this.waiting.length = 0;
    const all = [...this.idle.splice(0), ...this.busy.keys()];
    this.busy.clear();
    await Promise.all(all.map((worker) => worker.terminate()));
  }

  private handOut(): void {
    while (this.waiting.length > 0 && (this.idle.length > 0 || this.busy.size < this.jobs)) {
      const job = this.waiting.shift() as Job<Message, Answer>;
      const worker = this.idle.pop() ?? this.start();
      this.busy.set(worker, job);
      const { message, handedOver } = job.pack();
      worker.postMessage(message, handedOver);
    }
  }

  private start(): Worker {
    const worker = this.startOne();
    let fault: unknown = new Error('the thread ended');
    let hasRun = false;
    worker.on('message', (message: Answer | typeof READY) => {
      if (message === READY) {
        hasRun = true;
        return;
      }
      const job = this.busy.get(worker);
      this.busy.delete(worker);
      this.idle.push(worker);
      job?.done(message);
      this.handOut();
    });
    worker.on('error', (error: unknown) => {
      fault = error;
    });
    worker.on('exit', () => this.forget(worker, new ThreadEndedError(hasRun, { cause: fault })));
    return worker;
  }

  private forget(worker: Worker, error: ThreadEndedError): void {
    const job = this.busy.get(worker);
    this.busy.delete(worker);
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    if (job === undefined) return;
    job.fail(error);
    if (error.hasRun) this.handOut();
  }
}
