import type { Worker, WorkerOptions } from 'node:worker_threads';
import { recordIdOf } from '../core/read/records.ts';
import { toJsonLine } from '../io/json-line.ts';
import type { AnsweredLine, FailedRecord, ReportFailure } from './answer-line.ts';
import type { Line } from './lines.ts';
import type { LineMessage, ThreadFlags, ThreadMessage } from './record-thread-messages.ts';
import { startThread } from './start-thread.ts';

export type { ThreadFlags } from './record-thread-messages.ts';

/** Lines that may be under way for each thread, so that none waits for the one whose answer comes next. */
const LINES_PER_THREAD = 4;
/** Bytes of lines under way from which no more are read. */
const MAX_BYTES = 32 * 1024 * 1024;

interface Job {
  readonly line: Line;
  readonly index: number;
  readonly report: ReportFailure;
  readonly done: (answered: AnsweredLine) => void;
  readonly fail: (error: unknown) => void;
}

/** Answers lines of scraped records in threads, each of which has one line at a time; they start when they are needed. */
export class RecordThreads {
  private readonly waiting: Job[] = [];
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Job>();
  private bytes = 0;

  /** @param startOne Starts a thread; tests run another module. */
  constructor(
    private readonly jobs: number,
    private readonly flags: ThreadFlags,
    private readonly startOne: (options: WorkerOptions) => Worker = (options) => startThread('record-worker', options),
  ) {}

  /** Lines that may be under way. */
  get room(): number {
    return this.jobs * LINES_PER_THREAD;
  }

  /** Whether the lines under way are as long as they may be together. */
  get isFull(): boolean {
    return this.bytes >= MAX_BYTES;
  }

  /**
   * A line that ends its thread is answered as a failure, and the next gets a new thread.
   *
   * @throws what kept a thread from starting.
   */
  answer(line: Line, index: number, report: ReportFailure): Promise<AnsweredLine> {
    const size = sizeOf(line);
    this.bytes += size;
    return new Promise((resolve, reject) => {
      const done = (answered: AnsweredLine) => {
        this.bytes -= size;
        resolve(answered);
      };
      this.waiting.push({ line, index, report, done, fail: reject });
      this.handOut();
    });
  }

  /** Ends the threads; lines under way get no answer. */
  async close(): Promise<void> {
    this.waiting.length = 0;
    const all = [...this.idle.splice(0), ...this.busy.keys()];
    this.busy.clear();
    await Promise.all(all.map((worker) => worker.terminate()));
  }

  private handOut(): void {
    while (this.waiting.length > 0 && (this.idle.length > 0 || this.busy.size < this.jobs)) {
      const job = this.waiting.shift() as Job;
      const worker = this.idle.pop() ?? this.start();
      this.busy.set(worker, job);
      const { line, index } = job;
      // A line is a view of a larger buffer, which would be copied whole.
      const own = 'bytes' in line ? { bytes: new Uint8Array(line.bytes) } : line;
      worker.postMessage({ line: own, index } satisfies LineMessage, 'bytes' in own ? [own.bytes.buffer] : []);
    }
  }

  private start(): Worker {
    const worker = this.startOne({ workerData: this.flags });
    let fault: unknown = new Error('the thread ended');
    let isReady = false;
    worker.on('message', (message: ThreadMessage) => {
      if (message === 'ready') {
        isReady = true;
        return;
      }
      const { answered, failures } = message;
      const job = this.busy.get(worker);
      this.busy.delete(worker);
      this.idle.push(worker);
      for (const [name, trace] of failures) job?.report(name, Object.assign(new Error(trace), { stack: trace }));
      job?.done(answered);
      this.handOut();
    });
    worker.on('error', (error: unknown) => {
      fault = error;
    });
    worker.on('exit', () => this.replace(worker, fault, isReady));
    return worker;
  }

  private replace(worker: Worker, fault: unknown, wasReady: boolean): void {
    const job = this.busy.get(worker);
    this.busy.delete(worker);
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    if (job === undefined) return;
    if (!wasReady) {
      job.fail(fault);
      return;
    }
    const { uri } = this.flags;
    const message = fault instanceof Error ? fault.message : String(fault);
    const recordId = 'bytes' in job.line ? recordIdOf(Buffer.from(job.line.bytes).toString()) : null;
    const about = { uri, recordIndex: job.index, ...(recordId === null ? {} : { recordId }) };
    const failed: FailedRecord = { outcome: 'failed', message, ...about };
    job.report(`${uri} record ${job.index}`, fault);
    job.done({ json: toJsonLine(failed), outcome: 'failed' });
    this.handOut();
  }
}

function sizeOf(line: Line): number {
  return 'bytes' in line ? line.bytes.length : 0;
}
