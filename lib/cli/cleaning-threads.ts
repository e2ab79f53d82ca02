import type { Worker, WorkerOptions } from 'node:worker_threads';
import { type BodyCleaner, type CleanerVersions, type CleaningTask, inThisThread } from '../pipeline/body-cleaner.ts';
import type { CleanedBody } from '../pipeline/clean-body.ts';
import { errorOf } from '../pipeline/worker-faults.ts';
import type { AnswerMessage } from '../pipeline/worker-messages.ts';
import type { SiteFlags } from './site-options.ts';
import { startThread } from './start-thread.ts';
import { type Parcel, ThreadEndedError, ThreadPool } from './thread-pool.ts';

/** Bodies cleaned in this thread before others are started: a thread takes longer to start than a few articles. */
const BODIES_BEFORE_THREADS = 16;

/** Cleans bodies in threads once there are many: the same records as in this thread. */
export class CleaningThreads implements BodyCleaner {
  private readonly pool: ThreadPool<CleaningTask, AnswerMessage>;
  private begun = 0;

  /**
   * @param sites Read by each thread itself, since rules have functions.
   * @param startOne Starts a thread; tests run another module.
   */
  constructor(
    jobs: number,
    { sites, memory, minStories }: SiteFlags,
    startOne: (options: WorkerOptions) => Worker = (options) => startThread('clean-worker', options),
  ) {
    const workerData = { sites, memory, minStories };
    this.pool = new ThreadPool(jobs, () => startOne({ workerData }));
  }

  /** @throws CleaningError, or what ended the thread that had the body or kept it from starting. */
  async clean(task: CleaningTask): Promise<CleanedBody> {
    if (this.begun++ < BODIES_BEFORE_THREADS) return inThisThread.clean(task);
    const answer = await this.pool
      .ask(() => parcelOf(task))
      .catch((error: unknown) => {
        throw error instanceof ThreadEndedError ? error.cause : error;
      });
    if (answer.kind === 'cleaned') return answer.cleaned;
    throw answer.kind === 'refused' || answer.kind === 'failed' ? errorOf(answer) : new Error('expected a body');
  }

  versions(): Promise<CleanerVersions> {
    return inThisThread.versions();
  }

  /** Ends the threads; bodies under way get no answer. */
  close(): Promise<void> {
    return this.pool.close();
  }
}

/** Copied once: the body may be a view of a larger buffer, and is needed here when it is refused. */
function parcelOf({ options, body, ...task }: CleaningTask): Parcel<CleaningTask> {
  const { siteRules: _rules, siteMemory: _memory, ...cloneable } = options;
  if (typeof body === 'string') return { message: { ...task, body, options: cloneable }, handedOver: [] };
  const own = new Uint8Array(body);
  return { message: { ...task, body: own, options: cloneable }, handedOver: [own.buffer] };
}
