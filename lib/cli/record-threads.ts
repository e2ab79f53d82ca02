import type { Worker, WorkerOptions } from 'node:worker_threads';
import { recordIdOf } from '../core/read/records.ts';
import { toJsonLine } from '../io/json-line.ts';
import type { AnsweredLine, FailedRecord, ReportFailure } from './answer-line.ts';
import type { Line } from './lines.ts';
import type { AnswerMessage, LineMessage, ThreadFlags } from './record-thread-messages.ts';
import { startThread } from './start-thread.ts';
import { type Parcel, ThreadEndedError, ThreadPool } from './thread-pool.ts';

export type { ThreadFlags } from './record-thread-messages.ts';

/** Lines that may be under way for each thread, so that none waits for the one whose answer comes next. */
const LINES_PER_THREAD = 4;
/** Bytes of lines under way from which no more are read. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Answers lines of scraped records in threads. */
export class RecordThreads {
  private readonly pool: ThreadPool<LineMessage, AnswerMessage>;
  private bytes = 0;

  /** @param startOne Starts a thread; tests run another module. */
  constructor(
    private readonly jobs: number,
    private readonly flags: ThreadFlags,
    startOne: (options: WorkerOptions) => Worker = (options) => startThread('record-worker', options),
  ) {
    this.pool = new ThreadPool(jobs, () => startOne({ workerData: flags }));
  }

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
  async answer(line: Line, index: number, report: ReportFailure): Promise<AnsweredLine> {
    const size = sizeOf(line);
    this.bytes += size;
    try {
      const { answered, failures } = await this.pool.ask(() => parcelOf(line, index));
      for (const [name, trace] of failures) report(name, Object.assign(new Error(trace), { stack: trace }));
      return answered;
    } catch (error) {
      if (!(error instanceof ThreadEndedError)) throw error;
      if (!error.hasRun) throw error.cause;
      return this.fail(line, index, error.cause, report);
    } finally {
      this.bytes -= size;
    }
  }

  /** Ends the threads; lines under way get no answer. */
  close(): Promise<void> {
    return this.pool.close();
  }

  private fail(line: Line, index: number, fault: unknown, report: ReportFailure): AnsweredLine {
    const { uri } = this.flags;
    const message = fault instanceof Error ? fault.message : String(fault);
    const recordId = 'bytes' in line ? recordIdOf(Buffer.from(line.bytes).toString()) : null;
    const about = { uri, recordIndex: index, ...(recordId === null ? {} : { recordId }) };
    const failed: FailedRecord = { outcome: 'failed', message, ...about };
    report(`${uri} record ${index}`, fault);
    return { json: toJsonLine(failed), outcome: 'failed' };
  }
}

/** A line is a view of a larger buffer, which would be copied whole. */
function parcelOf(line: Line, index: number): Parcel<LineMessage> {
  if (!('bytes' in line)) return { message: { line, index }, handedOver: [] };
  const own = new Uint8Array(line.bytes);
  return { message: { line: { bytes: own }, index }, handedOver: [own.buffer] };
}

function sizeOf(line: Line): number {
  return 'bytes' in line ? line.bytes.length : 0;
}
